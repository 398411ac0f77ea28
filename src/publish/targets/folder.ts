// A folder of this machine: it is a symbolic link to one of the releases beside it, and changes in one step when the link does.
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmdirSync, rmSync, symlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../io/app-error.ts';
import { randomName } from '../../io/atomic.ts';
import { isWithin } from '../../io/inside.ts';
import { type Lock, type LockedWork, takeLock } from '../../io/lock.ts';
import { lockPathOf } from '../../io/swap.ts';
import { errorCode } from '../../io/system-error.ts';
import { MANIFEST, type Manifest } from '../../site/manifest.ts';
import { copySite } from '../copy-site.ts';
import type { Site } from '../open-site.ts';
import { parseManifest } from '../parse-manifest.ts';
import { isSameSite, keptReleases, nextRelease, parseRelease, previousRelease, type Release, sortReleases } from '../releases.ts';
import type { Published, Target } from '../target.ts';

export interface FolderOptions {
  /** Releases to keep, the one shown among them; at least 1. */
  readonly keep: number;
}

interface Place {
  /** Absolute path of the link. */
  readonly link: string;
  readonly typed: string;
  /** Absolute path of the folder of the releases. */
  readonly releases: string;
}

const PUBLISH: LockedWork = { other: 'Another publish to the same folder', elsewhere: 'publish to another folder', patience: 0 };

/** A release that is not whole yet, and one that is on its way out, have names that are no release's. */
const INCOMING = 'incoming';
const OUTGOING = 'outgoing-';

export function folderTarget(typed: string, { keep }: FolderOptions): Target {
  const link = resolve(typed);
  const place: Place = { link, typed, releases: join(dirname(link), `.${basename(link)}.releases`) };
  return {
    name: typed,
    current: async () => {
      const shown = shownRelease(place);
      return shown === undefined ? undefined : readReleased(place, shown);
    },
    publish: (site, report) => locked(place, ({ assertHeld }) => publish(place, site, { keep, report, assertHeld })),
    rollBack: () => locked(place, () => rollBack(place)),
  };
}

async function locked<Result>(place: Place, work: (lock: Lock) => Promise<Result>): Promise<Result> {
  shownRelease(place);
  mkdirSync(dirname(place.link), { recursive: true });
  const lock = await takeLock(lockPathOf(place.link), PUBLISH);
  try {
    await cleanUp(place);
    return await work(lock);
  } finally {
    // Of a publish that failed: a full disk is full of it. What cannot be removed now is removed by the next one.
    await cleanUp(place).catch(() => {});
    lock.release();
  }
}

interface PublishOptions extends FolderOptions {
  readonly report: (step: string) => void;
  readonly assertHeld: () => void;
}

async function publish(place: Place, site: Site, { keep, report, assertHeld }: PublishOptions): Promise<Published> {
  refuseNested(place, site);
  const current = shownRelease(place);
  if (current !== undefined && isSameSite(current, site.fingerprint)) return { isNew: false, name: current.name };
  const incoming = join(place.releases, INCOMING);
  mkdirSync(incoming, { recursive: true });
  const like = current && { folder: join(place.releases, current.name), manifest: readReleased(place, current) };
  await copySite(site, incoming, { ...(like && { like }), report });
  const release = nextRelease(listReleases(place), current, site.fingerprint);
  const folder = join(place.releases, release.name);
  // Broken off after the rename below and before the link: the same site, whole, and not shown.
  rmSync(folder, { recursive: true, force: true });
  renameSync(incoming, folder);
  assertHeld();
  show(place, release);
  await prune(place, release, keep);
  return { isNew: true, name: release.name };
}

async function rollBack(place: Place): Promise<string> {
  const current = shownRelease(place);
  const before = current && previousRelease(listReleases(place), current);
  if (before === undefined) {
    throw new AppError('nothing-before', `${place.typed} shows ${current === undefined ? 'nothing' : 'the oldest release that is kept'}.`, {
      hint: 'There is nothing to go back to. --keep says how many releases are kept.',
    });
  }
  // Throws where somebody has emptied it.
  readReleased(place, before);
  show(place, before);
  return before.name;
}

/** One step: a new link takes the place of the old one. Relative, so that the folder that holds both can be mounted anywhere. */
function show({ link, releases }: Place, { name }: Release): void {
  const next = join(releases, `link-${randomName()}`);
  symlinkSync(join(basename(releases), name), next);
  // An empty folder is nothing that anybody would miss, but a link cannot take its place.
  if (lstatSync(link, { throwIfNoEntry: false })?.isDirectory()) rmdirSync(link);
  renameSync(next, link);
}

/** The release that is shown; undefined when there is nothing, or an empty folder. Throws when there is something that is not ours. */
function shownRelease({ link, typed, releases }: Place): Release | undefined {
  const stats = lstatSync(link, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (stats.isSymbolicLink()) {
    const target = resolve(dirname(link), readlinkSync(link));
    const release = dirname(target) === releases ? parseRelease(basename(target)) : undefined;
    if (release !== undefined) return release;
    throw notOurs(typed, `is a symbolic link to ${readlinkSync(link)}, which "hindsight publish" did not make`);
  }
  if (!stats.isDirectory()) throw notOurs(typed, 'is a file');
  if (readdirSync(link).length === 0) return undefined;
  throw notOurs(typed, 'is a folder that is not empty, and not a link that "hindsight publish" made');
}

function notOurs(typed: string, what: string): AppError {
  return new AppError('foreign-target', `${typed} ${what}. Nothing was changed.`, {
    hint: 'Publish to a name that is free, or move away what is there.',
  });
}

function readReleased({ releases, typed }: Place, { name }: Release): Manifest {
  const file = join(releases, name, MANIFEST);
  try {
    return parseManifest(readFileSync(file, 'utf8'), file);
  } catch (cause) {
    if (errorCode(cause) !== 'ENOENT') throw cause;
    throw new AppError('broken-release', `${typed}: the release ${name} is not there, or not whole.`, {
      hint: `Remove the link ${typed} and publish again.`,
      cause,
    });
  }
}

function listReleases({ releases }: Place): Release[] {
  try {
    return sortReleases(readdirSync(releases));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** What a publish that was killed has left. Only for the holder of the lock. */
async function cleanUp({ releases }: Place): Promise<void> {
  if (lstatSync(releases, { throwIfNoEntry: false }) === undefined) return;
  const left = readdirSync(releases).filter((name) => name === INCOMING || name.startsWith(OUTGOING) || name.startsWith('link-'));
  for (const name of left) await rm(join(releases, name), { recursive: true, force: true });
}

/** Renamed first: what is named like a release is always a whole site. */
async function prune(place: Place, current: Release, keep: number): Promise<void> {
  const releases = listReleases(place);
  const kept = keptReleases(releases, current, keep);
  for (const release of releases.filter(({ name }) => !kept.some((one) => one.name === name))) {
    const outgoing = join(place.releases, `${OUTGOING}${randomName()}`);
    renameSync(join(place.releases, release.name), outgoing);
    await rm(outgoing, { recursive: true, force: true });
  }
}

function refuseNested({ link, typed }: Place, site: Site): void {
  if (!isWithin(site.folder, link) && !isWithin(link, site.folder)) return;
  throw new AppError('usage', `${typed} and the site ${site.typed} lie one within the other.`, { hint: 'Publish to a folder elsewhere.' });
}
