// Unpacks the tracker's rows as they came over the network, and decides whether they are whole.
import type { ActionRows } from '../../core/tracker/rows.ts';
import { type PackedActionRows, ROWS_VERSION, unpackActionRows } from '../../core/tracker/rows-file.ts';
import {
  type Check,
  isColumn,
  isDictionary,
  isList,
  isNumber,
  isObject,
  isText,
  isWithin,
  orNull,
  positionLists,
} from '../list/check-columns.ts';

/** The rows, or undefined where any column is missing, too short, or holds what it should not. */
export function readActionRows(json: unknown): ActionRows | undefined {
  if (!isPacked(json)) return undefined;
  const rows = unpackActionRows(json);
  return isWhole(rows) ? rows : undefined;
}

const CODED = ['ids', 'status', 'type', 'priority', 'owner', 'team', 'promise'] as const satisfies readonly (keyof ActionRows)[];
const DAYS = ['promised', 'due', 'completed'] as const satisfies readonly (keyof ActionRows)[];
const SPARSE = ['reasons', 'past'] as const satisfies readonly (keyof ActionRows)[];
const FACETS_OF_INCIDENTS = ['severity', 'service', 'tag'] as const;

/** As far as it must be known before it is unpacked: what is packed is text, what is not are lists. */
function isPacked(json: unknown): json is PackedActionRows {
  if (!isObject(json) || json.version !== ROWS_VERSION || !isText(json.asOf) || !isList(json.words, isText)) return false;
  const { incidents } = json;
  return (
    [json.titles, json.byPolicy].every(isText) &&
    CODED.every((name) => isPackedColumn(json[name], 'ids', isText)) &&
    DAYS.every((name) => isPackedColumn(json[name], 'values', isNumber)) &&
    [json.ids, json.owner, json.team].every(hasSlugs) &&
    SPARSE.every((name) => isPackedTexts(json[name])) &&
    isObject(incidents) &&
    isList(incidents.ids, isText) &&
    [incidents.titles, incidents.items].every(isText) &&
    FACETS_OF_INCIDENTS.every((name) => isPackedColumn(incidents[name], 'ids', isText))
  );
}

function isPackedTexts(column: unknown): boolean {
  return isObject(column) && [column.rows, column.texts].every(isText);
}

function isPackedColumn(column: unknown, entries: string, check: Check): boolean {
  return isObject(column) && isText(column.rows) && isList(column[entries], check);
}

function hasSlugs(column: unknown): boolean {
  return isObject(column) && Array.isArray(column.ids) && isColumn(column.slugs, isText, column.ids.length);
}

/** As many entries in every column as there are rows, and no position beyond its list. */
function isWhole(rows: ActionRows): boolean {
  const count = rows.status.rows.length;
  const { incidents } = rows;
  const { length } = incidents.ids;
  return (
    CODED.every((name) => isDictionary(rows[name], onePosition, count)) &&
    DAYS.every((name) => isColumn(rows[name], isDay, count)) &&
    isList(rows.byPolicy, isWithin(0, count)) &&
    SPARSE.every((name) => isList(rows[name].rows, isWithin(0, count)) && rows[name].texts.texts.length === rows[name].rows.length) &&
    rows.titles.texts.length === count &&
    incidents.titles.texts.length === length &&
    isColumn(incidents.items, isWithin(0, count + 1), length) &&
    incidents.items.reduce((sum, items) => sum + items, 0) === count &&
    isDictionary(incidents.severity, onePosition, length) &&
    isDictionary(incidents.service, positionLists, length) &&
    isDictionary(incidents.tag, positionLists, length)
  );
}

const isDay: Check = orNull((value) => Number.isInteger(value));
/** One position, or -1 for none. */
const onePosition = (ids: number): Check => isWithin(-1, ids);
