// Decides whether what came over the network is the archive's rows: a damaged file must be told, not shown as an empty list.
import { type ArchiveRows, FACETS } from '../../core/rows/archive-rows.ts';

type Json = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const COLUMNS: readonly (readonly [keyof ArchiveRows, Check])[] = [
  ['ids', isText],
  ['titles', isText],
  ['summaries', isText],
  ['signatures', isText],
  ['started', orNull((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))],
  ['lasted', orNull(isNumber)],
  ['detected', orNull(isNumber)],
  ['estimated', isNumber],
  ['openActions', isNumber],
  ['allActions', isNumber],
  ['overdueActions', isNumber],
];

/** The rows, or undefined where any column is missing, too short, or holds what it should not. */
export function readRows(json: unknown): ArchiveRows | undefined {
  if (!isObject(json) || json.version !== 1 || !isText(json.asOf) || !isObject(json.facets)) return undefined;
  const count = Array.isArray(json.ids) ? json.ids.length : -1;
  if (!COLUMNS.every(([name, check]) => isList(json[name], check) && json[name].length === count)) return undefined;
  const { facets } = json;
  if (!FACETS.every((facet) => isFacet(facets[facet], count))) return undefined;
  return json as unknown as ArchiveRows;
}

function isFacet(column: unknown, count: number): boolean {
  if (!isObject(column) || !isList(column.ids, isText) || !isList(column.names, isText)) return false;
  const { length } = column.ids;
  const isPosition: Check = (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < length;
  return column.names.length === length && isList(column.rows, (values) => isList(values, isPosition)) && column.rows.length === count;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown, check: Check): value is readonly unknown[] {
  return Array.isArray(value) && value.every(check);
}
