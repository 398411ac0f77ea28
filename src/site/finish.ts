// After Eleventy has rendered the pages: the files beside them, the manifest, and the end of pages that no longer exist.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Incident } from '../core/model/incident.ts';
import { dataScriptPath, isFetched } from '../core/text/data-script.ts';
import { cleanAsset } from './clean-asset.ts';
import { incidentFilePaths } from './incident-files.tsx';
import type { BuildJob } from './job.ts';
import { MANIFEST, type ManifestFile, readManifest, writeManifest } from './manifest.ts';
import { refuseStrangers, removeOldFiles } from './old-files.ts';
import { writeSearchFiles } from './search-files.ts';
import type { SiteWriter } from './writer.ts';

/** Completes the site the writer has begun and records in the job what it consists of. */
export async function finishSite(job: BuildJob, writer: SiteWriter): Promise<void> {
  const before = await readManifest(writer.folder);
  for (const { path, bytes } of job.bundled.files) writer.write(path, bytes);
  for (const { path, absolute } of ownedAssets(job)) writer.write(path, cleanAsset(path, await readFile(absolute), job.loaded.cut));
  if (!job.thread) await writeSearchFiles(job, writer);
  await writer.settle();

  const kept = new Map([...keptFiles(job), ...job.kept]);
  const files = new Map([...kept, ...scriptsOf(kept, job), ...writer.files]);
  await removeOldFiles(writer.folder, before, files);
  const { version, asOf } = job.build;
  const { source, cut } = job.loaded;
  const manifest = writeManifest({
    generator: 'hindsight',
    version,
    generated: asOf,
    ...(cut && { edition: cut.edition }),
    ...(source && { source }),
    files: [...files.values()],
  });
  await writeFile(join(writer.folder, MANIFEST), manifest);
  job.files = files;
  if (job.isInPlace) refuseStrangers(writer.folder, files);
}

/** Pages and twins of incidents that an earlier build wrote and that have not changed since. */
function* keptFiles({ previous, stale, incidents }: BuildJob): Iterable<[string, ManifestFile]> {
  if (previous === undefined) return;
  for (const id of incidents.keys()) {
    if (stale.has(id)) continue;
    for (const path of incidentFilePaths(id)) {
      const file = previous.files.get(path);
      if (file !== undefined) yield [path, file];
    }
  }
}

/** The scripts beside data files that are kept. */
function* scriptsOf(kept: ReadonlyMap<string, ManifestFile>, { previous }: BuildJob): Iterable<[string, ManifestFile]> {
  for (const path of kept.keys()) {
    const script = previous?.files.get(dataScriptPath(path));
    if (isFetched(path) && script !== undefined) yield [script.path, script];
  }
}

/** Images and attachments, by where they go: below the page of the incident whose folder they stand in. */
function ownedAssets({ loaded }: BuildJob): { path: string; absolute: string }[] {
  const owners = new Map<string, Incident>();
  for (const incident of loaded.archive.byId.values()) owners.set(`${incident.file.replace(/\.md$/, '')}/`, incident);
  return loaded.assets.flatMap(({ path, absolute }) => {
    const folder = foldersOf(path).find((candidate) => owners.has(candidate));
    const owner = owners.get(folder ?? '');
    return owner === undefined ? [] : [{ path: `incidents/${owner.id}/${path.slice(folder?.length)}`, absolute }];
  });
}

/** `a/b/c.png` lies in `a/b/` and in `a/`. */
function foldersOf(path: string): string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1)).reverse();
}
