// The system's git, asked without a shell: what it prints, or why it could not be asked. Nothing here ever throws for what git does.
import { spawn } from 'node:child_process';

export type GitAnswer = { readonly output: Buffer } | { readonly failure: string };

export interface GitQuestion {
  /** Folder git runs in. */
  readonly folder: string;
  readonly args: readonly string[];
  readonly input?: string;
  /** Milliseconds. */
  readonly timeLimit: number;
}

const OUTPUT_AT_MOST = 1024 * 1024 * 1024;

/**
 * What the repository's own configuration could have git run (a pager, a signature check, a diff driver) is switched off, and so is fetching what a
 * partial clone left out. Variables of a git that runs this program, in a hook, are not for ours.
 */
const SETTINGS = ['-c', 'core.quotePath=false', '-c', 'log.showSignature=false', '-c', 'core.fsmonitor=false', '-c', 'log.mailmap=false'];

export async function askGit({ folder, args, input, timeLimit }: GitQuestion): Promise<GitAnswer> {
  return await new Promise((resolve) => {
    const child = spawn('git', [...SETTINGS, '--no-pager', ...args], { cwd: folder, env: environment(), stdio: ['pipe', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    let size = 0;
    let complaint = '';
    let failure: string | undefined;
    const stop = (reason: string): void => {
      failure ??= reason;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop(`git took longer than ${timeLimit / 1000} s`), timeLimit);
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > OUTPUT_AT_MOST) stop('the history is too large');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < 4096) complaint += chunk.toString();
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      resolve({ failure: error.code === 'ENOENT' ? 'git is not installed' : `git cannot be run: ${error.message}` });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (failure === undefined && code === 0) resolve({ output: Buffer.concat(chunks) });
      else resolve({ failure: failure ?? sayComplaint(complaint) });
    });
    // git may end before it has read everything: what it says then is in its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
}

function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const ours = { GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_REPLACE_OBJECTS: '1', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' };
  return { ...Object.fromEntries(own), ...ours };
}

/** Known complaints without the paths of this machine, which would end up in the site. */
function sayComplaint(complaint: string): string {
  if (/not a git repository/i.test(complaint)) return 'the archive is not in a git repository';
  if (/dubious ownership/i.test(complaint)) return 'the git repository belongs to another user';
  if (/unknown revision|ambiguous argument 'HEAD'|does not have any commits|bad revision|Needed a single revision/i.test(complaint)) {
    return 'the git repository has no commit yet';
  }
  return 'git failed';
}
