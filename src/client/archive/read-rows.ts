// Decides whether what came over the network is the archive's rows.
import { type ArchiveRows, FACETS } from '../../core/rows/archive-rows.ts';
import { type Check, isColumn, isDictionary, isNumber, isObject, isText, orNull, positionLists } from '../list/check-columns.ts';

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
  const { facets } = json;
  const isWhole =
    COLUMNS.every(([name, check]) => isColumn(json[name], check, count)) &&
    FACETS.every((facet) => isDictionary(facets[facet], positionLists, count));
  return isWhole ? (json as unknown as ArchiveRows) : undefined;
}
