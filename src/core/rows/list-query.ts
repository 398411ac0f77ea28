// What the queries of all lists have in common: how values, the text, the order and the page stand in a URL.

export interface Sort<C extends string> {
  readonly column: C;
  readonly descending: boolean;
}

/** A URL is anyone's to write: what is longer than a reader would make it is cut. */
const MOST_VALUES = 50;
const LONGEST_VALUE = 300;

/** Each value once. */
export function readValues(parameters: URLSearchParams, name: string): readonly string[] {
  return [...new Set(parameters.getAll(name).map((value) => value.slice(0, LONGEST_VALUE)))].slice(0, MOST_VALUES);
}

export function readText(text: string | null): string {
  return (text ?? '').trim().slice(0, LONGEST_VALUE);
}

/** `-started` runs down; undefined where there is no such column. */
export function readSort<C extends string>(text: string | null, columns: readonly C[]): Sort<C> | undefined {
  const descending = text?.startsWith('-') ?? false;
  const column = columns.find((name) => name === (descending ? text?.slice(1) : text));
  return column === undefined ? undefined : { column, descending };
}

export function writeSort({ column, descending }: Sort<string>): string {
  return (descending ? '-' : '') + column;
}

/** Counts from 1. */
export function readPage(text: string | null): number {
  return /^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : 1;
}

/** Adds the value, or takes it away where it is in use. */
export function toggled(used: readonly string[], value: string): readonly string[] {
  return used.includes(value) ? used.filter((other) => other !== value) : [...used, value];
}
