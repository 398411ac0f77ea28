// After Eleventy has written the pages: the files beside them, the manifest, and the end of pages that no longer exist.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { incidentJson } from '../core/api/incident.ts';
import type { Incident } from '../core/model/incident.ts';
import type { BuildJob } from './job.ts';
import { describeFile, MANIFEST, type ManifestFile, readManifest, writeManifest } from './manifest.ts';

/** One page as Eleventy wrote it: its path from the site's root and its text. */
export interface WrittenPage {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Files written at once: enough to keep the disk busy, few enough not to run out of handles. */
const AT_ONCE = 64;

/** Completes the site in `output` and records in the job what it consists of. */
export async function finishSite(job: BuildJob, output: string, pages: readonly WrittenPage[]): Promise<void> {
  const before = await readManifest(output);
  const files = new Map<string, ManifestFile>(keptFiles(job));
  const add = (file: ManifestFile): void => void files.set(file.path, file);
  for (const { path, content } of pages) add(describeFile(path, content));

  await inBatches(job.bundled.files, async ({ path, bytes }) => add(await write(output, path, bytes)));
  await inBatches(job.stale, async (incident) => {
    const { archive, texts } = job.loaded;
    add(await write(output, `incidents/${incident.id}.md`, texts.get(incident.file) ?? ''));
    add(await write(output, `incidents/${incident.id}.json`, `${JSON.stringify(incidentJson(incident, archive), null, 1)}\n`));
  });
  await inBatches(ownedAssets(job), async ({ path, absolute }) => add(await copy(output, path, absolute)));

  const stale = (before?.files ?? []).filter(({ path }) => !files.has(path));
  await inBatches(stale, ({ path }) => rm(join(output, path), { force: true }));
  const { version, asOf } = job.build;
  await writeFile(join(output, MANIFEST), writeManifest({ generator: 'hindsight', version, generated: asOf, files: [...files.values()] }));
  job.files = files;
}

/** Pages and twins of incidents that an earlier build wrote and that have not changed since. */
function* keptFiles({ previous, stale, incidents }: BuildJob): Iterable<[string, ManifestFile]> {
  if (previous === undefined) return;
  const again = new Set(stale.map(({ id }) => id));
  for (const id of incidents.keys()) {
    if (again.has(id)) continue;
    for (const path of [`incidents/${id}/index.html`, `incidents/${id}.md`, `incidents/${id}.json`]) {
      const file = previous.files.get(path);
      if (file !== undefined) yield [path, file];
    }
  }
}

/** Images and attachments, by where they go: beside the page of the incident whose folder they stand in. */
function ownedAssets({ loaded }: BuildJob): { path: string; absolute: string }[] {
  const owners = new Map<string, Incident>();
  for (const incident of loaded.archive.byId.values()) owners.set(incident.file.replace(/\.md$/, ''), incident);
  return loaded.assets.flatMap(({ path, absolute }) => {
    const owner = owners.get(dirname(path));
    return owner === undefined ? [] : [{ path: `incidents/${owner.id}/${basename(path)}`, absolute }];
  });
}

async function write(output: string, path: string, content: string | Uint8Array): Promise<ManifestFile> {
  const target = join(output, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
  return describeFile(path, content);
}

async function copy(output: string, path: string, from: string): Promise<ManifestFile> {
  const bytes = await readFile(from);
  return write(output, path, bytes);
}

async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE) await Promise.all(items.slice(start, start + AT_ONCE).map(work));
}
