// Whether a folder may be replaced by a built site. Nothing is ever deleted that a build did not write.
import { accessSync, constants, lstatSync, mkdirSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { AppError } from '../io/app-error.ts';
import { isWithin } from '../io/inside.ts';
import { statsOf } from '../io/stats.ts';
import { explainSystemError } from '../io/system-error.ts';
import { MANIFEST, readManifest } from '../site/manifest.ts';
import { packageRoot } from '../site/package.ts';
import type { ArchivePaths } from './archive-paths.ts';

/** What file browsers leave behind in every folder they show. */
const LITTER = ['.DS_Store', '.directory'];

/**
 * The real path of the output, with the folder that holds it created and found fit to build in. Throws for places where a site must never go.
 * A symbolic link stays one: what it points at is replaced.
 */
export function locateOutput(typed: string, paths: ArchivePaths): string {
  const absolute = resolve(typed);
  if (isDangling(absolute)) throw new AppError('not-a-site', `${typed} is a symbolic link to nothing.`, { hint: 'Remove it, or mend it.' });
  const output = real(absolute);
  refuseDangerous(output, typed, paths);
  makeParent(output, typed);
  return output;
}

/** Throws when what is there now is not a site of ours, or could not be replaced in one step. */
export async function mustBeReplaceable(output: string, typed: string): Promise<void> {
  const stats = statsOf(output);
  if (stats === undefined) return;
  mustBeFolder(stats, output, typed);
  const names = readdirSync(output).filter((name) => !LITTER.includes(name));
  if (names.length === 0) return;
  const manifest = await readManifest(output);
  if (manifest === undefined) {
    throw new AppError('not-a-site', `${typed} is not empty, and not a site that Hindsight built (it has no manifest.json of ours).`, {
      hint: 'Give another folder with --output, or empty this one yourself.',
    });
  }
  const ours = new Set([...manifest.files.map(({ path }) => path), MANIFEST]);
  const kept = filesBelow(output).filter((path) => !ours.has(path));
  if (kept.length === 0) return;
  throw new AppError(
    'foreign-files',
    `${typed} holds what no build put there and a build would delete: ${kept.slice(0, 5).join(', ')}${kept.length > 5 ? ` and ${kept.length - 5} more` : ''}.`,
    {
      hint: 'Move it away, or build into another folder with --output and copy the site from there.',
    },
  );
}

/** Paths of everything that is not a folder, with forward slashes; of `.git` and its like, the folder alone. */
function filesBelow(folder: string, path = ''): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    if (LITTER.includes(entry.name)) return [];
    const below = `${path}${entry.name}`;
    return entry.isDirectory() && !entry.name.startsWith('.') ? filesBelow(folder, `${below}/`) : [below];
  });
}

function mustBeFolder(stats: Stats, output: string, typed: string): void {
  if (!stats.isDirectory()) {
    throw new AppError('not-a-site', `${typed} is a file; the site needs a folder.`, { hint: 'Give another name with --output.' });
  }
  if (stats.dev === statSync(dirname(output)).dev) return;
  throw new AppError('mount-point', `${typed} is a mount point, which cannot be replaced in one step.`, {
    hint: `Give a folder inside it: --output ${join(typed, 'site')}`,
  });
}

function makeParent(output: string, typed: string): void {
  const parent = dirname(output);
  try {
    mkdirSync(parent, { recursive: true });
    accessSync(parent, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = explainSystemError(error, parent)?.message ?? `${parent} is not a folder.`;
    throw new AppError('no-folder', `The site cannot be built beside ${typed}: nothing may be written in ${parent}. ${reason}`, {
      hint: 'Check who owns that folder, or write somewhere else with --output.',
      cause: error,
    });
  }
}

function isDangling(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink() && statsOf(path) === undefined;
  } catch {
    return false;
  }
}

function refuseDangerous(output: string, typed: string, paths: ArchivePaths): void {
  const say = (what: string): AppError =>
    new AppError('dangerous-output', `${typed} cannot be the output: a build replaces the whole folder, and it ${what}.`, {
      hint: 'Give a folder of its own, such as --output _site.',
    });
  if (output === parse(output).root) throw say('is the whole disk');
  if (isWithin(output, real(homedir()))) throw say('holds your home folder');
  if (isWithin(output, real(paths.input))) throw say('holds the postmortems');
  if (isWithin(real(paths.input), output)) throw say('lies among the postmortems');
  if (isWithin(output, real(paths.configPlace))) throw say('holds the configuration');
  if (isWithin(output, real(process.cwd()))) throw say('holds the folder you are in');
  if (isWithin(output, real(packageRoot))) throw say('holds Hindsight itself');
}

/** Symbolic links looked through, as far as the path exists. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(real(dirname(path)), basename(path));
  }
}
