// What runs in the thread for incidents: makes and writes their files, batch by batch, reads them for the search and makes its index, and answers
// what it wrote, or what went wrong.
import { parentPort, workerData } from 'node:worker_threads';
import type { Incident } from '../core/model/incident.ts';
import type { SiteConfig } from '../core/model/site-config.ts';
import { failureOf } from '../io/failure.ts';
import { compileAll } from './compile-files.ts';
import { type IncidentOrder, incidentFiles } from './incident-files.tsx';
import type { ThreadAnswer, ThreadInput, ThreadOrder, ThreadSite, ThreadTask } from './incident-thread.ts';
import type { ReadFiles } from './load.ts';
import { filePutter, type NewFile } from './put-file.ts';
import { type IncidentReader, makeIncidentReader } from './search-files.ts';

/** An incident read ahead, with its file as its author wrote it. */
interface ReadAhead {
  readonly incident: Incident;
  readonly markdown: string;
}

const { input } = workerData as { readonly input: ThreadInput };
const ahead = new Map<string, ReadAhead>();
const early = input && readAll(input);

parentPort?.once('message', ({ folder, edition }: ThreadSite) => {
  const put = filePutter(folder, edition.config.urls);
  const reader = early && isSame(edition.config, input.config) ? early : makeIncidentReader(edition.config);
  const answer = (task: ThreadTask): ThreadAnswer => {
    try {
      return { written: Array.from(filesOf(task, { edition, reader }), put).flat() };
    } catch (error) {
      return { failure: failureOf(error) };
    }
  };
  parentPort?.on('message', (task: ThreadTask) => parentPort?.postMessage(answer(task)));
});

function readAll(files: ReadFiles): IncidentReader {
  const reader = makeIncidentReader(files.config);
  for (const { source, incident } of compileAll(files.sources, { ...files, known: new Map() })) {
    if (incident === undefined) continue;
    ahead.set(source.path, { incident, markdown: source.text });
    reader.read(incident);
  }
  return reader;
}

/** Other names or zones, and an incident is another one. */
function isSame(a: SiteConfig, b: SiteConfig): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

interface Making extends Pick<ThreadSite, 'edition'> {
  readonly reader: IncidentReader;
}

function* filesOf(task: ThreadTask, { edition, reader }: Making): Iterable<NewFile> {
  if (task.kind === 'index') yield* reader.index(task.head);
  else if (task.kind === 'read') for (const incident of task.incidents) reader.read(incident);
  else {
    for (const given of task.orders) {
      const order = orderOf(given);
      yield* incidentFiles(order, edition);
      if (task.reads && !('file' in given)) reader.read(order.incident);
    }
  }
}

/** What was read ahead is needed once. */
function orderOf(order: ThreadOrder): IncidentOrder {
  if (!('file' in order)) return order;
  const read = ahead.get(order.file);
  if (read === undefined) throw new Error(`${order.file} was not read ahead`);
  ahead.delete(order.file);
  return { ...read, surroundings: order.surroundings };
}
