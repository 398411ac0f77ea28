// Writes the files of a site as they are made and remembers what each of them holds; those of incidents, when they are many, with a thread's help.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Incident } from '../core/model/incident.ts';
import type { SearchHead } from '../core/search/build.ts';
import { type Edition, type IncidentOrder, incidentFiles } from './incident-files.tsx';
import { type IncidentThread, startIncidentThread, type ThreadQueue } from './incident-thread.ts';
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
  /** Takes the order for the index of the search, over all incidents whose orders have been taken; absent where the caller has to make it. */
  writeSearch?(head: SearchHead): void;
  /** To be awaited between long stretches of work: lets the thread hear what to do next. Rejects with what has gone wrong there. */
  turn(): Promise<void>;
  /** Resolves when every file is on disk. */
  settle(): Promise<void>;
  /** Resolves when nothing is written any more, whatever was still to come. */
  abandon(): Promise<void>;
}

export interface WriterOptions {
  readonly edition: Edition;
  /** The incidents are many enough for a thread. */
  readonly isLarge: boolean;
  /** The thread, where there is one, makes the index of the search too: the incidents to write are all there are, and no later build asks again. */
  readonly isOnce: boolean;
  readonly ahead?: ThreadAhead;
}

/** Incidents to write from which on a second thread is worth its start. */
export const MANY_INCIDENTS = 400;

/** A thread that works since before the site was begun. */
export interface ThreadAhead {
  readonly thread: IncidentThread;
  /** Those it has read for itself. */
  readonly incidents: ReadonlySet<Incident>;
}

/** Messages on their way to the thread: while this one makes the longest of pages, it has enough to do. */
const AHEAD = 32;
/** The next one is there when the thread is done with the one before. */
const AHEAD_AT_END = 2;

export function makeWriter(folder: string, { edition, isLarge, isOnce, ahead }: WriterOptions): SiteWriter {
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
  if (!isLarge && ahead === undefined) return direct;

  const queue: ThreadQueue = { orders: [], ahead: AHEAD, reads: isOnce, unread: [] };
  const { orders } = queue;
  const thread = ahead?.thread ?? startIncidentThread();
  const isRead = (incident: Incident): boolean => ahead?.incidents.has(incident) ?? false;
  thread.begin({ folder, edition }, { queue, isRead, onWritten: note });
  return {
    ...direct,
    writeIncident: (order) => {
      orders.push(order);
      thread.wake();
    },
    ...(isOnce && {
      writeSearch: (head: SearchHead) => {
        // The thread is the only one who can make the index: pages can wait, and be made here.
        for (const { incident } of orders) if (!isRead(incident)) queue.unread.push(incident);
        queue.reads = false;
        queue.head = head;
        thread.wake();
      },
    }),
    turn: async () => {
      await nextTurn();
      thread.rethrow();
    },
    settle: async () => {
      // Nothing else is left to do here: help, and share the last orders evenly.
      queue.ahead = AHEAD_AT_END;
      for (let order = orders.pop(); order !== undefined; order = orders.pop()) {
        make(order);
        await nextTurn();
        thread.rethrow();
      }
      await thread.finish();
    },
    abandon: () => thread.end(),
  };
}
