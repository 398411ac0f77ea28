// `hindsight bundle INCIDENT`: one incident of a built site as a single HTML file; with `--archive` the whole site as a zip.
import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { DEFAULT_EDITION } from '../../core/model/edition.ts';
import { sayCount } from '../../core/text/count.ts';
import { AppError } from '../../io/app-error.ts';
import { isWithin } from '../../io/inside.ts';
import { clearProgress, print, progress } from '../../io/log.ts';
import { writeNewFile } from '../../io/new-file.ts';
import { statsOf } from '../../io/stats.ts';
import { explainSystemError } from '../../io/system-error.ts';
import { bundleIncident } from '../../publish/bundle/incident.ts';
import { writeZip } from '../../publish/bundle/zip.ts';
import { openSite, type Site } from '../../publish/open-site.ts';
import { EXIT } from '../exit-codes.ts';

interface BundleCommandOptions {
  readonly site: string;
  readonly archive?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

/** Returns the exit code. */
export async function bundle(incident: string | undefined, options: BundleCommandOptions): Promise<number> {
  if ((incident === undefined) === (options.archive !== true)) {
    throw new AppError('usage', 'Either an incident is bundled, or with --archive the whole site.', {
      hint: 'hindsight bundle INCIDENT, or hindsight bundle --archive',
    });
  }
  const site = openSite(options.site);
  const file = incident === undefined ? zipOf(site) : await pageOf(site, incident);
  const output = options.output ?? file.name;
  if (isWithin(site.folder, resolve(output))) {
    throw new AppError('dangerous-output', `${output} lies in the site, which would no longer be that of its manifest.`, {
      hint: 'Give another place with --output.',
    });
  }
  try {
    const isWritten = await writeNewFile(resolve(output), { replaces: options.force === true }, file.write);
    clearProgress();
    if (!isWritten)
      throw new AppError('exists', `${output} is there already.`, { hint: 'Replace it with --force, or give another name with --output.' });
  } catch (error) {
    throw explainSystemError(error, output) ?? error;
  }
  const { edition = DEFAULT_EDITION } = site.manifest;
  print(`${output}: ${file.what} of the ${edition} edition, ${sayCount(Math.ceil((statsOf(resolve(output))?.size ?? 0) / 1000))} kB`);
  return EXIT.ok;
}

interface Bundled {
  /** Unless another is asked for. */
  readonly name: string;
  readonly what: string;
  write(path: string): Promise<void>;
}

async function pageOf(site: Site, incident: string): Promise<Bundled> {
  const { id, html } = await bundleIncident(site, incident);
  return { name: `${id}.html`, what: `incident ${id}`, write: (path) => writeFile(path, html, { flag: 'wx' }) };
}

function zipOf(site: Site): Bundled {
  const report = (done: number, all: number): void => progress(`Packed ${sayCount(done)} of ${sayCount(all)} files…`);
  return {
    name: `${basename(site.folder)}.zip`,
    what: `the site, ${sayCount(site.manifest.files.length + 1)} files,`,
    write: (path) => writeZip(site, path, report),
  };
}
