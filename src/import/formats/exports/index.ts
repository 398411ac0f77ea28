// The systems whose exports are understood. To add one: a file here, and a line in the list.
import type { Refusal, SourceDocument } from '../../model.ts';
import { type ExportedIncident, exportedDocument } from './exported.ts';
import { isFireHydrant, readFireHydrant } from './firehydrant.ts';
import { isIncidentIo, readIncidentIo } from './incident-io.ts';
import { isOpsgenie, readOpsgenie } from './opsgenie.ts';
import { isPagerDuty, readPagerDuty } from './pagerduty.ts';
import { isRootly, readRootly } from './rootly.ts';
import { isStatuspage, readStatuspage } from './statuspage.ts';
import { recordsOf } from './wrapped.ts';

interface System {
  /** Whether a record is one of its incidents, by names that no other system has. */
  readonly isOne: (value: unknown) => boolean;
  readonly read: (value: unknown) => ExportedIncident;
}

const SYSTEMS: readonly System[] = [
  { isOne: isOpsgenie, read: readOpsgenie },
  { isOne: isIncidentIo, read: readIncidentIo },
  { isOne: isFireHydrant, read: readFireHydrant },
  { isOne: isRootly, read: readRootly },
  { isOne: isPagerDuty, read: readPagerDuty },
  { isOne: isStatuspage, read: readStatuspage },
];

/** More incidents than this in one file are an archive to be cut up first. */
const MOST = 5000;

export type ReadExport = { readonly documents: readonly SourceDocument[] } | Refusal;

/** The incidents of a file that a system exported, as documents; why there are none, in a sentence. */
export function readExport(text: string, path: string): ReadExport {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      code: 'invalid-json',
      refusal: `It is not valid JSON: ${error instanceof Error ? sayFault(error.message, text) : 'it cannot be read'}. Export it again.`,
    };
  }
  const records = recordsOf(value, (record) => SYSTEMS.some(({ isOne }) => isOne(record)));
  if (records.length > MOST)
    return { code: 'too-large', refusal: `It holds ${records.length} incidents; at most ${MOST} are read from one file.` };
  const found = records.map((record) => ({ record, system: SYSTEMS.find(({ isOne }) => isOne(record)) }));
  const documents = found.flatMap(({ record, system }) =>
    system === undefined ? [] : [exportedDocument(path, system.read(record), record)],
  );
  if (documents.length === 0) return { code: 'unknown-export', refusal: UNKNOWN };
  return { documents: distinct(documents) };
}

/** With the line and column people can go to, not only a count of characters. */
function sayFault(message: string, text: string): string {
  const told = message.slice(0, 200).replace(/ \(line \d+ column \d+\)$/, '');
  const position = / at position (\d+)$/.exec(told)?.[1];
  if (position === undefined) return told;
  const before = text.slice(0, Number(position)).split('\n');
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}: ${told.replace(/ in JSON at position \d+$/, '')}`;
}

const UNKNOWN =
  'It is JSON, but not an export that is known: Opsgenie, incident.io, FireHydrant, Rootly, PagerDuty and Statuspage are. Nothing was guessed.';

/** Two records under one key stay two documents. */
function distinct(documents: readonly SourceDocument[]): SourceDocument[] {
  const seen = new Map<string, number>();
  return documents.map((document) => {
    const count = (seen.get(document.path) ?? 0) + 1;
    seen.set(document.path, count);
    return count === 1 ? document : { ...document, path: `${document.path}-${count}` };
  });
}
