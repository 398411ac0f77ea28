// Decides whether what came over the network is the tracker's rows.
import type { ActionRows } from '../../core/tracker/rows.ts';
import { type Check, isColumn, isDictionary, isList, isObject, isText, isWithin, orNull, positionLists } from '../list/check-columns.ts';

const isDay: Check = orNull((value) => Number.isInteger(value));
/** One position, or -1 for none. */
const onePosition = (ids: number): Check => isWithin(-1, ids);

const CODED = ['ids', 'status', 'type', 'priority', 'owner', 'team', 'promise'] as const satisfies readonly (keyof ActionRows)[];
const DAYS = ['promised', 'due', 'completed'] as const satisfies readonly (keyof ActionRows)[];

/** The rows, or undefined where any column is missing, too short, or holds what it should not. */
export function readActionRows(json: unknown): ActionRows | undefined {
  if (!isObject(json) || json.version !== 1 || !isText(json.asOf)) return undefined;
  const count = Array.isArray(json.titles) ? json.titles.length : -1;
  const { reasons } = json;
  const isWhole =
    isList(json.titles, isText) &&
    CODED.every((name) => isDictionary(json[name], onePosition, count)) &&
    DAYS.every((name) => isColumn(json[name], isDay, count)) &&
    [json.ids, json.owner, json.team].every(hasSlugs) &&
    isList(json.byPolicy, isWithin(0, count)) &&
    isObject(reasons) &&
    isList(reasons.rows, isWithin(0, count)) &&
    isColumn(reasons.texts, isText, reasons.rows.length) &&
    hasIncidents(json.incidents, count);
  return isWhole ? (json as unknown as ActionRows) : undefined;
}

function hasSlugs(column: unknown): boolean {
  return isObject(column) && Array.isArray(column.ids) && isColumn(column.slugs, isText, column.ids.length);
}

/** As many items as there are rows, neither more nor fewer. */
function hasIncidents(json: unknown, rows: number): boolean {
  if (!isObject(json) || !isList(json.ids, isText) || !isList(json.items, isWithin(0, rows + 1))) return false;
  const { length } = json.ids;
  const items = (json.items as readonly number[]).reduce((sum, count) => sum + count, 0);
  return (
    items === rows &&
    json.items.length === length &&
    isColumn(json.titles, isText, length) &&
    isDictionary(json.severity, onePosition, length) &&
    isDictionary(json.service, positionLists, length) &&
    isDictionary(json.tag, positionLists, length)
  );
}
