// Starts a thread that runs one of our modules.
import { getHeapStatistics } from 'node:v8';
import { type ResourceLimits, Worker } from 'node:worker_threads';

const ENTRY = new URL('./thread-entry.js', import.meta.url);

/**
 * MiB for what was made last. With Node's own 48, a third of a large build goes into copying what is young and stays: the archive, and all that is
 * worked out of it. A process can only be given more by its command line; a thread gets what it is started with.
 */
const YOUNG = 192;

/** The module finds `input` in its `workerData.input`. A waiting thread does not keep the process alive. */
export function startThread(module: URL, input: unknown): Worker {
  return start(module, input, {});
}

/** For what builds large things. */
export function startLargeThread(module: URL, input: unknown): Worker {
  // Left to itself, a thread gets less than the process.
  const old = Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20);
  return start(module, input, { maxYoungGenerationSizeMb: YOUNG, maxOldGenerationSizeMb: old });
}

function start(module: URL, input: unknown, resourceLimits: ResourceLimits): Worker {
  const thread = new Worker(ENTRY, { workerData: { module: module.href, input }, resourceLimits });
  thread.unref();
  return thread;
}
