// The worker of the triage page: everything that takes time happens here, so that typing never waits.
import { SearchFileError } from '../../core/search/files/error.ts';
import type { Failure } from '../search/messages.ts';
import type { Ask, FromWorker, ToWorker } from './messages.ts';
import { openSession, type Session } from './session.ts';

/** As much of a worker's global scope as is used: the document's types are loaded here. */
interface WorkerScope {
  readonly location: { readonly href: string };
  addEventListener(type: 'message', listener: (event: { readonly data: ToWorker }) => void): void;
  postMessage(message: FromWorker): void;
}

const scope = globalThis as unknown as WorkerScope;
/** This script lies one folder below the site's root. */
const root = new URL('../', scope.location.href).href;

let held: Session | undefined;
let newest = 0;

scope.addEventListener('message', ({ data }) => {
  held ??= openSession(root, false);
  if (data.kind === 'open') return;
  newest = data.ask.number;
  void answer(data.ask, held);
});

/** One more attempt with everything fetched anew, unless the network is down: what the browser kept may be what is damaged. */
async function answer(ask: Ask, session: Session): Promise<void> {
  try {
    return await attempt(ask, session);
  } catch (error) {
    if (error instanceof SearchFileError && error.isUnreachable) return fail(ask, error);
  }
  const fresh = openSession(root, true);
  held = fresh;
  try {
    await attempt(ask, fresh);
  } catch (error) {
    fail(ask, error);
  }
}

async function attempt(ask: Ask, session: Session): Promise<void> {
  const index = await session.index;
  // Messages that wait come in first: only the newest text is compared.
  await new Promise((resolve) => setTimeout(resolve));
  if (ask.number !== newest) return;
  const found = await session.find(index, ask.text);
  if (ask.number === newest) scope.postMessage({ kind: 'found', number: ask.number, found });
}

function fail({ number }: Ask, error: unknown): void {
  held = undefined;
  if (number === newest) scope.postMessage({ kind: 'failed', number, failure: sayFailure(error) });
}

/** Anything but an error of a file is a mistake of ours. */
function sayFailure(error: unknown): Failure {
  if (!(error instanceof SearchFileError)) {
    return { why: `The comparison ended with an error: ${error instanceof Error ? error.message : String(error)}.` };
  }
  if (error.isUnreachable) return { why: `What the archive is compared by could not be fetched: ${error.why}.`, isUnreachable: true };
  return { why: `What the archive is compared by could not be read: ${error.why}.`, path: error.path };
}
