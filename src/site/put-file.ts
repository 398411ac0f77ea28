// Writes one file of a site after the other. Synchronous: for thousands of small files that takes a fraction of the time of promises.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataScriptPath, isFetched, writeDataScript } from '../core/text/data-script.ts';
import type { UrlStyle } from '../core/text/explicit-links.ts';
import { describeFile, type ManifestFile } from './manifest.ts';

export interface NewFile {
  /** From the site's folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Makes folders as they are needed. Throws what the system says. */
export function filePutter(folder: string, urls: UrlStyle): (file: NewFile) => ManifestFile[] {
  const made = new Set<string>();
  const encode = makeEncoder();
  const put = ({ path, content }: NewFile): ManifestFile => {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    const bytes = typeof content === 'string' ? encode(content) : content;
    writeFileSync(target, bytes);
    return describeFile(path, bytes);
  };
  return (file) => [put(file), ...(urls === 'explicit' && isFetched(file.path) ? [put(scriptOf(file))] : [])];
}

/** What pages load in place of the file where they may not fetch it. */
function scriptOf({ path, content }: NewFile): NewFile {
  const base64 = (
    typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  ).toString('base64');
  return { path: dataScriptPath(path), content: writeDataScript(base64) };
}

/** One buffer for all texts: `Buffer.from` reads each of them twice, once for its length. What it returns is valid until the next call. */
function makeEncoder(): (text: string) => Uint8Array {
  const encoder = new TextEncoder();
  let buffer = new Uint8Array(1 << 20);
  return (text) => {
    // A unit of UTF-16 takes three bytes at most.
    if (text.length > MOST_AT_ONCE) return encoder.encode(text);
    if (text.length * 3 > buffer.length) buffer = new Uint8Array(text.length * 3);
    return buffer.subarray(0, encoder.encodeInto(text, buffer).written);
  };
}

/** Of longer texts there are a few in a site. */
const MOST_AT_ONCE = 1 << 20;
