// The releases of a target: whole sites beside each other, of which a symbolic link shows one. Their names alone say what followed what, so that a
// list of a folder is enough to publish, to go back and to clean up, on this machine or through rsync.

/** `0012-after-0011-3fa2b8c1d9e0`: its number, the one that was shown before it (0: none), and the beginning of its manifest's hash. */
export interface Release {
  readonly name: string;
  readonly number: number;
  readonly after: number;
  readonly fingerprint: string;
}

const NAME = /^(\d{4,9})-after-(\d{4,9})-([0-9a-f]{12})$/;
const FINGERPRINT_LENGTH = 12;

/** Undefined for a name that is not one of ours. */
export function parseRelease(name: string): Release | undefined {
  const [, number, after, fingerprint] = NAME.exec(name) ?? [];
  return fingerprint === undefined ? undefined : { name, number: Number(number), after: Number(after), fingerprint };
}

/** Oldest first; what is none of ours is passed over. */
export function sortReleases(names: readonly string[]): Release[] {
  return names.flatMap((name) => parseRelease(name) ?? []).sort((a, b) => a.number - b.number || (a.name < b.name ? -1 : 1));
}

/** The release that a site of this fingerprint becomes; one that was begun and broken off after the same one is taken up again. */
export function nextRelease(releases: readonly Release[], current: Release | undefined, fingerprint: string): Release {
  const short = fingerprint.slice(0, FINGERPRINT_LENGTH);
  const after = current?.number ?? 0;
  const begun = releases.findLast((release) => release.fingerprint === short && release.after === after && release.number > after);
  if (begun !== undefined) return begun;
  const number = Math.max(0, ...releases.map((release) => release.number)) + 1;
  return { name: `${pad(number)}-after-${pad(after)}-${short}`, number, after, fingerprint: short };
}

export function isSameSite(release: Release, fingerprint: string): boolean {
  return fingerprint.startsWith(release.fingerprint);
}

/** What was shown before the one shown now; undefined when that is gone. */
export function previousRelease(releases: readonly Release[], current: Release): Release | undefined {
  return releases.find(({ number }) => number === current.after && number !== current.number);
}

/** The releases to keep: the one shown and those shown before it, `keep` in all. */
export function keptReleases(releases: readonly Release[], current: Release, keep: number): Release[] {
  const kept = [current];
  for (let last = current; kept.length < keep; ) {
    const before = previousRelease(releases, last);
    if (before === undefined || kept.includes(before)) break;
    kept.push(before);
    last = before;
  }
  return kept;
}

function pad(number: number): string {
  return String(number).padStart(4, '0');
}
