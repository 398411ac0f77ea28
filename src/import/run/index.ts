// An import from files to files: everything prepared first, then placed, compared and written in one go.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { yamlScalar } from '../../core/front-matter/yaml-scalar.ts';
import type { SiteConfig } from '../../core/model/site-config.ts';
import { findTwins, type Twin } from '../../core/tellings/find.ts';
import { createFile, replaceFile } from '../../io/atomic.ts';
import { readText } from '../../io/read-text.ts';
import { countOutcomes, type DocumentReport, type ImportReport } from '../report.ts';
import { markedFile, sha256 } from '../write/mark.ts';
import { type Archived, readArchived } from './archive.ts';
import type { Gathered } from './gather.ts';
import { takeImages } from './images.ts';
import { type Place, placeAll } from './place.ts';
import { prepareAll } from './pool.ts';
import type { Preparation, Prepared, PrepareOptions } from './prepare.ts';

export interface RunOptions {
  /** Folder of the archive, absolute; need not exist. */
  readonly output: string;
  readonly config: SiteConfig;
  readonly prepare: PrepareOptions;
  readonly threads: number;
  readonly isDryRun: boolean;
  /** Link tellings of one incident by `duplicate_of`. */
  readonly isMerging: boolean;
  readonly timeLimit?: number;
  readonly onProgress?: (done: number) => void;
}

type Writable = Prepared & { readonly file: NonNullable<Prepared['file']>; readonly telling: NonNullable<Prepared['telling']> };

export async function runImport(gathered: Gathered, options: RunOptions): Promise<ImportReport> {
  const { tasks, passedOver } = gathered;
  const prepared = await prepareAll(tasks, options);
  const archived = readArchived(options.output, options.config);
  const copies = new Map(archived.map(({ text, file }) => [sha256(text), file]));
  const isNew = (document: Prepared): document is Writable => isWritable(document) && !copies.has(document.sha256);
  const writable = prepared.flatMap((result) => ('documents' in result ? result.documents.filter(isNew) : []));
  const places = placeAll(writable, archived);
  const twins = twinsOf(writable, { places, archived });
  const written = new Map<Prepared, DocumentReport>();
  writable.forEach((document, index) => {
    written.set(document, put(document, { place: places[index] as Place, twin: twins.get(index), options }));
  });
  const documents = prepared.flatMap((result, index) => reportsOf(result, { shown: tasks[index]?.shown ?? '', written, copies }));
  return { isDryRun: options.isDryRun, output: options.output, documents, counts: countOutcomes(documents), passedOver };
}

function isWritable(document: Prepared): document is Writable {
  return document.file !== undefined && document.telling !== undefined;
}

function reportsOf(
  result: Preparation,
  known: {
    readonly shown: string;
    readonly written: ReadonlyMap<Prepared, DocumentReport>;
    /** Files of the archive by the hash of their text. */
    readonly copies: ReadonlyMap<string, string>;
  },
): DocumentReport[] {
  if ('refusal' in result)
    return [{ path: known.shown, outcome: 'failed', code: result.code, reason: result.refusal, fields: [], notes: [] }];
  return result.documents.map((document) => known.written.get(document) ?? skipped(document, known.copies.get(document.sha256)));
}

function skipped({ path, format, notAPostmortem, fields, notes }: Prepared, copyOf: string | undefined): DocumentReport {
  const reason =
    copyOf !== undefined
      ? `It is ${copyOf} of the archive, to the byte.`
      : notAPostmortem === undefined
        ? 'It is no postmortem.'
        : `It is no postmortem but ${article(notAPostmortem.kind)}: ${notAPostmortem.why}.`;
  return { path, format, outcome: 'skipped', reason: reason.replace(/\.\.$/, '.'), fields, notes };
}

const ARTICLES: Readonly<Record<string, string>> = {
  template: 'a template',
  assignment: 'an assignment',
  runbook: 'a runbook',
  readme: 'a README',
  list: 'a list',
  empty: 'an empty document',
  exercise: 'an exercise',
  maintenance: 'planned maintenance',
};

