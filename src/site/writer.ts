// Writes the files of a site as they are made and remembers what each of them holds; those of incidents, when they are many, with a thread's help.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SearchHead } from '../core/search/build.ts';
import { type Edition, type IncidentOrder, incidentFiles } from './incident-files.tsx';
import { type Compared, type IncidentThread, startIncidentThread, type ThreadQueue, type ThreadSite } from './incident-thread.ts';
import type { ManifestFile } from './manifest.ts';
import { filePutter } from './put-file.ts';

export interface SiteWriter {
  /** Absolute. */
  readonly folder: string;
  /** By path from the folder. Complete after `settle`. */
  readonly files: ReadonlyMap<string, ManifestFile>;
  /** Throws what the system says. */
  write(path: string, content: string | Uint8Array): void;
  /** Takes the order; the page and its twins are there after `settle`. */
  writeIncident(order: IncidentOrder): void;
  /** To be awaited between long stretches of work: lets the thread hear what to do next. Rejects with what has gone wrong there. */
  turn(): Promise<void>;
  /** Resolves when every file is on disk. */
  settle(): Promise<void>;
  /** Resolves when nothing is written any more, whatever was still to come. */
  abandon(): Promise<void>;
}

/** Makes an order of what is known of the incident of a file. */
export type OrderWith = (compared: Compared) => IncidentOrder;

/** Incidents to write from which on a second thread is worth its start. */
export const MANY_INCIDENTS = 400;

export interface WriterOptions {
  readonly edition: Edition;
  /** The incidents are many enough for a thread. */
  readonly isLarge?: boolean;
  /** Where nothing is built before or after it in this process, and incidents are many: all of them are written, and the index of the search. */
  readonly once?: WrittenOnce;
}

/** What the thread compares, writes and indexes without being given orders one by one: no later build will want to remember what came of it. */
interface WrittenOnce extends Pick<ThreadSite, 'shown'> {
  readonly thread: IncidentThread;
  readonly head: SearchHead;
  readonly orderWith: OrderWith;
}

/** Messages on their way to the thread: while this one makes the longest of pages, it has enough to do. */
const AHEAD = 32;
/** The next one is there when the thread is done with the one before. */
const AHEAD_AT_END = 2;

export function makeWriter(folder: string, { edition, once, isLarge = once !== undefined }: WriterOptions): SiteWriter {
  const files = new Map<string, ManifestFile>();
  const note = (written: readonly ManifestFile[]): void => {
    for (const file of written) files.set(file.path, file);
  };
  const put = filePutter(folder, edition.config.urls);
  const make = (order: IncidentOrder): void => note(incidentFiles(order, edition).flatMap(put));
  const direct: SiteWriter = {
    folder,
    files,
    write: (path, content) => note(put({ path, content })),
    writeIncident: make,
    turn: async () => {},
    settle: async () => {},
    abandon: async () => {},
  };
  if (!isLarge) return direct;

  const { shown = [], thread = startIncidentThread(), head } = once ?? {};
  const compare = shown.map((one) => (typeof one === 'string' ? one : one.incident.file));
  const queue: ThreadQueue = { compare, head, orders: [], ahead: AHEAD };
  const { orders } = queue;
  let uncompared = shown.length;
  const onCompared = (compared: readonly Compared[]): void => {
    uncompared -= compared.length;
    if (once) orders.push(...compared.map(once.orderWith));
  };
  thread.begin({ folder, edition, shown }, { queue, isToldAll: once === undefined, onCompared, onWritten: note });
  thread.wake();
  return {
    ...direct,
    writeIncident: (order) => {
      orders.push(order);
      thread.wake();
    },
    turn: async () => {
      await nextTurn();
      thread.rethrow();
    },
    settle: async () => {
      // Nothing else is left to do here: help, and share the last orders evenly.
      queue.ahead = AHEAD_AT_END;
      while (orders.length > 0 || uncompared > 0) {
        const order = orders.pop();
        if (order) make(order);
        await (order ? nextTurn() : thread.heard());
        thread.rethrow();
      }
      await thread.finish();
    },
    abandon: () => thread.end(),
  };
}
