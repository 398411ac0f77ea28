// Programs of the system that run beside a test or a measurement, each on a port of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What has been started, to be ended by whoever had it started. */
export type Running = ChildProcess[];

/** A folder with the published site, and one of the server's own to keep what it needs in. */
export interface Places {
  readonly site: string;
  readonly work: string;
  readonly running: Running;
}

export function endPrograms(running: Running): void {
  for (const child of running.splice(0)) child.kill('SIGTERM');
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

interface Started {
  readonly port: number;
  readonly running: Running;
  readonly env?: Readonly<Record<string, string>>;
  /** Seconds until it has to answer. */
  readonly patience?: number;
}

/** Resolves when the port answers; it runs until `running` is ended. */
export async function startProgram(
  program: string,
  args: readonly string[],
  { port, running, env, patience = 60 }: Started,
): Promise<ChildProcess> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  running.push(child);
  for (let tries = 0; tries < patience * 20; tries++) {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${said}`);
    if (await answers(port)) return child;
    await wait(50);
  }
  throw new Error(`${program} does not answer: ${said}`);
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
