// The ledger of the archive that is being loaded: its history from git, read once per commit and kept, and each version of a file as its action items.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileIncident } from '../core/compile.ts';
import { readFrontMatter } from '../core/front-matter/read.ts';
import { makeLedger, snapshotOf } from '../core/ledger/ledger.ts';
import type { Incident } from '../core/model/incident.ts';
import type { FileVersion, ItemSnapshot, Ledger } from '../core/model/ledger.ts';
import type { SiteConfig } from '../core/model/site-config.ts';
import { decode } from '../core/text/encoding.ts';
import { randomName } from '../io/atomic.ts';
import { type GitHistory, type GitVersion, readBlobs, readHead, readVersions } from '../io/git-history.ts';
import type { SourceFile } from '../io/read-archive.ts';
import { packageRoot, packageVersion } from './package.ts';
import { makeRegistry } from './registry.ts';

export interface LedgerOptions {
  /** Folder of the archive, absolute. */
  readonly folder: string;
  readonly config: SiteConfig;
  /** Paths of the postmortems, from the folder. */
  readonly paths: readonly string[];
  /** Texts of the postmortems, by path, as far as they are at hand: what is committed as it stands need not be read again. */
  readonly texts?: ReadonlyMap<string, string>;
  /** For every call of git, in milliseconds. */
  readonly timeLimit?: number;
  /** The commit it goes up to; absent for the one that is checked out. */
  readonly head?: string;
  /** Absent for the texts as they stand. */
  readonly edition?: LedgerEdition;
  /** Where what was read is kept; absent for the place beside the installed packages. */
  readonly cacheFile?: string;
}

export interface LedgerEdition {
  readonly name: string;
  /** Another whenever a version may read otherwise. */
  readonly key: string;
  /** A version of a file as the edition would have had it. */
  readVersion(source: SourceFile): Incident | undefined;
}

/** What is kept between builds. Everything in it follows from the commit and the key. */
interface Kept {
  /** Of the program, the configuration and the folder. */
  readonly key: string;
  readonly head: string;
  readonly began: string;
  readonly paths: readonly string[];
  readonly versions: readonly (readonly [path: string, versions: readonly GitVersion[]])[];
  readonly gone: readonly string[];
  /** By blob; null for a version that could not be read. */
  readonly items: Readonly<Record<string, readonly ItemSnapshot[] | null>>;
}

/** What this process read last, so that serving reads no file of the cache. */
export interface LedgerMemory {
  kept?: Kept;
  /** Versions of each file in `kept`. */
  files?: ReadonlyMap<string, readonly FileVersion[]>;
}

/** Another number whenever what is kept, or how it is read, changes. */
const FORMAT = 4;
const TIME_LIMIT = 120_000;
const CACHE_AT_MOST = 512 * 1024 * 1024;

/** Never fails: without a history to be had, the ledger says why. */
export async function readLedger(incidents: readonly Incident[], options: LedgerOptions, memory: LedgerMemory = {}): Promise<Ledger> {
  const git = { folder: options.folder, timeLimit: options.timeLimit ?? TIME_LIMIT };
  const now = await readHead(git);
  if ('failure' in now) return { isAvailable: false, reason: now.failure };
  const head = options.head ?? now.head;
  const key = hashOf([FORMAT, packageVersion, options.folder, options.config, options.edition?.key]);
  const cacheFile = options.cacheFile ?? placeOf(options);
  const before = memory.kept?.key === key ? memory.kept : readKept(cacheFile, key);
  const known = new Set(before?.paths);
  let kept = before;
  if (before?.head !== head || !options.paths.every((path) => known.has(path))) {
    const read = await readAnew(head, before, { ...options, incidents, key, git });
    if ('failure' in read) return { isAvailable: false, reason: read.failure };
    kept = read;
    writeKept(cacheFile, read);
  }
  if (kept === undefined) return { isAvailable: false, reason: 'git failed' };
  if (memory.kept !== kept || memory.files === undefined) memory.files = filesOf(kept);
  memory.kept = kept;
  const { files } = memory;
  if (kept.versions.length === 0) return { isAvailable: false, reason: 'no file of the archive is committed' };
  return makeLedger(incidents, { began: kept.began, versionsOf: (file) => files.get(file) ?? [] });
}

