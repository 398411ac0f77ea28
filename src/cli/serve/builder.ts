// The server's side of the process that builds: starts it, hands it one build at a time, replaces it.
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onEnd } from '../../io/cleanup.ts';
import { packageRoot } from '../../site/package.ts';
import type { BuildOrder, BuildReply } from './messages.ts';

export interface Builder {
  /** Builds into the folder of this process. Never rejects: a process that dies is a failed build. */
  readonly build: (order: Omit<BuildOrder, 'staging'>) => Promise<BuildReply>;
  /** The folder that holds the site after a build that went well. */
  readonly folder: () => string;
  /** The next build is done by a new process, into a new folder: what it knew and wrote may be wrong by now. */
  readonly replace: () => void;
}

/** Enough of what a dying process says to know why. */
const LAST_WORDS = 20_000;

interface Worker {
  readonly process: ChildProcess;
  readonly folder: string;
  /** The end of what it wrote to standard error. */
  words: string;
}

export function startBuilder(): Builder {
  const root = mkdtempSync(join(tmpdir(), 'hindsight-serve-'));
  let count = 0;
  let worker = startWorker(join(root, `site-${++count}`));
  let retired: Worker[] = [];
  onEnd(() => {
    for (const { process } of [worker, ...retired]) process.kill('SIGKILL');
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  });
  const replace = (): void => {
    worker.process.kill('SIGKILL');
    retired.push(worker);
    worker = startWorker(join(root, `site-${++count}`));
  };
  return {
    folder: () => worker.folder,
    replace,
    build: async (order) => {
      if (!worker.process.connected) replace();
      const reply = await ask(worker, { ...order, staging: worker.folder });
      if (reply.kind === 'failed') {
        replace();
        return reply;
      }
      // Until now the old folders were what the browser sees.
      for (const { folder } of retired) rmSync(folder, { recursive: true, force: true });
      retired = [];
      return reply;
    },
  };
}

function startWorker(folder: string): Worker {
  mkdirSync(folder);
  const child = fork(fileURLToPath(new URL('./builder-process.ts', import.meta.url)), {
    // tsx looks for tsconfig.json where the process runs.
    cwd: packageRoot,
    // An archive is made of what stays: with Node's own 16 MiB, much of a large build goes into copying it.
    execArgv: ['--import', import.meta.resolve('tsx'), '--max-semi-space-size=32'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const worker: Worker = { process: child, folder, words: '' };
  // A build that is under way hears of it as well; without one there is nothing to say yet.
  child.on('error', () => {});
  child.stderr?.on('data', (chunk: Buffer) => {
    worker.words = (worker.words + chunk.toString()).slice(-LAST_WORDS);
  });
  return worker;
}

function ask(worker: Worker, order: BuildOrder): Promise<BuildReply> {
  const child = worker.process;
  return new Promise((resolve) => {
    const finish = (reply: BuildReply): void => {
      child.off('message', finish).off('error', onError).off('close', onClose);
      resolve(reply);
    };
    const onError = (error: Error): void => finish({ kind: 'failed', text: error.stack ?? error.message });
    const onClose = (code: number | null, signal: string | null): void => {
      finish({ kind: 'failed', text: `The build process ended (${signal ?? `exit ${code}`}).\n${worker.words}` });
    };
    child.on('message', finish).on('error', onError).on('close', onClose);
    child.send(order);
  });
}
