// Prepares many files, in threads: one that never ends or brings its thread down is given up on, and the rest go on.
import type { Worker } from 'node:worker_threads';
import { startThread } from '../../io/thread.ts';
import type { Preparation, PrepareOptions, Task } from './prepare.ts';
import type { Answer } from './thread-main.ts';

const MODULE = new URL('./thread-main.ts', import.meta.url);

/** Milliseconds of work that a document may cost. Nearly all take a hundredth of it. */
const TIME_LIMIT = 2000;

/** On a machine that has no time for us, waiting is no sign of anything: this many times the limit, at most. */
const PATIENCE = 15;

/** Files to a thread: what a thread costs to start is paid back by then. */
const PER_THREAD = 150;
const MOST_THREADS = 4;

export interface PoolOptions {
  readonly prepare: PrepareOptions;
  readonly threads: number;
  readonly timeLimit?: number;
  readonly onProgress?: (done: number) => void;
}

/** The results in the order of the tasks, whoever was done first. */
export async function prepareAll(tasks: readonly Task[], options: PoolOptions): Promise<Preparation[]> {
  const results: Preparation[] = [];
  let next = 0;
  let done = 0;
  const count = Math.max(1, Math.min(options.threads, MOST_THREADS, Math.ceil(tasks.length / PER_THREAD)));
  const work = async (): Promise<void> => {
    const thread = new PatientThread(options, count);
    try {
      for (let index = next++; index < tasks.length; index = next++) {
        results[index] = await thread.ask(tasks[index] as Task);
        options.onProgress?.(++done);
      }
    } finally {
      await thread.end();
    }
  };
  await Promise.all(Array.from({ length: count }, work));
  return results;
}

/** A thread that is asked one thing at a time, and replaced when it does not answer. */
class PatientThread {
  readonly #options: PoolOptions;
  /** Threads that work at the same time: the clock of the process counts the work of all. */
  readonly #count: number;
  #worker: Worker | undefined;
  /** Who waits for the next word of the thread. */
  #settle: (answer: Answer | 'late') => void = () => {};

  constructor(options: PoolOptions, count: number) {
    this.#options = options;
    this.#count = count;
  }

  async ask(task: Task): Promise<Preparation> {
    const limit = this.#options.timeLimit ?? TIME_LIMIT;
    const worker = await this.#ready();
    const answer = await new Promise<Answer | 'late'>((resolve) => {
      const stop = whenSpent(limit * this.#count, limit * PATIENCE, () => this.#settle('late'));
      this.#settle = (value) => {
        stop();
        resolve(value);
      };
      worker.postMessage(task);
    });
    if (answer !== 'late' && 'done' in answer) return answer.done;
    await this.end();
    if (answer === 'late') return { code: 'too-slow', refusal: `It was given up on after ${limit / 1000} seconds.` };
    return {
      code: 'crashed',
      refusal: `The importer failed on it; please report this: ${answer.failed.split('\n').slice(0, 4).join(' | ')}`,
    };
  }

  /** Starting takes longer than most documents: it has no limit of its own. */
  async #ready(): Promise<Worker> {
    if (this.#worker !== undefined) return this.#worker;
    const worker = startThread(MODULE, this.#options.prepare);
    worker.ref();
    const first = await new Promise<Answer | 'late'>((resolve) => {
      this.#settle = resolve;
      worker.on('message', (value: Answer) => this.#settle(value));
      worker.on('error', (error: unknown) => this.#settle({ failed: error instanceof Error ? (error.stack ?? '') : String(error) }));
      worker.on('exit', () => this.#settle({ failed: 'The thread ended.' }));
    });
    if (first !== 'late' && 'failed' in first) throw new Error(first.failed);
    this.#worker = worker;
    return worker;
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

/** Calls back when the process has worked that long since, or when `longest` has passed. Returns what takes the call back. */
function whenSpent(work: number, longest: number, callBack: () => void): () => void {
  const before = process.cpuUsage();
  let waited = 0;
  const step = Math.max(20, Math.min(250, work / 4));
  const timer = setInterval(() => {
    waited += step;
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1000 >= work || waited >= longest) callBack();
  }, step);
  return () => clearInterval(timer);
}
