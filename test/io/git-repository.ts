// Real git repositories for tests: made in temporary folders, with dates of their own and nothing of the user's configuration.
import { execFileSync } from 'node:child_process';
import { writeFiles } from './temporary.ts';

export interface Repository {
  readonly folder: string;
  readonly git: (...args: string[]) => string;
  /** Writes the files and commits everything there is, at noon of the day; the id of the commit. */
  readonly commit: (day: string, files?: Readonly<Record<string, string>>) => string;
}

export function gitRepository(folder: string): Repository {
  const run = (args: readonly string[], day = '2024-01-01'): string => {
    const at = `${day}T12:00:00+00:00`;
    const env = {
      ...process.env,
      ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
      ...{ GIT_AUTHOR_NAME: 'Ana', GIT_AUTHOR_EMAIL: 'ana@example.org', GIT_COMMITTER_NAME: 'Ana', GIT_COMMITTER_EMAIL: 'ana@example.org' },
    };
    return execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], { cwd: folder, env, stdio: 'pipe' })
      .toString()
      .trim();
  };
  run(['init', '--quiet', '--initial-branch', 'main']);
  return {
    folder,
    git: (...args) => run(args),
    commit: (day, files = {}) => {
      writeFiles(folder, files);
      run(['add', '--all'], day);
      run(['commit', '--quiet', '--allow-empty', '--message', `as of ${day}`], day);
      return run(['rev-parse', 'HEAD']);
    },
  };
}
