// A position in a text that is read piece by piece. Patterns are sticky: each looks at the position only, so reading stays linear.
export interface Cursor {
  readonly text: string;
  position: number;
}

/** Moves past the pattern if it stands here. */
export function eat(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.position;
  const match = pattern.exec(cursor.text);
  if (!match) return undefined;
  cursor.position = pattern.lastIndex;
  return match;
}

export function looksAt(cursor: Cursor, pattern: RegExp): boolean {
  pattern.lastIndex = cursor.position;
  return pattern.test(cursor.text);
}

/** Reads with a function that may fail half-way; then nothing was read. */
export function attempt<T>(cursor: Cursor, read: (cursor: Cursor) => T | undefined): T | undefined {
  const start = cursor.position;
  const value = read(cursor);
  if (value === undefined) cursor.position = start;
  return value;
}
