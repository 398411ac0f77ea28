// The thread that writes a large site: takes files in batches, answers each batch with what it wrote, or with what went wrong.
import { parentPort, workerData } from 'node:worker_threads';
import type { ManifestFile } from './manifest.ts';
import { filePutter, type NewFile } from './put-file.ts';

export interface WriteInput {
  readonly folder: string;
}

export type WriteAnswer = { readonly written: readonly ManifestFile[] } | { readonly failure: WriteFailure };

/** A thrown error loses its own fields on the way to another thread; an object does not. */
export interface WriteFailure {
  readonly message: string;
  readonly code?: string;
  readonly syscall?: string;
  readonly path?: string;
}

const { folder } = (workerData as { readonly input: WriteInput }).input;
const put = filePutter(folder);

parentPort?.on('message', (batch: readonly NewFile[]) => parentPort?.postMessage(answer(batch)));

function answer(batch: readonly NewFile[]): WriteAnswer {
  try {
    return { written: batch.map(put) };
  } catch (error) {
    const { message, code, syscall, path } = error as NodeJS.ErrnoException;
    return { failure: { message, ...(code && { code }), ...(syscall && { syscall }), ...(path && { path }) } };
  }
}
