// Writes the files of a site as they are made and remembers what each of them holds: a small site at once, a large one in a thread of its own.
import type { Worker } from 'node:worker_threads';
import type { ManifestFile } from './manifest.ts';
import { filePutter, type NewFile } from './put-file.ts';
import { startThread } from './thread.ts';
import type { WriteAnswer, WriteInput } from './write-thread.ts';

export interface SiteWriter {
  /** Absolute. */
  readonly folder: string;
  /** By path from the folder. Complete after `settle`. */
  readonly files: ReadonlyMap<string, ManifestFile>;
  /** Resolves when there is room for another file, not when this one is on disk. Rejects with the first error of any file before. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** Resolves when every file is on disk. */
  settle(): Promise<void>;
  /** Resolves when nothing is written any more, whatever was still to come. */
  abandon(): Promise<void>;
}

export function makeWriter(folder: string, { isLarge }: { readonly isLarge: boolean }): SiteWriter {
  return isLarge ? threadedWriter(folder) : directWriter(folder);
}

function directWriter(folder: string): SiteWriter {
  const files = new Map<string, ManifestFile>();
  const put = filePutter(folder);
  return {
    folder,
    files,
    write: async (path, content) => {
      files.set(path, put({ path, content }));
    },
    settle: async () => {},
    abandon: async () => {},
  };
}

/** Characters of a batch: a message costs time whatever is in it. */
const BATCH = 256 * 1024;

/** Batches on their way: enough to keep the thread busy, few enough to stay small beside the archive. */
const AT_ONCE = 8;

function threadedWriter(folder: string): SiteWriter {
  const files = new Map<string, ManifestFile>();
  const input: WriteInput = { folder };
  const thread = startThread(new URL('./write-thread.ts', import.meta.url), input);
  const exchange = makeExchange(thread, (written) => {
    for (const file of written) files.set(file.path, file);
  });
  let batch: NewFile[] = [];
  let size = 0;
  const flush = (): void => {
    if (batch.length > 0) exchange.send(batch);
    batch = [];
    size = 0;
  };
  return {
    folder,
    files,
    write: async (path, content) => {
      batch.push({ path, content });
      size += content.length;
      if (size >= BATCH) flush();
      await exchange.fewerThan(AT_ONCE);
    },
    settle: async () => {
      flush();
      await exchange.fewerThan(1);
      await thread.terminate();
    },
    abandon: async () => {
      await thread.terminate();
    },
  };
}

interface Exchange {
  send(batch: readonly NewFile[]): void;
  /** Resolves when fewer batches than this wait for their answer. Rejects with the first failure. */
  fewerThan(count: number): Promise<void>;
}

function makeExchange(thread: Worker, onWritten: (written: readonly ManifestFile[]) => void): Exchange {
  let waiting = 0;
  let failure: Error | undefined;
  let wake = (): void => {};
  let changed = nextChange();
  function nextChange(): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve;
    });
  }
  const settled = (error?: Error): void => {
    failure ??= error;
    waiting -= 1;
    if (waiting <= 0) thread.unref();
    wake();
    changed = nextChange();
  };
  thread.on('error', settled);
  thread.on('message', (answer: WriteAnswer) => {
    if ('written' in answer) onWritten(answer.written);
    settled('failure' in answer ? Object.assign(new Error(answer.failure.message), answer.failure) : undefined);
  });
  return {
    send: (batch) => {
      waiting += 1;
      thread.ref();
      thread.postMessage(batch);
    },
    fewerThan: async (count) => {
      while (failure === undefined && waiting >= count) await changed;
      if (failure !== undefined) throw failure;
    },
  };
}
