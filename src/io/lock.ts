// One process at a time for one piece of work: a file beside it that says which process is at it, taken over when that process is dead.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from './app-error.ts';
import { randomName } from './atomic.ts';
import { onEnd } from './cleanup.ts';
import { ageOf, stopwatch, timeOfDay } from './clock.ts';
import { errorCode, explainSystemError } from './system-error.ts';

export interface Lock {
  /** Throws when another process holds the lock by now: somebody deleted the file while this one ran. */
  readonly assertHeld: () => void;
  readonly release: () => void;
}

/** What the lock keeps apart, in words. */
export interface LockedWork {
  /** Before "is running": `Another build of the same output`. */
  readonly other: string;
  /** What to do where nothing can be written. */
  readonly elsewhere: string;
  /** Milliseconds to wait for a process that has the lock. */
  readonly patience: number;
}

const BUILD: LockedWork = { other: 'Another build of the same output', elsewhere: 'write somewhere else with --output', patience: 0 };

/** How often somebody who waits looks again. */
const LOOK_AGAIN = 50;

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the lock was taken, for people. */
  readonly since: string;
  /** When the process began, as the system counts: process ids are used again. Absent where the system does not tell. */
  readonly began?: string;
  readonly token: string;
}

/** A process of another machine cannot be asked; its lock counts for as long as any work could possibly take. */
const FOREIGN_LIFETIME = 60 * 60 * 1000;

/** Within this time two processes that both found the same dead lock have both written theirs, and see who was last. */
const SETTLE = 60;

/** Takes the lock, or throws and says who has it. It is given back when the process ends, however it ends short of a kill. */
export async function takeLock(path: string, work: LockedWork = BUILD): Promise<Lock> {
  const mine = describeSelf();
  const text = `${JSON.stringify(mine)}\n`;
  const waited = stopwatch();
  while (!writeNew(path, text, work)) {
    // What cannot be understood may be the lock of a process that is just writing it.
    if (readHolder(path) === undefined) await wait(SETTLE);
    const holder = readHolder(path);
    if (holder !== undefined && isAlive(holder, path)) {
      if (waited() >= work.patience) throw held(path, holder, work);
      await wait(LOOK_AGAIN);
      continue;
    }
    if (!existsSync(path)) continue;
    // Over the old one, so that the lock is never absent while two processes take it over: the last to write has it.
    write(path, text, { flag: 'w', work });
    await wait(SETTLE);
    if (readHolder(path)?.token === mine.token) break;
  }
  return makeLock(path, mine.token);
}

/** False when there is one already. */
function writeNew(path: string, text: string, work: LockedWork): boolean {
  return write(path, text, { flag: 'wx', work });
}

interface Writing {
  readonly flag: 'w' | 'wx';
  readonly work: LockedWork;
}

/** False when there is one already and `wx` asks for a new one. Whatever else keeps a file from being written there is the environment's. */
function write(path: string, text: string, { flag, work }: Writing): boolean {
  try {
    writeFileSync(path, text, { flag });
    return true;
  } catch (error) {
    if (flag === 'wx' && errorCode(error) === 'EEXIST') return false;
    const folder = dirname(path);
    const known = explainSystemError(error, folder);
    if (known !== undefined) throw known;
    throw new AppError('no-folder', `Nothing can be written in ${folder} (${errorCode(error) ?? 'the system does not say why'}).`, {
      hint: `Check that it is a folder of an ordinary disk, or ${work.elsewhere}.`,
      cause: error,
    });
  }
}

function makeLock(path: string, token: string): Lock {
  const isMine = (): boolean => readHolder(path)?.token === token;
  const release = (): void => {
    forget();
    if (isMine()) rmSync(path, { force: true });
  };
  const forget = onEnd(release);
  return {
    release,
    assertHeld: () => {
      if (isMine()) return;
      throw new AppError('lock-lost', `Another process took the lock ${path} away from this one.`, {
        hint: 'Let one finish, then run the other.',
      });
    },
  };
}

function held(path: string, { pid, host, since }: Holder, { other }: LockedWork): AppError {
  const elsewhere = host === hostname() ? '' : ` on ${host}`;
  const message = `${other} is running: process ${pid}${elsewhere}, since ${since}.`;
  return new AppError('locked', message, { hint: `Wait until it is done. If it is not running any more, delete ${path}.` });
}

function describeSelf(): Holder {
  const began = beginningOf(process.pid);
  return { pid: process.pid, host: hostname(), since: timeOfDay(), ...(began === undefined ? {} : { began }), token: randomName() };
}

/** Undefined when there is no lock, and when what is there is not one. */
function readHolder(path: string): Holder | undefined {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isHolder(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  return (
    typeof value === 'object' && value !== null && 'pid' in value && Number.isSafeInteger(value.pid) && 'host' in value && 'token' in value
  );
}

function isAlive(holder: Holder, path: string): boolean {
  // A clock that was set back since makes it young for years.
  if (holder.host !== hostname()) return Math.abs(ageOf(statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)) < FOREIGN_LIFETIME;
  const began = beginningOf(holder.pid);
  if (began !== undefined && holder.began !== undefined) return began === holder.began;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    // Not allowed to send it a signal: it is there, and somebody else's.
    return errorCode(error) === 'EPERM';
  }
}

/** Clock ticks from boot to the start of a process, the 22nd field of its `stat` (proc(5)); the 2nd may itself hold spaces and brackets. */
function beginningOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
