// Starts a thread that runs one of our modules.
import { Worker } from 'node:worker_threads';

const ENTRY = new URL('./thread-entry.js', import.meta.url);

/** The module finds `input` in its `workerData.input`. A waiting thread does not keep the process alive. */
export function startThread(module: URL, input: unknown): Worker {
  const thread = new Worker(ENTRY, { workerData: { module: module.href, input } });
  thread.unref();
  return thread;
}
