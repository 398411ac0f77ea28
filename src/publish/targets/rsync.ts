// A folder of another machine, by rsync over ssh: releases beside a symbolic link, as on this machine. Nothing but rsync is run there, so that a
// login that may do nothing else is enough: rsync itself puts a link in the place of another in one step (atomic since 3.1.0).
import { AppError } from '../../io/app-error.ts';
import { MANIFEST, type Manifest } from '../../site/manifest.ts';
import { notWhole } from '../copy-site.ts';
import { openSite, type Site } from '../open-site.ts';
import { parseManifest } from '../parse-manifest.ts';
import { isSameSite, keptReleases, nextRelease, previousRelease, type Release } from '../releases.ts';
import type { Published, Target } from '../target.ts';
import { verifyFolder } from '../verify/folder.ts';
import type { RemotePlace } from './rsync-place.ts';
import { type Remote, remoteOf } from './rsync-remote.ts';

export interface RsyncOptions {
  /** Releases to keep, the one shown among them; at least 1. */
  readonly keep: number;
}

export function rsyncTarget(place: RemotePlace, { keep }: RsyncOptions): Target {
  return {
    name: place.typed,
    current: () => withRemote(place, current),
    publish: (site, report) => withRemote(place, (remote) => publish(remote, site, { keep, report })),
    rollBack: () => withRemote(place, rollBack),
  };
}

async function withRemote<Result>(place: RemotePlace, work: (remote: Remote) => Promise<Result>): Promise<Result> {
  const remote = remoteOf(place);
  try {
    return await work(remote);
  } finally {
    remote.close();
  }
}

async function current(remote: Remote): Promise<Manifest | undefined> {
  const shown = await remote.shown();
  return shown === undefined ? undefined : await readManifest(remote, shown);
}

interface PublishOptions extends RsyncOptions {
  readonly report: (step: string) => void;
}

async function publish(remote: Remote, site: Site, { keep, report }: PublishOptions): Promise<Published> {
  const shown = await remote.shown();
  if (shown !== undefined && isSameSite(shown, site.fingerprint)) return { isNew: false, name: shown.name };
  await mustBeWhole(site);
  const releases = await remote.releases();
  const release = nextRelease(releases, shown, site.fingerprint);
  await remote.makeFolder(release);
  // What was begun for another site may have files of this one too.
  const likely = [...(shown ? [shown] : []), ...releases.filter(({ number }) => number > (shown?.number ?? 0)).slice(-5)];
  const like = likely.filter(({ name }) => name !== release.name);
  await remote.upload(site, release, { like, report });
  // The manifest goes last: a release that has one is whole.
  await remote.uploadManifest(site, release);
  mustBeUnchanged(site);
  await remote.show(release);
  await prune(remote, release, keep);
  return { isNew: true, name: release.name };
}

async function rollBack(remote: Remote): Promise<string> {
  const shown = await remote.shown();
  const before = shown && previousRelease(await remote.releases(), shown);
  if (before === undefined) {
    throw new AppError('nothing-before', `${remote.typed} shows ${shown === undefined ? 'nothing' : 'the oldest release that is kept'}.`, {
      hint: 'There is nothing to go back to. --keep says how many releases are kept.',
    });
  }
  await readManifest(remote, before);
  await remote.show(before);
  return before.name;
}

async function readManifest(remote: Remote, release: Release): Promise<Manifest> {
  return parseManifest(await remote.readManifest(release), `${remote.typed}/${MANIFEST}`);
}

/**
 * Another machine may be publishing to the same place, and no lock of ours would be seen there: what could be its unfinished release (any that is
 * newer than the oldest one kept) stays, until so many others have followed that nobody can be at it any more.
 */
async function prune(remote: Remote, release: Release, keep: number): Promise<void> {
  const releases = await remote.releases();
  const oldest = Math.min(...keptReleases(releases, release, keep).map(({ number }) => number));
  const old = releases.filter(({ number }) => number < oldest);
  if (old.length > 0) await remote.remove(old);
}

async function mustBeWhole(site: Site): Promise<void> {
  const [problem] = await verifyFolder(site.folder, site.manifest);
  if (problem !== undefined) throw notWhole(site, `${problem.path} ${problem.message}`);
}

/** A build may have put another site there meanwhile. */
function mustBeUnchanged(site: Site): void {
  if (openSite(site.folder).fingerprint !== site.fingerprint) throw notWhole(site, 'it was built again meanwhile');
}
