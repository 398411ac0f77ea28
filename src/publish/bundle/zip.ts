// A whole site as a zip: every byte compared with the manifest on the way, and the same site always the same zip.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { MANIFEST } from '../../site/manifest.ts';
import { readSiteFile } from '../copy-site.ts';
import type { Site } from '../open-site.ts';

/** Packed already: to pack them again would take time and save nothing. */
const PACKED = /\.(?:br|gz|bin|png|jpe?g|gif|webp|avif|woff2)$/i;

/** Written like a file of an ordinary user, whoever packs it. */
const MODE = 0o100644;

/** `path` is that of a new file. One file of the site is in memory at a time. Rejects when the site is not, or no longer, that of its manifest. */
export async function writeZip(site: Site, path: string, report: (done: number, all: number) => void): Promise<void> {
  const { files, generated } = site.manifest;
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  const options = { mtime: dateOf(generated), mode: MODE, forceDosTimestamp: true };
  files.forEach((file, index) => {
    zip.addReadStreamLazy(file.path, { ...options, compress: !PACKED.test(file.path), size: file.bytes }, (give) => {
      report(index, files.length);
      readSiteFile(site, file).then(
        (bytes) => give(null, Readable.from([bytes])),
        (error: Error) => give(error, Readable.from([])),
      );
    });
  });
  zip.addBuffer(Buffer.from(site.manifestText), MANIFEST, options);
  zip.end();
  await pipeline(output, createWriteStream(path, { flags: 'wx' }));
}

/** A zip has local times without a zone: noon of the day is the same numbers in every zone. */
function dateOf(generated: string): Date {
  const [, year = 1980, month = 1, day = 1] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(generated)?.map(Number) ?? [];
  return new Date(Math.max(1980, year), month - 1, day, 12);
}
