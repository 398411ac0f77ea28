// A build in a thread of its own: it gets the memory that a large archive wants, and the process still hears signals.
import { onEnd } from '../io/cleanup.ts';
import { errorOf, type Failure } from '../io/failure.ts';
import { startLargeThread } from '../io/thread.ts';
import type { BuildEvent, BuildOptions, BuildResult } from './build.ts';
import { packageRoot } from './package.ts';

export type BuildMessage = { readonly event: BuildEvent } | { readonly result: BuildResult } | { readonly failure: Failure };

/** As `buildSite`. Nothing else in the process may mind which folder it runs in meanwhile. */
export async function buildInThread(options: Omit<BuildOptions, 'again'>, report: (event: BuildEvent) => void): Promise<BuildResult> {
  const cwd = process.cwd();
  // Eleventy has to run in this folder, and a thread cannot go anywhere.
  process.chdir(packageRoot);
  const thread = startLargeThread(new URL('./build-thread-main.ts', import.meta.url), options);
  thread.ref();
  // It must not write into what is being removed.
  const forget = onEnd(() => thread.terminate());
  try {
    return await new Promise<BuildResult>((resolve, reject) => {
      thread.on('message', (message: BuildMessage) => {
        if ('event' in message) report(message.event);
        else if ('result' in message) resolve(message.result);
        else reject(errorOf(message.failure));
      });
      thread.on('error', reject);
      thread.on('exit', () => reject(new Error('the thread that builds ended without a result')));
    });
  } finally {
    process.chdir(cwd);
    await thread.terminate();
    forget();
  }
}
