// Runs a program of the system: its arguments as they are, never through a shell, and nothing it says shown with a password in it.
import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../io/app-error.ts';
import { errorCode } from '../io/system-error.ts';

export type Input = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

export interface ProgramCall {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Added to ours; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Fed to its standard input. */
  readonly input?: Input;
  /** What it prints, as it comes; kept from the answer then. */
  readonly onOutput?: (text: string) => void;
}

export interface ProgramAnswer {
  readonly code: number | null;
  readonly output: string;
  /** The last of what it complained of. */
  readonly complaint: string;
}

const KEPT = 64 * 1024;

/** Throws when there is no such program; whatever else it comes to is in the answer. It ends when this process does. */
export async function runProgram({ program, args, cwd, env, input, onOutput }: ProgramCall): Promise<ProgramAnswer> {
  const child = spawn(program, args, {
    ...(cwd !== undefined && { cwd }),
    env: { ...process.env, LC_ALL: 'C', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const end = (): void => void child.kill();
  process.once('exit', end);
  const chunks: Buffer[] = [];
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => (onOutput ? onOutput(chunk.toString()) : chunks.push(chunk)));
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-KEPT);
  });
  try {
    const ended = new Promise<number | null>((resolve, reject) => {
      child.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ENOENT' ? notInstalled(program) : error));
      child.on('close', resolve);
    });
    // It may end before it has read everything: what it says then is in its exit code.
    const source = Readable.from(input ?? []);
    let failure: Error | undefined;
    source.once('error', (error) => {
      failure = error;
    });
    const fed = pipeline(source, child.stdin).catch(() => {});
    const [code] = await Promise.all([ended, fed]);
    if (failure !== undefined && !isPipeError(failure)) throw failure;
    return { code, output: Buffer.concat(chunks).toString(), complaint: withoutSecrets(complaint) };
  } finally {
    process.off('exit', end);
  }
}

/** Of the program, which has read enough; any other error is of whoever made the input. */
function isPipeError(error: Error): boolean {
  return ['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(errorCode(error) ?? '');
}

function notInstalled(program: string): AppError {
  return new AppError('not-installed', `${program} is not installed here.`, { hint: `Install the package ${program}.` });
}

/** Names, passwords and tokens in addresses, and in headers that were given by configuration. */
export function withoutSecrets(text: string): string {
  return text.replace(/([a-z][a-z\d+.-]*:\/\/)[^\s/@]+@/gi, '$1***@').replace(/(authorization:\s*)\S.*$/gim, '$1***');
}

/** What git says after every failure of a connection, whatever it was. */
const BOILERPLATE = /^(?:Please make sure you have the correct access rights|and the repository exists\.)$/;

/** The last lines that say anything, for a message. */
export function lastLines(complaint: string): string {
  const lines = complaint.split(/\r?\n/).map((line) => line.trim());
  const telling = lines.filter((line) => line !== '' && !BOILERPLATE.test(line));
  return telling.slice(-3).join(' / ').slice(0, 500);
}
