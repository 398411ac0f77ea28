// A git repository for one publish, gone afterwards. It reads the configuration of the user's own, so that remotes, credential helpers and the headers
// that pipelines set are known to it, and has no hook of theirs run.
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError } from '../../io/app-error.ts';
import { onEnd } from '../../io/cleanup.ts';
import { type Input, lastLines, type ProgramAnswer, runProgram } from '../run-program.ts';

export interface Git {
  readonly run: (args: readonly string[], input?: Input) => Promise<ProgramAnswer>;
  /** Throws when git ends badly. */
  readonly must: (args: readonly string[]) => Promise<string>;
  /** `Name <address>`: that of the user, or one of ours where they have none. */
  readonly identity: string;
  readonly close: () => void;
}

/** Nobody sits there to type a password. Variables of a git that runs this program, in a hook, are not for ours. */
const ENVIRONMENT = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
};

const OURS = 'Hindsight <hindsight@localhost>';

/** `folder` lies in the user's repository, or in none. Relative paths of remotes are read from there. */
export async function scratchRepository(folder: string): Promise<Git> {
  const work = mkdtempSync(join(tmpdir(), 'hindsight-git-'));
  const close = (): void => {
    forget();
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  };
  const forget = onEnd(close);
  const call = (args: readonly string[], input?: Input): Promise<ProgramAnswer> =>
    runProgram({ program: 'git', args, cwd: folder, env: ENVIRONMENT, ...(input && { input }) });
  const run: Git['run'] = (args, input) => call([`--git-dir=${work}`, '-c', 'core.hooksPath=/dev/null', '-c', 'gc.auto=0', ...args], input);
  const must: Git['must'] = async (args) => {
    const { code, output, complaint } = await run(args);
    if (code !== 0) throw new AppError('git-failed', `git ${args[0]} ended with ${code}: ${lastLines(complaint)}`);
    return output;
  };
  try {
    await must(['init', '--quiet', '--bare']);
    const own = await call(['rev-parse', '--git-path', 'config']);
    // Ours comes last and counts: the included one may name a working tree.
    if (own.code === 0) await include(resolve(folder, own.output.trim()), work);
    const { code, output } = await run(['var', 'GIT_COMMITTER_IDENT']);
    return { run, must, close, identity: code === 0 ? (/^[^<>\n]*<[^<>\n]*>/.exec(output)?.[0] ?? OURS) : OURS };
  } catch (error) {
    close();
    throw error;
  }
}

async function include(config: string, work: string): Promise<void> {
  const path = config.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  appendFileSync(join(work, 'config'), `[include]\n\tpath = "${path}"\n[core]\n\tbare = true\n`);
}
