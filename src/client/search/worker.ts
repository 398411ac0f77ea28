// The worker: everything that takes time happens here, so that typing never waits.
import { openDesk } from './desk.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { openSession } from './session.ts';

/** As much of a worker's global scope as is used: the document's types are loaded here. */
interface WorkerScope {
  readonly location: { readonly href: string };
  addEventListener(type: 'message', listener: (event: { readonly data: ToWorker }) => void): void;
  postMessage(message: FromWorker): void;
}

const scope = globalThis as unknown as WorkerScope;
/** This script lies one folder below the site's root. */
const root = new URL('../', scope.location.href).href;
const receive = openDesk(
  (isFresh) => openSession(root, isFresh),
  (told) => scope.postMessage(told),
);
scope.addEventListener('message', ({ data }) => receive(data));
