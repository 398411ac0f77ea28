// A file of any kind as the documents in it. To add a kind: a converter here, and a line in `readFile`.
import { LONGEST_TEXT } from '../../core/markdown/renderer.ts';
import type { DraftFields, ImportNote, Refusal, SourceDocument, SourceFormat } from '../model.ts';
import { decodeBytes } from './decode.ts';
import { convertDocx } from './docx.ts';
import { readExport } from './exports/index.ts';
import { splitForeign } from './foreign-front-matter.ts';
import { type Converted, convertHtml } from './html.ts';
import { otherKind } from './other-kinds.ts';

/** The documents of a file, or why there are none. */
export type ReadFile = { readonly documents: readonly SourceDocument[] } | Refusal;

export async function readFile(path: string, bytes: Uint8Array): Promise<ReadFile> {
  if (bytes.length === 0) return { code: 'empty', refusal: 'It is empty.' };
  if (isZip(bytes)) return asDocument(path, 'docx', await convertDocx(bytes));
  const other = otherKind(path, bytes);
  if (other !== undefined) return { code: 'other-kind', refusal: other };
  const read = decodeBytes(bytes);
  if ('refusal' in read) return read;
  const { text, lineEnd } = read;
  const notes = /\.docx$/i.test(path) ? [...read.notes, NO_WORD] : read.notes;
  if (text.trim() === '') return { code: 'empty', refusal: 'It is empty.' };
  switch (formatOf(path, text)) {
    case 'json':
      return withNotes(readExport(text, path), notes);
    case 'html':
      return withNotes(asDocument(path, 'html', convertHtml(text)), notes);
    case 'markdown':
      return readWords(path, text, { format: 'markdown', notes, lineEnd });
    default:
      return readWords(path, text, { format: 'text', notes, lineEnd });
  }
}

const NO_WORD: ImportNote = {
  code: 'no-word-document',
  message: 'It is called .docx and is no Word document: it was read as the text it holds.',
  severity: 'warning',
};

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** By what the file says of itself, then by its name. */
function formatOf(path: string, text: string): SourceFormat {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const start = text.slice(0, 2000).trimStart();
  if (/^(?:<!doctype html|<html[\s>]|<head[\s>]|<\?xml[^>]*\?>\s*<(?:!doctype )?html)/i.test(start)) return 'html';
  if (/^x?html?$/.test(extension)) return 'html';
  if (extension === 'json') return 'json';
  if (/^(?:md|markdown|mdown|mkd)$/.test(extension)) return 'markdown';
  // Exports are saved under any name, but no text begins so.
  if (/^(?:\{\s*"|\[\s*\{\s*")/.test(start)) return 'json';
  return 'text';
}

/** Longer ones are not rendered by the site either. */
function tooLong(text: string): Refusal | undefined {
  if (text.length <= LONGEST_TEXT) return undefined;
  return { code: 'too-large', refusal: `It has ${text.length} characters of text; at most ${LONGEST_TEXT} are read.` };
}

function readWords(
  path: string,
  text: string,
  found: Pick<SourceDocument, 'format' | 'notes'> & { readonly lineEnd: '\r\n' | undefined },
): ReadFile {
  const refused = tooLong(text);
  if (refused !== undefined) return refused;
  const { format, notes, lineEnd } = found;
  const common = { path, format, ...(lineEnd !== undefined && { lineEnd }) };
  const split = splitForeign(text);
  if (split === undefined) return { documents: [{ ...common, text, notes }] };
  const { firstLine, facts, kept } = split;
  const document: SourceDocument = {
    ...common,
    text: split.text,
    firstLine,
    notes: [...notes, ...split.notes],
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(kept.length > 0 && { kept }),
  };
  return { documents: [document] };
}

const CONVERTED: ImportNote = {
  code: 'converted',
  message:
    'It was converted to Markdown: lines are counted from the first of the converted text, which is the body of the file that is written.',
  severity: 'info',
};

function asDocument(path: string, format: SourceFormat, converted: Converted): ReadFile {
  if ('refusal' in converted) return converted;
  const { text, title, notes, author } = converted;
  if (text.trim() === '') return { code: 'empty', refusal: 'It holds no text.' };
  const refused = tooLong(text);
  if (refused !== undefined) return refused;
  const facts: DraftFields = {
    ...(title !== '' && { title: { value: title, line: 0, text: title, sure: 'likely', why: 'title of the page' } }),
    ...(author !== undefined && { authors: { value: [author], line: 0, text: author, sure: 'likely', why: 'author of the page' } }),
  };
  return { documents: [{ path, format, text, notes: [...notes, CONVERTED], ...(Object.keys(facts).length > 0 && { facts }) }] };
}

function withNotes(read: ReadFile, notes: readonly ImportNote[]): ReadFile {
  if ('refusal' in read || notes.length === 0) return read;
  return { documents: read.documents.map((document) => ({ ...document, notes: [...notes, ...document.notes] })) };
}
