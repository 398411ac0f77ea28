// What runs in the thread for incidents: makes and writes their files, batch by batch, reads them for the search and makes its index, and answers
// what it wrote, or what went wrong.
import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from '../io/failure.ts';
import { incidentFiles } from './incident-files.tsx';
import type { ThreadAnswer, ThreadInput, ThreadTask } from './incident-thread.ts';
import { filePutter, type NewFile } from './put-file.ts';
import { makeIncidentReader } from './search-files.ts';

const { folder, edition } = (workerData as { readonly input: ThreadInput }).input;
const put = filePutter(folder, edition.config.urls);
const reader = makeIncidentReader(edition.config);

parentPort?.on('message', (task: ThreadTask) => parentPort?.postMessage(answer(task)));

function answer(task: ThreadTask): ThreadAnswer {
  try {
    return { written: Array.from(filesOf(task), put).flat() };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

function* filesOf(task: ThreadTask): Iterable<NewFile> {
  if (task.kind === 'index') yield* reader.index(task.head);
  else if (task.kind === 'read') for (const incident of task.incidents) reader.read(incident);
  else {
    for (const order of task.orders) {
      yield* incidentFiles(order, edition);
      if (task.reads) reader.read(order.incident);
    }
  }
}