function filesOf({ versions, items }: Kept): Map<string, readonly FileVersion[]> {
  return new Map(versions.map(([path, list]) => [path, list.flatMap((version) => versionOf(version, items))]));
}

function versionOf({ commit, day, blob }: GitVersion, items: Kept['items']): FileVersion[] {
  const found = items[blob];
  return found == null ? [] : [{ commit, day, items: found }];
}

interface ReadContext extends LedgerOptions {
  readonly incidents: readonly Incident[];
  readonly key: string;
  readonly git: { readonly folder: string; readonly timeLimit: number };
}

async function readAnew(head: string, before: Kept | undefined, context: ReadContext): Promise<Kept | { readonly failure: string }> {
  const { paths, key, git } = context;
  const history = await readVersions({ head, paths, ...(before && { before: { ...before, versions: new Map(before.versions) } }) }, git);
  if ('failure' in history) return history;
  const wanted = new Map<string, string>();
  for (const [path, versions] of history.versions) for (const { blob } of versions) wanted.set(blob, path);
  const items: Record<string, readonly ItemSnapshot[] | null> = { ...before?.items };
  if ([...wanted.keys()].some((blob) => items[blob] === undefined)) Object.assign(items, itemsAtHand(history.versions, context));
  const missing = [...wanted.keys()].filter((blob) => items[blob] === undefined);
  const blobs = await readBlobs(missing, git);
  if ('failure' in blobs) return blobs as { readonly failure: string };
  for (const [blob, bytes] of blobs) items[blob] = readItems(wanted.get(blob) ?? '', bytes, context);
  const kept = Object.fromEntries([...wanted.keys()].map((blob) => [blob, items[blob] ?? null]));
  return { key, head, began: history.began, paths: [...paths], versions: [...history.versions], gone: history.gone, items: kept };
}

/** Of files that are as their last commit has them, which most of an archive are: those have been read already. By blob. */
function itemsAtHand(versions: GitHistory['versions'], { incidents, texts }: ReadContext): Record<string, readonly ItemSnapshot[]> {
  const found: Record<string, readonly ItemSnapshot[]> = {};
  for (const { file, actionItems } of incidents) {
    const blob = versions.get(file)?.at(-1)?.blob;
    const text = texts?.get(file);
    if (blob !== undefined && text !== undefined && blobId(text, blob.length) === blob) found[blob] = actionItems.map(snapshotOf);
  }
  return found;
}

/** What git calls this content; `length` tells which of its two hashes the repository uses. */
function blobId(text: string, length: number): string {
  const bytes = Buffer.from(text);
  return createHash(length === 40 ? 'sha1' : 'sha256')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

const NO_OTHERS = makeRegistry([]);
const LARGEST = 2 * 1024 * 1024;

/** The action items of one version, as this program reads them today. */
function readItems(path: string, bytes: Uint8Array, { config, edition }: LedgerOptions): readonly ItemSnapshot[] | null {
  const text = bytes.length > LARGEST ? undefined : decode(bytes);
  if (text === undefined || !('text' in text)) return null;
  const source = { path, text: text.text };
  const incident = edition
    ? edition.readVersion(source)
    : compileIncident(readFrontMatter(source, config), { config, registry: NO_OTHERS }).incident;
  return incident === undefined ? null : incident.actionItems.map(snapshotOf);
}

/** Beside the installed packages, which no repository holds. A look back leaves alone what is kept for now. */
function placeOf({ folder, edition, head }: LedgerOptions): string {
  const name = hashOf([folder, edition?.name, head !== undefined]).slice(0, 16);
  return join(packageRoot, 'node_modules', '.cache', 'hindsight', `ledger-${name}.json`);
}

function hashOf(values: readonly unknown[]): string {
  return digestOf(JSON.stringify(values));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Whatever is wrong with the file, it is as if it were not there. Its first line is the digest of the second. */
function readKept(file: string, key: string): Kept | undefined {
  try {
    if (statSync(file).size > CACHE_AT_MOST) return undefined;
    const [digest, text = ''] = readFileSync(file, 'utf8').split('\n');
    if (digest !== digestOf(text)) return undefined;
    const kept = JSON.parse(text) as Kept;
    return kept.key === key ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written costs time, and nothing else. */
function writeKept(file: string, kept: Kept): void {
  const temporary = `${file}.${randomName()}`;
  const text = JSON.stringify(kept);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, `${digestOf(text)}\n${text}`);
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
  }
}
