// The thread that makes the files of incidents, and the index of the search, while this one makes all others: takes orders from a list they share,
// a few at a time. Started while the archive is read, it reads the same files for itself: that takes less time than to be told what stands in them.
import type { Incident } from '../core/model/incident.ts';
import type { SearchHead } from '../core/search/build.ts';
import { errorOf, type Failure } from '../io/failure.ts';
import { startLargeThread } from '../io/thread.ts';
import type { Edition, IncidentOrder } from './incident-files.tsx';
import type { ReadFiles } from './load.ts';
import type { ManifestFile } from './manifest.ts';

/** What is to be read ahead; nothing, where every order brings its incident. */
export type ThreadInput = ReadFiles | undefined;

/** The site that the orders are for. */
export interface ThreadSite {
  readonly folder: string;
  readonly edition: Edition;
}

/** An order, or one for an incident that the thread has read ahead. */
export type ThreadOrder = IncidentOrder | (Pick<IncidentOrder, 'surroundings'> & { readonly file: string });

/** After the first message, which is the site. */
export type ThreadTask =
  | { readonly kind: 'write'; readonly orders: readonly ThreadOrder[]; readonly reads: boolean }
  | { readonly kind: 'read'; readonly incidents: readonly Incident[] }
  | { readonly kind: 'index'; readonly head: SearchHead };

export type ThreadAnswer = { readonly written: readonly ManifestFile[] } | { readonly failure: Failure };

/** Orders in a message: enough to outweigh its cost, few enough that at the end neither side waits for the other. */
const BATCH = 8;

export interface ThreadQueue {
  /** Taken from the front; others may take from the end. */
  readonly orders: IncidentOrder[];
  /** How many messages may be on their way. */
  ahead: number;
  /** The index is still to come: whoever writes an incident reads it for the search too, while it is at hand. */
  reads: boolean;
  /** To be read for the search before anything else is done. */
  readonly unread: Incident[];
  /** Taken when nothing is unread. */
  head?: SearchHead | undefined;
}

interface Shared {
  readonly queue: ThreadQueue;
  /** The thread has read it ahead. */
  readonly isRead: (incident: Incident) => boolean;
  readonly onWritten: (files: readonly ManifestFile[]) => void;
}

export interface IncidentThread {
  /** Before anything else is asked for, once. */
  begin(site: ThreadSite, shared: Shared): void;
  /** There are new orders. */
  wake(): void;
  /** Throws what went wrong there. */
  rethrow(): void;
  /** Resolves when all it was given is written. Rejects with what went wrong. */
  finish(): Promise<void>;
  end(): Promise<void>;
}

export function startIncidentThread(ahead?: ReadFiles): IncidentThread {
  const thread = startLargeThread(new URL('./incident-thread-main.ts', import.meta.url), ahead satisfies ThreadInput);
  let shared: Shared | undefined;
  let waiting = 0;
  let failure: Error | undefined;
  let onIdle = (): void => {};
  const feed = (): void => {
    while (shared !== undefined && failure === undefined && waiting < shared.queue.ahead) {
      const task = nextTask(shared);
      if (task === undefined) break;
      waiting += 1;
      thread.ref();
      thread.postMessage(task);
    }
    if (waiting > 0 && failure === undefined) return;
    thread.unref();
    onIdle();
  };
  thread.on('error', (error) => {
    failure ??= error;
    feed();
  });
  thread.on('message', (answer: ThreadAnswer) => {
    waiting -= 1;
    if ('written' in answer) shared?.onWritten(answer.written);
    else failure ??= errorOf(answer.failure);
    feed();
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
    rethrow,
    finish: async () => {
      await new Promise<void>((resolve) => {
        onIdle = resolve;
        feed();
      });
      rethrow();
      await end();
    },
    end,
  };
}

function nextTask({ queue, isRead }: Shared): ThreadTask | undefined {
  const { orders, reads, unread, head } = queue;
  if (unread.length > 0) return { kind: 'read', incidents: unread.splice(0, BATCH) };
  if (head !== undefined) {
    queue.head = undefined;
    return { kind: 'index', head };
  }
  if (orders.length === 0) return undefined;
  const named = ({ incident, surroundings }: IncidentOrder): ThreadOrder => ({ file: incident.file, surroundings });
  return { kind: 'write', orders: orders.splice(0, BATCH).map((order) => (isRead(order.incident) ? named(order) : order)), reads };
}
