// The clock of tests that hold a reader of hostile text to a limit: it stands still while other processes have the processor.
import { expect } from 'vitest';

/** Node 20 counts what other threads of the tests do in the meantime, so the quickest reading counts: what is slow by nature is slow every time. */
const READINGS = 3;

/** Milliseconds of processor time this process has used, all its threads together. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What `work` gives; fails where it takes `limit` milliseconds of processor time or more, however often it is tried. */
export async function inTime<T>(limit: number, work: () => T | Promise<T>, name = 'processor time in ms'): Promise<Awaited<T>> {
  for (let reading = 1; ; reading++) {
    const start = processorTime();
    const result = await work();
    const time = processorTime() - start;
    if (time >= limit && reading < READINGS) continue;
    expect.soft(time, name).toBeLessThan(limit);
    return result;
  }
}
