// Finds a browser for the journeys, or brings one: Debian's package where there is apt and the right to use it, Playwright's elsewhere.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** `executable` is absent when Playwright's own browser is there to be used. */
export type FoundBrowser = { readonly executable?: string } | { readonly problem: string };

/** Looks, then installs, then gives up saying what was tried. `say` gets a line per step. */
export function findBrowser(say: (line: string) => void): FoundBrowser {
  const present = onPath();
  if (present !== undefined) return { executable: present };
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    say('No Chromium found: installing the Debian package.');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
    const installed = onPath();
    if (installed !== undefined) return { executable: installed };
  }
  say('No Chromium found: asking Playwright for its own.');
  if (run('npx', ['playwright', 'install', 'chromium'])) return {};
  return { problem: 'There is no Chromium here, and neither apt-get nor Playwright could bring one. Install Chromium and run again.' };
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [process.env.HINDSIGHT_BROWSER, ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
  return candidates.find((path) => path !== undefined && isExecutable(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
