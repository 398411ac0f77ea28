// Finds a browser for the journeys, or brings one: Debian's package where there is apt and the right to use it, Playwright's elsewhere.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** `executable` is absent when Playwright's own browser is there to be used. */
export type FoundBrowser = { readonly executable?: string } | { readonly problem: string };

/** Looks, then installs, then gives up saying what was tried. `say` gets a line per step. */
export function findBrowser(say: (line: string) => void): FoundBrowser {
  const wanted = process.env.HINDSIGHT_BROWSER;
  if (wanted !== undefined && wanted !== '') {
    return answers(wanted) ? { executable: wanted } : { problem: `HINDSIGHT_BROWSER names ${wanted}, which does not run.` };
  }
  return present(say) ?? install(say) ?? { problem: 'There is no Chromium here, and none could be installed. Install one and run again.' };
}

function present(say: (line: string) => void): FoundBrowser | undefined {
  const found = onPath();
  if (found !== undefined) {
    say(`Browser: ${found}`);
    return { executable: found };
  }
  if (!existsSync(chromium.executablePath())) return undefined;
  say("Browser: Playwright's own Chromium");
  return {};
}

function install(say: (line: string) => void): FoundBrowser | undefined {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    say('No Chromium found: installing the package "chromium" with apt-get.');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
    const installed = onPath();
    if (installed !== undefined) return { executable: installed };
  }
  say("No Chromium found: fetching Playwright's own.");
  // What a browser needs of the system can be installed by root only.
  return run('npx', ['playwright', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']) ? {} : undefined;
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path) && answers(path));
}

/** Some systems have a script of the name that only says how to get the browser. */
function answers(executable: string): boolean {
  return spawnSync(executable, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

function run(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
