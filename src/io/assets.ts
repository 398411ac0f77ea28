// The images and attachments of postmortems: files in the folder that has a postmortem's name, of types that cannot run code.
import { accessSync, constants } from 'node:fs';
import { extname } from 'node:path';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import { readText } from './read-text.ts';
import { statsOf } from './stats.ts';
import { activeContentOf } from './svg.ts';
import type { FoundFile } from './walk.ts';

export interface AssetFile {
  /** From the archive's folder, with forward slashes. */
  readonly path: string;
  readonly absolute: string;
  readonly size: number;
}

/** No HTML, no XML, no script: what is published here is opened under the host name of the site. */
export const PUBLISHED_EXTENSIONS: readonly string[] = [
  'png',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'avif',
  'svg',
  'txt',
  'log',
  'csv',
  'json',
  'pdf',
];

const LARGEST = 50 * 1024 * 1024;

/** Of all files that are not postmortems, those that belong to one, and why some of them are not published. */
export function pickAssets(
  files: readonly FoundFile[],
  postmortems: readonly string[],
): { assets: readonly AssetFile[]; diagnostics: readonly Diagnostic[] } {
  const folders = new Set(postmortems.map((path) => path.replace(/\.md$/, '')));
  const assets: AssetFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    if (!isIn(folders, file.path)) continue;
    const size = statsOf(file.absolute)?.size ?? 0;
    const problem = refusal(file, size);
    if (problem === undefined) assets.push({ path: file.path, absolute: file.absolute, size });
    else diagnostics.push({ file: file.path, line: 1, column: 1, severity: 'warning', ...problem });
  }
  return { assets, diagnostics };
}

function isIn(folders: ReadonlySet<string>, path: string): boolean {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    if (folders.has(path.slice(0, slash))) return true;
  }
  return false;
}

function refusal(file: FoundFile, size: number): Pick<Diagnostic, 'code' | 'message' | 'hint'> | undefined {
  const extension = extname(file.path).slice(1).toLowerCase();
  if (!PUBLISHED_EXTENSIONS.includes(extension)) {
    const message = `Files of type "${extension || 'none'}" are not published.`;
    return { code: 'asset-type', message, hint: `Save it as one of ${PUBLISHED_EXTENSIONS.join(', ')}, or take it out of the folder.` };
  }
  if (size > LARGEST) {
    const message = `The file has ${Math.round(size / 1024 / 1024)} MB; an attachment may have ${LARGEST / 1024 / 1024} MB.`;
    return { code: 'asset-too-large', message, hint: 'Link to where it is kept instead.' };
  }
  if (extension === 'svg') return svgRefusal(file);
  return isReadable(file) ? undefined : { code: 'unreadable', message: 'The file cannot be read.', hint: 'Check its permissions.' };
}

function isReadable(file: FoundFile): boolean {
  try {
    accessSync(file.absolute, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function svgRefusal(file: FoundFile): Pick<Diagnostic, 'code' | 'message' | 'hint'> | undefined {
  const read = readText(file.absolute);
  if ('problem' in read) return { code: 'asset-type', message: read.problem.message, hint: 'Save the drawing as PNG.' };
  const content = activeContentOf(read.text);
  if (content === undefined) return undefined;
  const message = `The SVG image holds ${content}, so it is not published.`;
  return { code: 'unsafe-svg', message, hint: 'Export it as a plain drawing, or as PNG.' };
}