function article(kind: string): string {
  return ARTICLES[kind] ?? 'something else';
}

interface Linked {
  readonly id: string;
  readonly reasons: readonly string[];
}

/** By index of the document. What tells an incident of the archive again is linked to it; within an import, the later to the earlier. */
function twinsOf(
  documents: readonly Writable[],
  known: { readonly places: readonly Place[]; readonly archived: readonly Archived[] },
): Map<number, Linked> {
  const own = new Set(known.places.map(({ before }) => before));
  const others = known.archived.filter((old) => !own.has(old));
  const candidates = [
    ...others.map(({ id, telling }) => ({ name: id, telling })),
    ...documents.map(({ path, telling }) => ({ name: path, telling })),
  ];
  const idOf = (index: number): string => {
    const old = others[index];
    return old === undefined ? (known.places[index - others.length]?.id ?? '') : (old.duplicateOf ?? old.id);
  };
  const found = findTwins(candidates).filter(({ index }) => index >= others.length);
  return new Map(found.map(({ index, of, reasons }: Twin) => [index - others.length, { id: idOf(of), reasons }]));
}

const CHANGED = 'The file has been changed since it was imported.';

interface Putting {
  readonly place: Place;
  readonly twin: Linked | undefined;
  readonly options: RunOptions;
}

function put(document: Writable, { place, twin, options }: Putting): DocumentReport {
  const { path, format, fields, file, absolute, root, lineEnd } = document;
  const { before } = place;
  const linked = options.isMerging && twin !== undefined ? twin.id : before?.duplicateOf;
  const images =
    format === 'markdown' ? takeImages(file.body, { id: place.id, path: absolute, root }) : { body: file.body, copies: [], notes: [] };
  const plain = markedFile(linked === undefined ? file.front : withLink(file.front, linked), images.body);
  const text = lineEnd === undefined ? plain : plain.replaceAll('\n', lineEnd);
  const report = {
    path,
    format,
    file: place.file,
    fields,
    notes: [...document.notes, ...images.notes],
    ...(twin !== undefined && { twin: { ...twin, isLinked: linked === twin.id } }),
  };
  if (before?.text === text) return { ...report, outcome: 'unchanged' };
  if (before !== undefined && before.mark !== 'untouched') return { ...report, outcome: 'kept', reason: CHANGED };
  if (!options.isDryRun && !write(text, { place, copies: images.copies, output: options.output }))
    return { ...report, outcome: 'kept', reason: CHANGED };
  return { ...report, outcome: before === undefined ? 'written' : 'updated' };
}

/** In its place in the order of the fields. */
function withLink(front: readonly string[], id: string): string[] {
  const at = front.findIndex((line) => /^(?:links|timeline|action_items|source):/.test(line));
  const line = `duplicate_of: ${yamlScalar(id)}`;
  return at === -1 ? [...front, line] : [...front.slice(0, at), line, ...front.slice(at)];
}

interface Writing {
  readonly place: Place;
  readonly copies: readonly { readonly from: string; readonly to: string }[];
  readonly output: string;
}

/** False, and nothing done, where somebody has written there since the archive was read. */
function write(text: string, { place, copies, output }: Writing): boolean {
  const path = join(output, place.file);
  mkdirSync(dirname(path), { recursive: true });
  if (!writeText(path, text, place.before?.text)) return false;
  for (const { from, to } of copies) {
    const target = join(output, to);
    if (existsSync(target) && readFileSync(target).equals(readFileSync(from))) continue;
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(from, target);
  }
  return true;
}

function writeText(path: string, text: string, before: string | undefined): boolean {
  if (before === undefined) return createFile(path, text);
  const isUnchanged = (): boolean => {
    const read = readText(path);
    return 'text' in read && read.text === before;
  };
  return replaceFile(path, text, { isUnchanged });
}
