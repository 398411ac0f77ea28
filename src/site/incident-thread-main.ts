// What runs in the thread for incidents: makes and writes their files, batch by batch, and answers what it wrote, or what went wrong.
import { parentPort, workerData } from 'node:worker_threads';
import { type IncidentOrder, incidentFiles } from './incident-files.tsx';
import type { ThreadAnswer, ThreadInput } from './incident-thread.ts';
import { filePutter } from './put-file.ts';

const { folder, edition } = (workerData as { readonly input: ThreadInput }).input;
const put = filePutter(folder);

parentPort?.on('message', (orders: readonly IncidentOrder[]) => parentPort?.postMessage(answer(orders)));

function answer(orders: readonly IncidentOrder[]): ThreadAnswer {
  try {
    return { written: orders.flatMap((order) => incidentFiles(order, edition).map(put)) };
  } catch (error) {
    const { message, code, syscall, path } = error as NodeJS.ErrnoException;
    return { failure: { message, ...(code && { code }), ...(syscall && { syscall }), ...(path && { path }) } };
  }
}
