// What the importer reads of a file, for tests of its formats: real exports of each kind, or bytes of their own.
import { readFileSync } from 'node:fs';
import { readFile } from '../../../src/import/formats/index.ts';
import type { SourceDocument } from '../../../src/import/model.ts';

export const FIXTURES = new URL('../../fixtures/import/', import.meta.url);

export async function documents(
  name: string,
  bytes: Uint8Array = readFileSync(new URL(name, FIXTURES)),
): Promise<readonly SourceDocument[]> {
  const read = await readFile(name, bytes);
  if ('refusal' in read) throw new Error(read.refusal);
  return read.documents;
}

/** Of a file that is one document. */
export async function one(name: string, bytes?: Uint8Array): Promise<SourceDocument> {
  const [document, ...others] = await documents(name, bytes);
  if (document === undefined || others.length > 0) throw new Error(`${name} holds ${others.length + 1} documents`);
  return document;
}

/** Why it is not read. */
export async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readFile(name, bytes);
  return 'refusal' in read ? read.refusal : `it was read: ${read.documents[0]?.text}`;
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Of what was noted on the way. */
export const codes = ({ notes }: SourceDocument): string[] => notes.map(({ code }) => code);
