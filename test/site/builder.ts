// The process that builds while serving, for tests of one build after the other in the same memory.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { BuildOrder, BuildReply } from '../../src/cli/serve/messages.ts';
import type { Day } from '../../src/core/model/timestamp.ts';
import type { BuildOptions } from '../../src/site/build.ts';
import { ROOT } from './build.ts';

/** Sends one order at a time. Rejects when a build fails by more than what stands in the archive. */
export type Builder = (
  order: BuildOrder & { readonly asOf: Day } & Pick<BuildOptions, 'lookBack'>,
) => Promise<Extract<BuildReply, { kind: 'done' }>['result']>;

/** Ended with the tests of the file. The folder above each `staging` is removed then, as when a server is killed. */
export function startBuilder(): Builder {
  const child = fork(join(ROOT, 'src/cli/serve/builder-process.ts'), {
    cwd: ROOT,
    execArgv: ['--import', import.meta.resolve('tsx')],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const died = once(child, 'close').then(() => Promise.reject(new Error('the process that builds has ended')));
  died.catch(() => {});
  afterAll(() => end(child));
  return async (order) => {
    child.send(order);
    const [reply] = (await Promise.race([once(child, 'message'), died])) as [BuildReply];
    if (reply.kind === 'failed') throw new Error(reply.text);
    return reply.result;
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (!child.connected) return;
  const gone = once(child, 'exit');
  child.disconnect();
  await gone;
}
