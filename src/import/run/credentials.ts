// Credentials in a document that is imported: its text is written as it is, what is said of it shows none, and somebody is told.
import { findCredentials } from '../../core/credentials/find.ts';
import { makeMask } from '../../core/credentials/mask.ts';
import type { Credential } from '../../core/credentials/model.ts';
import { readingOf } from '../../core/credentials/reading.ts';
import { sayCredential } from '../../core/credentials/say.ts';
import { findTokens, mayHoldToken } from '../../io/secretlint.ts';
import type { ImportNote } from '../model.ts';
import type { Prepared } from './prepare.ts';

const ADVICE = 'Make it void where it is used, and take it out of the file: no site is built of it.';

/** `text`: of the source, which may hold more than is written. */
export async function tellCredentials(prepared: Prepared, text: string): Promise<Prepared> {
  const { file } = prepared;
  const written = file === undefined ? '' : `---\n${file.front.join('\n')}\n---\n${file.body}`;
  const [inSource, inFile] = [await find(text), await find(written)];
  if (inSource.length + inFile.length === 0) return prepared;
  const mask = makeMask([...valuesOf(text, inSource), ...valuesOf(written, inFile)]);
  const said = [...new Set(inFile.map((credential) => sayCredential(credential).replace(' stands here', ' stands in the text')))];
  const told = said.map((message): ImportNote => ({ code: 'credential', message: `${message} ${ADVICE}`, severity: 'warning' }));
  return {
    ...prepared,
    notes: [...prepared.notes.map((note) => ({ ...note, message: mask(note.message) })), ...told],
    fields: prepared.fields.map((field) => ({ ...field, value: mask(field.value), text: mask(field.text) })),
  };
}

async function find(text: string): Promise<Credential[]> {
  const reading = readingOf(text);
  const [tokens = []] = mayHoldToken(reading.text) ? await findTokens([reading.text]) : [];
  return findCredentials(text, tokens, reading);
}

function valuesOf(text: string, credentials: readonly Credential[]): string[] {
  return credentials.map(({ start, end }) => text.slice(start, end));
}
