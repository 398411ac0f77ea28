// The columns of the tracker as they stand in `/actions/rows.json`: numbers packed into text, texts as words that are kept once. A day is
// told by how far it lies from another of its item, which few different numbers do.
import type { Day } from '../model/timestamp.ts';
import { pack, packLists, packRising, unpack, unpackLists, unpackRising } from './packing.ts';
import type { ActionRows, CodedColumn, SluggedColumn, SparseTexts } from './rows.ts';
import { allTexts, codeTexts, type WordTexts } from './word-texts.ts';

/** Changes with the shape: a page left open over a release must not misread a newer file. */
export const ROWS_VERSION = 3;

/** A column whose rows are packed into one text. */
type Packed<Column> = Omit<Column, 'rows'> & { readonly rows: string };

/** Distinct numbers, and for each row which of them it has; -1 where it has none. */
type PackedNumbers = Packed<{ readonly values: readonly number[] }>;

export interface PackedActionRows {
  readonly version: typeof ROWS_VERSION;
  readonly asOf: Day;
  /** Of all texts. */
  readonly words: readonly string[];
  readonly incidents: {
    readonly ids: readonly string[];
    readonly titles: string;
    readonly items: string;
    readonly severity: Packed<CodedColumn>;
    readonly service: Packed<CodedColumn>;
    readonly tag: Packed<CodedColumn>;
  };
  readonly ids: Packed<SluggedColumn>;
  readonly titles: string;
  readonly status: Packed<CodedColumn>;
  readonly type: Packed<CodedColumn>;
  readonly priority: Packed<CodedColumn>;
  readonly owner: Packed<SluggedColumn>;
  readonly team: Packed<SluggedColumn>;
  readonly promise: Packed<CodedColumn>;
  readonly promised: PackedNumbers;
  readonly due: PackedNumbers;
  readonly completed: PackedNumbers;
  readonly byPolicy: string;
  readonly reasons: PackedTexts;
  readonly past: PackedTexts;
}

/** Of few rows. */
interface PackedTexts {
  readonly rows: string;
  readonly texts: string;
}

export function packActionRows(rows: ActionRows): PackedActionRows {
  const { incidents, reasons, past, promised, due, completed } = rows;
  const texts = [rows.titles, incidents.titles, reasons.texts, past.texts];
  // Those of one archive are.
  const areCodedTogether = texts.every(({ words }) => words === rows.titles.words);
  const [titles, names, reasonTexts, pastTexts] = areCodedTogether ? texts : codeTexts(texts.map(allTexts));
  return {
    version: ROWS_VERSION,
    asOf: rows.asOf,
    words: titles?.words ?? [],
    incidents: {
      ids: incidents.ids,
      titles: packTexts(names),
      items: pack(incidents.items),
      severity: packed(incidents.severity, pack),
      service: packed(incidents.service, packLists),
      tag: packed(incidents.tag, packLists),
    },
    ids: packed(rows.ids, pack),
    titles: packTexts(titles),
    status: packed(rows.status, pack),
    type: packed(rows.type, pack),
    priority: packed(rows.priority, pack),
    owner: packed(rows.owner, pack),
    team: packed(rows.team, pack),
    promise: packed(rows.promise, pack),
    promised: packNumbers(promised, (row) => promised[row - 1] ?? 0),
    due: packNumbers(due, (row) => promised[row] ?? 0),
    completed: packNumbers(completed, (row) => due[row] ?? promised[row] ?? 0),
    byPolicy: packRising(rows.byPolicy),
    reasons: { rows: packRising(reasons.rows), texts: packTexts(reasonTexts) },
    past: { rows: packRising(past.rows), texts: packTexts(pastTexts) },
  };
}

/** Of a damaged file it makes columns that are too short, or hold positions that are none: whoever reads one has to check. */
export function unpackActionRows(file: PackedActionRows): ActionRows {
  const { words, incidents } = file;
  const status = unpacked(file.status);
  const count = status.rows.length;
  const ofIncidents = incidents.ids.length;
  const promised = unpackNumbers(file.promised, (row, before) => before[row - 1] ?? 0);
  const due = unpackNumbers(file.due, (row) => promised[row] ?? 0);
  const sparse = (texts: PackedTexts): SparseTexts => {
    const rows = unpackRising(texts.rows);
    return { rows, texts: unpackTexts(texts.texts, words, rows.length) };
  };
  return {
    asOf: file.asOf,
    incidents: {
      ids: incidents.ids,
      titles: unpackTexts(incidents.titles, words, ofIncidents),
      items: unpack(incidents.items),
      severity: unpacked(incidents.severity),
      service: { ...incidents.service, rows: unpackLists(incidents.service.rows, ofIncidents) },
      tag: { ...incidents.tag, rows: unpackLists(incidents.tag.rows, ofIncidents) },
    },
    ids: unpacked(file.ids),
    titles: unpackTexts(file.titles, words, count),
    status,
    type: unpacked(file.type),
    priority: unpacked(file.priority),
    owner: unpacked(file.owner),
    team: unpacked(file.team),
    promise: unpacked(file.promise),
    promised,
    due,
    completed: unpackNumbers(file.completed, (row) => due[row] ?? promised[row] ?? 0),
    byPolicy: unpackRising(file.byPolicy),
    reasons: sparse(file.reasons),
    past: sparse(file.past),
  };
}

function packed<Rows, Column extends { readonly rows: Rows }>(column: Column, toText: (rows: Rows) => string): Packed<Column> {
  return { ...column, rows: toText(column.rows) };
}

function unpacked<Column extends { readonly rows: string }>(column: Column): Omit<Column, 'rows'> & { readonly rows: readonly number[] } {
  return { ...column, rows: unpack(column.rows) };
}

function packTexts(texts: WordTexts | undefined): string {
  return texts?.texts.join(' ') ?? '';
}

function unpackTexts(text: string, words: readonly string[], count: number): WordTexts {
  return { words, texts: count === 0 ? [] : text.split(' ') };
}

function packNumbers(numbers: readonly (number | null)[], from: (row: number) => number): PackedNumbers {
  const distances = numbers.map((number, row) => (number === null ? null : number - from(row)));
  const values = [...new Set(distances)].filter((distance) => distance !== null).sort((a, b) => a - b);
  const positions = new Map(values.map((value, position) => [value, position]));
  return { values, rows: pack(distances.map((distance) => (distance === null ? -1 : (positions.get(distance) ?? -1)))) };
}

function unpackNumbers(
  { values, rows }: PackedNumbers,
  from: (row: number, before: readonly (number | null)[]) => number,
): readonly (number | null)[] {
  const numbers: (number | null)[] = [];
  for (const position of unpack(rows)) {
    const distance = position < 0 ? null : (values[position] ?? Number.NaN);
    numbers.push(distance === null ? null : distance + from(numbers.length, numbers));
  }
  return numbers;
}
