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
  /** Asks the last question again, of a new worker: whatever the old one held may be what was wrong with it. */
  retry(): void;
}

/** A browser that runs short of memory ends a worker without a word: one that has not answered for this long is taken for dead. */
const PATIENCE_MS = 5000;

const DIED = 'The part of this page that searches stopped working, and did so again when it was restarted.';

export function connectWorker(start: () => WorkerLike, hear: (told: Exclude<FromWorker, { kind: 'alive' }>) => void): Client {
  let worker: WorkerLike | undefined;
  let last: Ask | undefined;
  let isAnswered = true;
  let restarts = 0;
  let watch: ReturnType<typeof setTimeout> | undefined;

  const post = () => {
    if (!last) return;
    isAnswered = false;
    try {
      worker ??= open();
    } catch {
      // The browser may not start workers here, as a server's own policy can have it.
      died();
      return;
    }
    worker.postMessage({ kind: 'search', ask: last });
    beginWatch();
  };
  const open = () => {
    const opened = start();
    opened.addEventListener('message', ({ data }) => {
      if (opened === worker) received(data);
    });
    for (const type of ['error', 'messageerror'] as const) opened.addEventListener(type, () => opened === worker && died());
    return opened;
  };
  const received = (told: FromWorker) => {
    restarts = 0;
    if (told.kind === 'alive') {
      if (!isAnswered) beginWatch();
      return;
    }
    if (told.number !== last?.number) return;
    isAnswered = told.kind !== 'found';
    if (isAnswered) clearTimeout(watch);
    hear(told);
  };
  const beginWatch = () => {
    clearTimeout(watch);
    watch = setTimeout(() => {
      worker?.postMessage({ kind: 'ping' });
      watch = setTimeout(died, PATIENCE_MS);
    }, PATIENCE_MS);
  };
  const died = () => {
    close();
    if (!last || isAnswered) return;
    restarts++;
    if (restarts <= 1) {
      post();
      return;
    }
    isAnswered = true;
    hear({ kind: 'failed', number: last.number, failure: { why: DIED } });
  };
  const close = () => {
    clearTimeout(watch);
    worker?.terminate();
    worker = undefined;
  };
  return {
    prepare: () => {
      try {
        worker ??= open();
        worker.postMessage({ kind: 'open' });
      } catch {
        // Told with the first question.
      }
    },
    ask: (question) => {
      last = { ...question, number: (last?.number ?? 0) + 1 };
      post();
    },
    retry: () => {
      close();
      restarts = 0;
      post();
    },
  };
}
