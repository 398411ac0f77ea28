// `search/facts/HASH.bin`: what incidents are filtered, sorted and counted by, as columns with an entry per document.
import { DOCUMENT_STATUSES } from '../../model/incident.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { beginFile, openFile } from './header.ts';

/** One value of a column. */
export interface FactValue {
  /** As it stands in files and queries: `checkout`. */
  readonly id: string;
  readonly name: string;
  /** Other words that mean it. */
  readonly aliases: readonly string[];
}

/** Lists of values, one list per document: those of document n are `values[starts[n]]` to before `values[starts[n + 1]]`. */
export interface FactColumn {
  /** The commonest first, as in the index's pages; some may be on no document. */
  readonly names: readonly FactValue[];
  readonly starts: Uint32Array;
  /** Positions in `names`, rising within a document. */
  readonly values: Uint32Array;
}

const FACT_COLUMNS = ['services', 'teams', 'tags', 'causes', 'owners'] as const;
type FactColumnName = (typeof FACT_COLUMNS)[number];

export interface Facts extends Readonly<Record<FactColumnName, FactColumn>> {
  readonly documents: number;
  /** The site's scale, the gravest first: entry n has rank n + 1. */
  readonly severities: readonly FactValue[];
  /** 1 is the gravest, 0 is none. */
  readonly severityRank: Uint8Array;
  /** Days from 1970-01-01 to the day it began, in its own zone; or NO_DAY. */
  readonly day: Int32Array;
  /** Positions in DOCUMENT_STATUSES. */
  readonly status: Uint8Array;
  /** Sums of the FACT_FLAGS that hold. */
  readonly flags: Uint8Array;
}

export const NO_DAY = -0x80000000;

/** What `has:` asks for. */
export const FACT_FLAGS = { 'open-action': 1, overdue: 2, timeline: 4, recurrence: 8 } as const;
export type FactFlag = keyof typeof FACT_FLAGS;

/** Positions in `names` of what a document has. */
export function valuesOf({ starts, values }: FactColumn, document: number): Uint32Array {
  return values.subarray(starts[document], starts[document + 1]);
}

export function encodeFacts(facts: Facts): Uint8Array<ArrayBuffer> {
  const writer = beginFile('facts');
  writer.varint(facts.documents);
  writeValues(writer, facts.severities);
  for (const column of [facts.severityRank, facts.status, facts.flags]) writer.bytes(column);
  // Documents are in the order of their days: mostly small steps.
  let before = 0;
  for (const day of facts.day) {
    writer.varint(day === NO_DAY ? 0 : zigzag(day - before) + 1);
    if (day !== NO_DAY) before = day;
  }
  for (const name of FACT_COLUMNS) writeColumn(writer, facts[name]);
  return writer.done();
}

export function decodeFacts(path: string, data: Uint8Array): Facts {
  const reader = openFile('facts', path, data);
  const documents = reader.varintUpTo(reader.left);
  const severities = readValues(reader);
  const bytesUpTo = (largest: number): Uint8Array => Uint8Array.from({ length: documents }, () => reader.varintUpTo(largest));
  const severityRank = bytesUpTo(Math.min(severities.length, 127));
  const status = bytesUpTo(DOCUMENT_STATUSES.length - 1);
  const flags = bytesUpTo(127);
  let before = 0;
  const day = Int32Array.from({ length: documents }, () => {
    const step = reader.varint();
    if (step === 0) return NO_DAY;
    before += unzigzag(step - 1);
    return before;
  });
  const columns = Object.fromEntries(FACT_COLUMNS.map((name) => [name, readColumn(reader, documents)])) as Record<
    FactColumnName,
    FactColumn
  >;
  reader.end();
  return { documents, severities, severityRank, day, status, flags, ...columns };
}

function writeValues(writer: ByteWriter, values: readonly FactValue[]): void {
  writer.text(JSON.stringify(values.map(({ id, name, aliases }) => [id, name === id ? '' : name, ...aliases])));
}

function readValues(reader: ByteReader): FactValue[] {
  const text = reader.text();
  try {
    return (JSON.parse(text) as string[][]).map(([id = '', name = '', ...aliases]) => ({ id, name: name === '' ? id : name, aliases }));
  } catch {
    return reader.fail('its names are damaged');
  }
}

/** Names; how many values each document has; the values. */
function writeColumn(writer: ByteWriter, { names, starts, values }: FactColumn): void {
  writeValues(writer, names);
  for (let n = 0; n + 1 < starts.length; n++) writer.varint((starts[n + 1] ?? 0) - (starts[n] ?? 0));
  for (const value of values) writer.varint(value);
}

function readColumn(reader: ByteReader, documents: number): FactColumn {
  const names = readValues(reader);
  const starts = new Uint32Array(documents + 1);
  for (let n = 0; n < documents; n++) starts[n + 1] = (starts[n] ?? 0) + reader.varintUpTo(names.length);
  const count = starts[documents] ?? 0;
  if (count > reader.left) reader.fail('it ends too early');
  const values = Uint32Array.from({ length: count }, () => reader.varintUpTo(names.length - 1));
  return { names, starts, values };
}

/** Whole numbers of either sign as whole numbers from 0, small ones as small ones: 0, -1, 1, -2, … */
function zigzag(value: number): number {
  return value < 0 ? -value * 2 - 1 : value * 2;
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}
