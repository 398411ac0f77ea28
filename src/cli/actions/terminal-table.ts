// A table for terminals: columns below one another whatever script they are in, the last one cut to the width there is.
import stringWidth from 'string-width';
import { visible } from '../report/visible.ts';

export interface Cell {
  readonly text: string;
  /** Colours the finished cell, padding and all. */
  readonly paint?: (text: string) => string;
}

const GAP = '  ';
/** Of the last column, however narrow the terminal is. */
const LEAST = 20;

/** Lines of a table under its head. Columns that hold nothing are left out. Without a width, nothing is cut. */
export function terminalTable(head: readonly string[], rows: readonly (readonly Cell[])[], width?: number): string[] {
  const cells = [head.map((text): Cell => ({ text })), ...rows].map((row) => row.map((cell) => ({ ...cell, text: visible(cell.text) })));
  const shown = head.map((_, column) => cells.slice(1).some((row) => (row[column]?.text ?? '') !== ''));
  const kept = cells.map((row) => row.filter((_, column) => shown[column]));
  const widths = (kept[0] ?? []).map((_, column) => kept.reduce((most, row) => Math.max(most, stringWidth(row[column]?.text ?? '')), 0));
  const last = widths.length - 1;
  const before = widths.slice(0, last).reduce((sum, each) => sum + each + GAP.length, 0);
  const room = width === undefined ? undefined : Math.max(LEAST, width - before);
  return kept.map((row) =>
    row
      .map(({ text, paint = String }, column) => {
        if (column === last) return paint(room === undefined ? text : cutTo(text, room));
        return paint(text + ' '.repeat((widths[column] ?? 0) - stringWidth(text)));
      })
      .join(GAP)
      .trimEnd(),
  );
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters are kept whole: a flag or a family is one. */
function cutTo(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const { segment } of graphemes.segment(text)) {
    used += stringWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
