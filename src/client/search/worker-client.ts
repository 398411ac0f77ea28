// The page's end of the worker: the newest question only, and a new worker in place of one that died.
import type { Ask, FromWorker, ToWorker } from './messages.ts';

/** As much of a Worker as is used. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
}

export interface Client {
  /** Starts the worker ahead of the first question. */
  prepare(): void;
  ask(question: Omit<Ask, 'number'>): void;
  /** Asks the last question again, of a new worker: whatever the old one held may be what was wrong with it. Not so where the network was. */
  retry(keepsWorker?: boolean): void;
}

/** A browser that runs short of memory ends a worker without a word: one that has not answered for this long is taken for dead. */
const PATIENCE_MS = 5000;

const DIED = 'The part of this page that searches stopped working, and did so again when it was restarted.';

type Hear = (told: Exclude<FromWorker, { kind: 'alive' }>) => void;

/** The line to the worker, as it stands. */
interface Line {
  readonly start: () => WorkerLike;
  readonly hear: Hear;
  worker?: WorkerLike | undefined;
  last?: Ask;
  isAnswered: boolean;
  restarts: number;
  watch?: ReturnType<typeof setTimeout>;
}

export function connectWorker(start: () => WorkerLike, hear: Hear): Client {
  const line: Line = { start, hear, isAnswered: true, restarts: 0 };
  return {
    // A browser that starts no worker is told of with the first question.
    prepare: () => open(line)?.postMessage({ kind: 'open' }),
    ask: (question) => {
      line.last = { ...question, number: (line.last?.number ?? 0) + 1 };
      post(line);
    },
    retry: (keepsWorker = false) => {
      if (!keepsWorker) close(line);
      line.restarts = 0;
      post(line);
    },
  };
}

/** Undefined where the browser may start no worker here, as a server's own policy can have it. */
function open(line: Line): WorkerLike | undefined {
  if (line.worker) return line.worker;
  try {
    const opened = line.start();
    opened.addEventListener('message', ({ data }) => {
      if (opened === line.worker) receive(line, data);
    });
    for (const type of ['error', 'messageerror'] as const) opened.addEventListener(type, () => opened === line.worker && died(line));
    line.worker = opened;
    return opened;
  } catch {
    return undefined;
  }
}

function close(line: Line): void {
  clearTimeout(line.watch);
  line.worker?.terminate();
  line.worker = undefined;
}

function post(line: Line): void {
  if (!line.last) return;
  line.isAnswered = false;
  const worker = open(line);
  if (!worker) {
    died(line);
    return;
  }
  worker.postMessage({ kind: 'search', ask: line.last });
  watchOver(line);
}

function receive(line: Line, told: FromWorker): void {
  line.restarts = 0;
  if (told.kind === 'alive') {
    if (!line.isAnswered) watchOver(line);
    return;
  }
  if (told.number !== line.last?.number) return;
  line.isAnswered = told.kind !== 'found';
  if (line.isAnswered) clearTimeout(line.watch);
  line.hear(told);
}

function watchOver(line: Line): void {
  clearTimeout(line.watch);
  line.watch = setTimeout(() => {
    line.worker?.postMessage({ kind: 'ping' });
    line.watch = setTimeout(() => died(line), PATIENCE_MS);
  }, PATIENCE_MS);
}

function died(line: Line): void {
  close(line);
  if (!line.last || line.isAnswered) return;
  line.restarts++;
  if (line.restarts <= 1) {
    post(line);
    return;
  }
  line.isAnswered = true;
  line.hear({ kind: 'failed', number: line.last.number, failure: { why: DIED } });
}
