// The programs that the tests of a file have started end with them.
import { afterAll } from 'vitest';
import { endPrograms, type Running } from './start-program.ts';

/** To be called where the tests are declared: vitest forgets what is to be done afterwards when it hears of it in a test. */
export function programsOfFile(): Running {
  const running: Running = [];
  afterAll(() => endPrograms(running));
  return running;
}
