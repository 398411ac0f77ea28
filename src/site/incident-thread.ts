// The thread that makes the files of incidents, and the index of the search, while this one makes all others: takes orders from a list they share,
// a few at a time. Started while the archive is read, it reads the same files for itself: that takes less time than to be told what stands in them.
import type { Likeness } from '../core/archive/likeness.ts';
import type { Surroundings } from '../core/archive/surroundings.ts';
import type { SearchHead } from '../core/search/build.ts';
import { errorOf, type Failure } from '../io/failure.ts';
import { startLargeThread } from '../io/thread.ts';
import type { Edition, IncidentOrder } from './incident-files.tsx';
import type { ReadFiles } from './load.ts';
import type { ManifestFile } from './manifest.ts';

/** What is to be read ahead; nothing, where every order brings its incident. */
export type ThreadInput = ReadFiles | undefined;

/** An incident, and its file as its author wrote it. */
export type IncidentWithSource = Pick<IncidentOrder, 'incident' | 'markdown'>;

/** The site that the orders are for. */
export interface ThreadSite {
  readonly folder: string;
  readonly edition: Edition;
  /** All incidents of a site that is made once, newest first: by their files, those that the thread has read for itself. */
  readonly shown: readonly (string | IncidentWithSource)[];
}

/** An order for an incident of the site, or for one that it brings. */
export type ThreadOrder = IncidentOrder | { readonly file: string; readonly surroundings: Surroundings };

/** After the first message, which is the site. */
export type ThreadTask =
  | { readonly kind: 'compare'; readonly files: readonly string[] }
  | { readonly kind: 'write'; readonly orders: readonly ThreadOrder[] }
  | { readonly kind: 'index'; readonly head: SearchHead };

export type ThreadAnswer =
  | { readonly compared: readonly Compared[] }
  | { readonly written: readonly ManifestFile[] }
  | { readonly failure: Failure };

/** What an incident is like. */
export interface Compared {
  readonly file: string;
  readonly similar: readonly Likeness[];
}

/** Orders in a message: enough to outweigh its cost, few enough that at the end neither side waits for the other. */
const BATCH = 8;
const COMPARED_AT_ONCE = 64;

export interface ThreadQueue {
  /** Files of incidents that are to be compared with all others, before anything else is done. */
  readonly compare: string[];
  /** Taken before any order. */
  head?: SearchHead | undefined;
  /** Taken from the front; others may take from the end. */
  readonly orders: IncidentOrder[];
  /** How many messages may be on their way. */
  ahead: number;
}

interface Shared {
  readonly queue: ThreadQueue;
  /** The orders bring their incidents. */
  readonly isToldAll: boolean;
  readonly onCompared: (compared: readonly Compared[]) => void;
  readonly onWritten: (files: readonly ManifestFile[]) => void;
}

export interface IncidentThread {
  /** Before anything else is asked for, once. */
  begin(site: ThreadSite, shared: Shared): void;
  /** There are new orders. */
  wake(): void;
  /** Resolves when it has answered something it was asked, or failed. For one caller at a time. */
  heard(): Promise<void>;
  /** Throws what went wrong there. */
  rethrow(): void;
  /** Resolves when all it was given is done. Rejects with what went wrong. */
  finish(): Promise<void>;
  end(): Promise<void>;
}

export function startIncidentThread(ahead?: ReadFiles): IncidentThread {
  const thread = startLargeThread(new URL('./incident-thread-main.ts', import.meta.url), ahead satisfies ThreadInput);
  let shared: Shared | undefined;
  let waiting = 0;
  let failure: Error | undefined;
  let onAnswer = (): void => {};
  const feed = (): void => {
    while (shared !== undefined && failure === undefined && waiting < shared.queue.ahead) {
      const task = nextTask(shared);
      if (task === undefined) break;
      waiting += 1;
      thread.ref();
      thread.postMessage(task);
    }
    if (waiting === 0 || failure !== undefined) thread.unref();
  };
  const heard = (): Promise<void> =>
    new Promise((resolve) => {
      onAnswer = resolve;
    });
  thread.on('error', (error) => {
    failure ??= error;
    feed();
    onAnswer();
  });
  thread.on('message', (answer: ThreadAnswer) => {
    waiting -= 1;
    if ('written' in answer) shared?.onWritten(answer.written);
    else if ('compared' in answer) shared?.onCompared(answer.compared);
    else failure ??= errorOf(answer.failure);
    feed();
    onAnswer();
  });
  const rethrow = (): void => {
    if (failure !== undefined) throw failure;
  };
  const end = async (): Promise<void> => {
    await thread.terminate();
  };
  return {
    begin: (site, given) => {
      shared = given;
      thread.postMessage(site);
    },
    wake: feed,
    heard,
    rethrow,
    finish: async () => {
      feed();
      while (waiting > 0 && failure === undefined) await heard();
      rethrow();
      await end();
    },
    end,
  };
}

function nextTask({ queue, isToldAll }: Shared): ThreadTask | undefined {
  const { compare, orders, head } = queue;
  if (compare.length > 0) return { kind: 'compare', files: compare.splice(0, COMPARED_AT_ONCE) };
  if (head !== undefined) {
    queue.head = undefined;
    return { kind: 'index', head };
  }
  if (orders.length === 0) return undefined;
  const batch = orders.splice(0, BATCH);
  const named = ({ incident, surroundings }: IncidentOrder): ThreadOrder => ({ file: incident.file, surroundings });
  return { kind: 'write', orders: isToldAll ? batch : batch.map(named) };
}
