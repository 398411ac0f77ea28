// Checks of what came over the network, for files of columns: a damaged one must be told, not shown as an empty list.

export type Json = Readonly<Record<string, unknown>>;
export type Check = (value: unknown) => boolean;

export const isText: Check = (value) => typeof value === 'string';
export const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown, check: Check): value is readonly unknown[] {
  return Array.isArray(value) && value.every(check);
}

/** A list with one entry for each of `count` rows. */
export function isColumn(value: unknown, check: Check, count: number): boolean {
  return isList(value, check) && value.length === count;
}

/** Ids with their names, and for each row what `rows` checks, which is told how many ids there are. */
export function isDictionary(value: unknown, rows: (ids: number) => Check, count: number): value is Json {
  if (!isObject(value) || !isList(value.ids, isText)) return false;
  const { length } = value.ids;
  return isColumn(value.names, isText, length) && isColumn(value.rows, rows(length), count);
}

/** A whole number from `from` up to but not including `to`. */
export const isWithin =
  (from: number, to: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= from && (value as number) < to;

/** For each row, any number of positions. */
export const positionLists = (ids: number): Check => {
  const isPosition = isWithin(0, ids);
  return (values) => isList(values, isPosition);
};
