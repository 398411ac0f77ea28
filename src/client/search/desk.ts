// The worker's order of work: the newest question only, and one attempt with everything fetched anew before it gives up, unless the network is down.
import { SearchFileError } from '../../core/search/files/error.ts';
import type { Ask, Counts, Failure, Found, FromWorker, ToWorker } from './messages.ts';

/** The results are painted by then, and what stands beside them can follow. */
const PAUSE_MS = 50;

/** Lets messages that wait come in first. */
type IsWanted = () => Promise<boolean>;

/** The index, opened. */
export interface Session {
  /** Fetches what every search needs. What fails is told when it is asked for. */
  prepare(): void;
  /** Fetches ahead what makes later questions fetch less. What fails is of no consequence. */
  gather(): void;
  /** Undefined where the question was overtaken on the way: `isWanted` is asked before anything more is fetched. */
  find(ask: Ask, isWanted: IsWanted): Promise<{ readonly found: Found; readonly count: () => Promise<Counts> } | undefined>;
}

/** `isFresh`: nothing the browser kept is good enough; it may be what is damaged, or of the site as it was yesterday. */
export type OpenSession = (isFresh: boolean) => Session;

/** `isFresh`: everything was fetched anew for it. */
interface Held {
  readonly session: Session;
  readonly isFresh: boolean;
}

export function openDesk(open: OpenSession, tell: (told: FromWorker) => void): (message: ToWorker) => void {
  let held: Held | undefined;
  let newest = 0;
  /** The question that has its results: what fails from there on takes nothing from them. */
  let found = 0;

  const hold = (): Held => {
    held ??= { session: open(false), isFresh: false };
    return held;
  };
  const attempt = async (ask: Ask, { session }: Held) => {
    const isWanted = async () => {
      await nextTurn();
      return ask.number === newest;
    };
    const answer = await session.find(ask, isWanted);
    if (!answer || ask.number !== newest) return;
    tell({ kind: 'found', number: ask.number, found: answer.found });
    found = ask.number;
    await pause(PAUSE_MS);
    // A letter typed meanwhile finds the worker idle: whoever types on is not kept waiting by counts that nobody reads.
    if (ask.number !== newest) return session.gather();
    const counts = await answer.count();
    if (ask.number === newest) tell({ kind: 'counted', number: ask.number, counts });
    session.gather();
  };
  const fail = ({ number }: Ask, error: unknown) => {
    // What was overtaken has no say; the question that overtook it makes its own attempt.
    if (number !== newest) return;
    const failure = sayFailure(error);
    if (found === number) tell({ kind: 'counted', number, counts: { groups: [], failure } });
    else tell({ kind: 'failed', number, failure });
  };
  const answer = async (ask: Ask) => {
    const before = hold();
    try {
      return await attempt(ask, before);
    } catch (error) {
      // A file that only decorates is not asked for anew with every letter.
      const isTried = before.isFresh && found === ask.number;
      if (ask.number !== newest || isTried || isUnreachable(error)) return fail(ask, error);
    }
    const fresh = { session: open(true), isFresh: true };
    held = fresh;
    try {
      return await attempt(ask, fresh);
    } catch (error) {
      // Without a network, what was fetched before is all there is.
      if (held === fresh && isUnreachable(error)) held = before;
      else if (ask.number === newest && found !== ask.number) held = undefined;
      fail(ask, error);
    }
  };
  return (message) => {
    if (message.kind === 'ping') {
      tell({ kind: 'alive' });
      return;
    }
    if (message.kind === 'open') {
      hold().session.prepare();
      return;
    }
    newest = message.ask.number;
    void answer(message.ask);
  };
}

/** Timers wait for milliseconds, promises for nothing at all. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function isUnreachable(error: unknown): boolean {
  return error instanceof SearchFileError && error.isUnreachable;
}

/** Anything but an error of a file is a mistake of ours. */
function sayFailure(error: unknown): Failure {
  if (error instanceof SearchFileError && error.isUnreachable)
    return { why: `The search index could not be fetched: ${error.why}.`, isUnreachable: true };
  if (error instanceof SearchFileError) return { why: `The search index could not be read: ${error.why}.`, path: error.path };
  return { why: `The search ended with an error: ${error instanceof Error ? error.message : String(error)}.` };
}
