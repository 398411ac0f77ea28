// Rows of raw HTML tables, which people paste into Markdown over as many lines as they like.

/** A row is never longer. */
const MOST_LINES = 60;
const CELL = /<t[dh]\b[^<>]*>/i;

/** By index of the line: the cells of a row that begins there, or that the line belongs to a row above. */
export function readRows(text: string): ReadonlyMap<number, readonly string[] | 'inside'> {
  const rows = new Map<number, readonly string[] | 'inside'>();
  if (!/<tr\b/i.test(text)) return rows;
  const lines = text.split('\n');
  for (let start = 0; start < lines.length; start++) {
    if (!/<tr\b/i.test(lines[start] ?? '')) continue;
    const end = lines.slice(start, start + MOST_LINES).findIndex((line) => /<\/tr>/i.test(line));
    if (end < 0) continue;
    const cells = lines
      .slice(start, start + end + 1)
      .join(' ')
      .split(CELL)
      .slice(1);
    if (cells.length === 0) continue;
    rows.set(start, cells);
    for (let inside = start + 1; inside <= start + end; inside++) rows.set(inside, 'inside');
    start += end;
  }
  return rows;
}
