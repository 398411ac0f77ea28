// One file from bytes to drafts ready to be written. Runs in a thread, so that no document holds up the others.
import { readFileSync, statSync } from 'node:fs';
import type { Telling } from '../../core/tellings/telling.ts';
import { errorCode } from '../../io/system-error.ts';
import { readFile } from '../formats/index.ts';
import { labelsOf } from '../labels.ts';
import type { Draft, ImportNote, RecogniseOptions, Refusal, SourceDocument } from '../model.ts';
import { recognise } from '../recognise/index.ts';
import { type Composed, type ComposeOptions, compose } from '../write/compose.ts';
import { sha256 } from '../write/mark.ts';
import { tellCredentials } from './credentials.ts';
import { tellingOf } from './draft-telling.ts';
import { type SaidField, sayFields } from './say-fields.ts';

export interface Task {
  /** As people see it, and as it is written into `source`. */
  readonly shown: string;
  /** Absolute. */
  readonly path: string;
  /** The folder that was named, or that of the file that was: nothing outside of it is read. */
  readonly root: string;
}

export interface PrepareOptions extends RecogniseOptions, Pick<ComposeOptions, 'config' | 'asOf'> {
  /** Also what is no postmortem is made a file of. */
  readonly isForced: boolean;
}

export interface Prepared {
  /** Of the document: one file may hold several. */
  readonly path: string;
  readonly absolute: string;
  readonly root: string;
  readonly format: string;
  readonly notes: readonly ImportNote[];
  readonly fields: readonly SaidField[];
  readonly labels: Readonly<Record<string, unknown>>;
  readonly notAPostmortem?: { readonly kind: string; readonly why: string };
  readonly lineEnd?: '\r\n';
  /** Absent for what is no postmortem, unless it is wanted all the same. */
  readonly file?: Pick<Composed, 'name' | 'front' | 'body'>;
  readonly telling?: Telling;
  readonly sha256: string;
}

export type Preparation = { readonly documents: readonly Prepared[] } | Refusal;

/** A page of a wiki with all its scripts has less; a whole export of a space has to be unpacked. */
const LARGEST = 32 * 1024 * 1024;

export async function prepare(task: Task, options: PrepareOptions): Promise<Preparation> {
  const { shown, path } = task;
  const bytes = readBytes(path);
  if ('refusal' in bytes) return bytes;
  const read = await readFile(shown, bytes.bytes);
  if ('refusal' in read) return read;
  const hash = sha256(bytes.bytes);
  const documents = read.documents.map((document) => tellCredentials(finishDocument(document, task, { options, hash }), document.text));
  return { documents: await Promise.all(documents) };
}

const SAMPLE = '# Errors on 2026-01-05\n\n## Timeline\n\n- 14:02 UTC It begins\n\n## Action items\n\n- [ ] Mend it\n';

/** Much is made when it is first needed; no document should be late for it. */
export function warmUp(options: PrepareOptions): void {
  const draft = recognise({ path: 'sample.md', format: 'markdown', text: SAMPLE, notes: [] }, options);
  compose(draft, { config: options.config, asOf: options.asOf, sha256: '' });
}

const NO_PERMISSION = 'Check who owns it and the folder it is in.';

function readBytes(path: string): { readonly bytes: Uint8Array } | Refusal {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return { code: 'unreadable', refusal: `It is a folder that may not be read. ${NO_PERMISSION}` };
    if (!stats.isFile()) return { code: 'other-kind', refusal: 'It is not a regular file.' };
    if (stats.size > LARGEST)
      return { code: 'too-large', refusal: `It has ${Math.round(stats.size / 1e6)} MB; at most ${LARGEST / 1024 / 1024} MB are read.` };
    return { bytes: readFileSync(path) };
  } catch (error) {
    const code = errorCode(error) ?? 'unknown error';
    return { code: 'unreadable', refusal: code === 'EACCES' ? `It may not be read. ${NO_PERMISSION}` : `It cannot be read (${code}).` };
  }
}

/** What a system of incidents exports is one, however little is written in it, unless it says otherwise itself. */
function asItself(draft: Draft): Draft {
  const { other } = draft.source;
  return other === undefined ? { ...draft, isPostmortem: true } : { ...draft, isPostmortem: false, notAPostmortem: other };
}

interface Finishing {
  readonly options: PrepareOptions;
  /** SHA-256 of the file, in hex. */
  readonly hash: string;
}

export function finishDocument(document: SourceDocument, { path: absolute, root }: Task, { options, hash }: Finishing): Prepared {
  const read = recognise(document, options);
  const draft = read.source.format === 'json' ? asItself(read) : read;
  const { source, problems, notAPostmortem } = draft;
  const isWritten = draft.isPostmortem || options.isForced;
  const composed = isWritten ? compose(draft, { config: options.config, asOf: options.asOf, sha256: hash }) : undefined;
  const { title } = composed?.incident ?? {};
  return {
    path: source.path,
    absolute,
    root,
    format: source.format,
    notes: [...source.notes, ...problems, ...(composed?.notes ?? [])],
    fields: sayFields(draft),
    labels: labelsOf(draft),
    sha256: hash,
    ...(!draft.isPostmortem && notAPostmortem !== undefined && { notAPostmortem }),
    ...(source.lineEnd !== undefined && { lineEnd: source.lineEnd }),
    ...(composed !== undefined && {
      file: { name: composed.name, front: composed.front, body: composed.body },
      telling: tellingOf(draft, title),
    }),
  };
}
