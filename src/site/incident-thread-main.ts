// What runs in the thread for incidents: reads them for the search, compares them, makes and writes their files, batch by batch, makes the index
// of the search, and answers what came of it, or what went wrong.
import { parentPort, workerData } from 'node:worker_threads';
import { likenessesIn } from '../core/archive/likeness.ts';
import { linkIncidents } from '../core/archive/linked.ts';
import { type ResemblanceMemory, readAhead } from '../core/resemblance/compare.ts';
import { failureOf } from '../io/failure.ts';
import { compileAll } from './compile-files.ts';
import { type Edition, incidentFiles } from './incident-files.tsx';
import type { Compared, IncidentWithSource, ThreadAnswer, ThreadInput, ThreadOrder, ThreadSite, ThreadTask } from './incident-thread.ts';
import type { ReadFiles } from './load.ts';
import { filePutter, type NewFile } from './put-file.ts';
import { type IncidentReader, makeIncidentReader } from './search-files.ts';

const { input } = workerData as { readonly input: ThreadInput };
const ahead = input && readFiles(input);

parentPort?.once('message', (site: ThreadSite) => {
  const work = makeWork(site);
  parentPort?.on('message', (task: ThreadTask) => parentPort?.postMessage(answer(() => work(task))));
});

function answer(work: () => ThreadAnswer): ThreadAnswer {
  try {
    return work();
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

type Incidents = ReadonlyMap<string, IncidentWithSource>;

interface Read {
  readonly incidents: Incidents;
  readonly reader: IncidentReader;
  readonly resemblance: ResemblanceMemory;
}

/** What can be done before the site is known. */
function readFiles(files: ReadFiles): Read {
  const incidents = incidentsOf(files);
  const reader = makeIncidentReader(files.config);
  const resemblance: ResemblanceMemory = {};
  for (const { incident } of incidents.values()) {
    reader.read(incident);
    readAhead(incident, resemblance);
  }
  return { incidents, reader, resemblance };
}

function incidentsOf(files: ReadFiles): Incidents {
  const compiled = compileAll(files.sources, { ...files, known: new Map() });
  return new Map(compiled.flatMap(({ source, incident }) => (incident ? [[source.path, { incident, markdown: source.text }]] : [])));
}

/** The incidents of the site, in its order; what was not read ahead comes with it. */
function takeOver({ shown, edition: { config } }: ThreadSite): Read {
  const isReadAlike = JSON.stringify(input?.config) === JSON.stringify(config);
  const { reader, resemblance } = ahead && isReadAlike ? ahead : { reader: makeIncidentReader(config), resemblance: {} };
  const incidents = new Map<string, IncidentWithSource>();
  for (const one of shown) {
    const written = typeof one === 'string' ? at(one, ahead?.incidents) : one;
    incidents.set(written.incident.file, written);
    if (typeof one !== 'string' || !isReadAlike) reader.read(written.incident);
  }
  return { incidents, reader, resemblance };
}

function makeWork(site: ThreadSite): (task: ThreadTask) => ThreadAnswer {
  const { folder, edition } = site;
  const read = takeOver(site);
  const put = filePutter(folder, edition.config.urls);
  const write = (files: Iterable<NewFile>): ThreadAnswer => ({ written: Array.from(files, put).flat() });
  const compare = makeComparer(read, edition);
  return (task) => {
    if (task.kind === 'compare') return { compared: task.files.map(compare) };
    return write(task.kind === 'index' ? read.reader.index(task.head) : filesOf(task.orders, read.incidents, edition));
  };
}

/** What it takes to compare is as large as all incidents together: it goes with the last of them. */
function makeComparer({ incidents, resemblance }: Read, { config }: Edition): (file: string) => Compared {
  let similar: ReturnType<typeof likenessesIn> | undefined;
  let left = incidents.size;
  return (file) => {
    similar ??= likenessesIn({ ...linkIncidents(Array.from(incidents.values(), ({ incident }) => incident)), config }, resemblance);
    const compared = { file, similar: similar(at(file, incidents).incident) };
    left -= 1;
    if (left === 0) {
      similar = undefined;
      delete resemblance.known;
    }
    return compared;
  };
}

function at(file: string, incidents: Incidents | undefined): IncidentWithSource {
  const found = incidents?.get(file);
  if (found === undefined) throw new Error(`${file} was not read`);
  return found;
}

function* filesOf(orders: readonly ThreadOrder[], incidents: Incidents, edition: Edition): Iterable<NewFile> {
  for (const order of orders) {
    yield* incidentFiles('file' in order ? { ...at(order.file, incidents), surroundings: order.surroundings } : order, edition);
  }
}
