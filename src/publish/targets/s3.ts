// A bucket of an S3-compatible storage. Nothing there changes as a whole, so files go in an order in which whatever a reader meets works: what no page
// shown knows yet, then data, then pages, the manifest, and only then what is gone. A journal of what may have been touched goes first.
import { countOf } from '../../core/text/count.ts';
import { AppError } from '../../io/app-error.ts';
import { inParallel } from '../../io/in-parallel.ts';
import { MANIFEST, type Manifest, type ManifestFile } from '../../site/manifest.ts';
import { cacheRuleOf } from '../cache-rules.ts';
import { readSiteFile } from '../copy-site.ts';
import type { Site } from '../open-site.ts';
import { parseManifest } from '../parse-manifest.ts';
import { makePlan } from '../plan.ts';
import type { Published, Target } from '../target.ts';
import { type Journal, readJournal, writeJournal } from './s3-journal.ts';
import type { S3Place } from './s3-place.ts';
import { md5, openStore, type Store, type StoreOptions } from './s3-store.ts';

/** Below the limits of all storages, and enough for the way there and back to cost little. */
const AT_ONCE = 16;
const JOURNAL = 'hindsight-publishing.json';

type Report = (step: string) => void;

export function s3Target(place: S3Place, options: Pick<StoreOptions, 'patience'> = {}): Target {
  const withStore = async <Result>(work: (store: Store) => Promise<Result>, onFailedTry?: () => void): Promise<Result> => {
    const store = await openStore(place, { ...options, ...(onFailedTry && { onFailedTry }) });
    try {
      return await work(store);
    } finally {
      store.close();
    }
  };
  return {
    name: place.typed,
    current: () => withStore(async (store) => (await readShown(store, place)).manifest),
    publish: (site, report) => {
      const steps = stepsTold(report);
      return withStore((store) => publish(store, site, { place, report: steps.report }), steps.onFailedTry);
    },
  };
}

/** Whoever waits is told at once why it takes so long. */
function stepsTold(report: Report): { readonly report: Report; readonly onFailedTry: () => void } {
  let [failed, step] = [0, 'Asking what is there'];
  const tell = (): void => report(failed === 0 ? `${step}…` : `${step}; ${countOf(failed, 'failed try', 'failed tries')}, made again…`);
  return {
    report: (next) => {
      step = next;
      tell();
    },
    onFailedTry: () => {
      failed += 1;
      tell();
    },
  };
}

interface Shown {
  readonly manifest: Manifest | undefined;
  readonly text: string | undefined;
  /** Of publishes that were broken off. */
  readonly journal: Journal | undefined;
}

/** Throws where there is something that is not ours. */
async function readShown(store: Store, { typed }: S3Place): Promise<Shown> {
  const [text, begun] = await Promise.all([store.read(MANIFEST), store.read(JOURNAL)]);
  const journal = begun === undefined ? undefined : readJournal(begun);
  if (text !== undefined) return { manifest: parseManifest(text, `${typed}/${MANIFEST}`), text, journal };
  if (journal === undefined && (await store.list(1)).size > 0) {
    throw new AppError('foreign-target', `${typed} holds something that "hindsight publish" did not put there. Nothing was changed.`, {
      hint: 'Publish to a prefix of its own: a publish removes what its site does not have.',
    });
  }
  return { manifest: undefined, text: undefined, journal };
}

async function publish(store: Store, site: Site, { place, report }: { place: S3Place; report: Report }): Promise<Published> {
  const name = site.fingerprint.slice(0, 12);
  const { manifest, text, journal } = await readShown(store, place);
  if (text === site.manifestText && journal === undefined) return { isNew: false, name };
  const plan = makePlan(manifest, site.manifest);
  const touched = new Set(journal);
  for (const { path } of [...plan.added, ...plan.changed, ...plan.removed]) touched.add(path);
  await store.write(JOURNAL, writeJournal(touched));
  // What a publish before this one may have written, it may have written wholly or not, and for another site.
  const there = journal === undefined ? undefined : await store.list();
  const before = there ?? new Set(manifest?.files.map(({ path }) => path));
  const files = site.manifest.files.filter(({ path }) => touched.has(path));
  await upload(store, site, { files, before, there, report });
  await store.write(MANIFEST, Buffer.from(site.manifestText));
  const kept = new Set(site.manifest.files.map(({ path }) => path));
  await removeAll(
    store,
    [...touched].filter((path) => !kept.has(path)),
  );
  await store.remove(JOURNAL);
  return { isNew: true, name };
}

interface Upload {
  readonly files: readonly ManifestFile[];
  /** What a page that is shown may lead to already. */
  readonly before: { has(path: string): boolean };
  /** MD5 of what is there already, where that has to be asked. */
  readonly there: ReadonlyMap<string, string> | undefined;
  readonly report: Report;
}

async function upload(store: Store, site: Site, { files, before, there, report }: Upload): Promise<void> {
  let done = 0;
  for (const stage of STAGES) {
    const chosen = files.filter(({ path }) => stageOf(path, before) === stage);
    await inParallel(chosen, AT_ONCE, async (file) => {
      const content = await readSiteFile(site, file);
      if (there?.get(file.path) !== md5(content, 'hex')) await store.write(file.path, content);
      report(`Sent ${++done} of ${files.length} files`);
    });
  }
}

/**
 * Assets: named by their content, asked for by nothing that is shown. New: whatever was not there, pages too, which nothing leads to yet. Data: lists
 * that pages fetch, which may name new pages and no gone one. Pages last, which lead to all of it; and the first page of all with them, so that a
 * place where nothing was shows nothing until everything is there.
 */
const STAGES = ['asset', 'new', 'data', 'page'] as const;

function stageOf(path: string, before: Upload['before']): (typeof STAGES)[number] {
  if (cacheRuleOf(path) === 'immutable') return 'asset';
  if (!before.has(path) && !/^index\.html/.test(path)) return 'new';
  return isPage(path) ? 'page' : 'data';
}

function isPage(path: string): boolean {
  return /\.html(?:\.br|\.gz)?$/.test(path);
}

/** Pages go before what they load. */
async function removeAll(store: Store, paths: readonly string[]): Promise<void> {
  for (const pagesNow of [true, false]) {
    const chosen = paths.filter((path) => isPage(path) === pagesNow);
    await inParallel(chosen, AT_ONCE, (path) => store.remove(path));
  }
}
