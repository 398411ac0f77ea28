// Offsets in a text as line and column, for messages.

export interface LineColumn {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units, as editors count. */
  readonly column: number;
}

export interface LineIndex {
  readonly lineCount: number;
  /** Where an offset stands; offsets outside the text are moved to its nearest end. */
  lineColumn(offset: number): LineColumn;
  /** Offset of the first character of a line; lines outside the text are moved to its nearest end. */
  lineStart(line: number): number;
}

/** Lines end in LF, CRLF or CR, as YAML and CommonMark count them. Found once; each question is then a binary search. */
export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const lineStart = (line: number): number => starts[Math.min(Math.max(line, 1), starts.length) - 1] ?? 0;
  return {
    lineCount: starts.length,
    lineStart,
    lineColumn(offset) {
      const inside = Math.min(Math.max(offset, 0), text.length);
      const line = lastAtOrBefore(starts, inside) + 1;
      return { line, column: inside - lineStart(line) + 1 };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
