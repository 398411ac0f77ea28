// A file that is one long list, written piece by piece.

/** What stands before the list, under its name. */
export interface ListHead {
  /** Of the JSON Schema it follows, relative to the file. */
  readonly schema: string;
  readonly generated: string;
  readonly [field: string]: unknown;
}

/** One entry a line: two builds can be compared by any tool. */
export function listFile(name: string, rows: Iterable<object | string>, head: ListHead): string {
  let text = `${JSON.stringify(head).slice(0, -1)},"${name}":[`;
  let separator = '\n';
  for (const row of rows) {
    text += separator + (typeof row === 'string' ? row : JSON.stringify(row));
    separator = ',\n';
  }
  return `${text}\n]}\n`;
}
