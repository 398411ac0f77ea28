// A form whose names and values stand in two columns of blanks, as printed forms and PDF files have them after they were saved as text.

const TWO = /^\s{0,8}(\p{L}(?:[\p{L}\d/'’().&-]| (?! )){1,34}?)(?: {3,}|\t+ *)(?::\s+)?(\S.{0,200}?)\s*$/u;
/** Fewer lines in a row are no form. */
const FEWEST = 3;
/** "Northwind Systems      Page 1 of 4", "… Confidential": what stands above and below every page. */
const PAGE = /(?:^|\s{3,})(?:page|seite|página|page no\.?)\s?\d{1,3}(?:\s?(?:of|\/|von|de|sur)\s?\d{1,3})?\s*$/i;
const MARKING = /\s{3,}(?:confidential|internal(?: use only)?|restricted|vertraulich|confidentiel|confidencial)\s*$/i;

/** Most lines hold none of the words. */
const EDGE = /page|seite|página|confiden|intern|restricted|vertraulich/i;

/** By index of the line: the two cells of a row; none where the line is the head or foot of a page. */
export function readColumns(text: string): ReadonlyMap<number, readonly string[] | 'inside'> {
  const rows = new Map<number, readonly string[] | 'inside'>();
  if (!/\S(?: {3}|\t)/.test(text)) return rows;
  const lines = text.split('\n');
  let run: [number, readonly string[]][] = [];
  const close = (): void => {
    if (run.length >= FEWEST && isAligned(run, lines)) for (const [index, cells] of run) rows.set(index, cells);
    run = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line.length < 300 && EDGE.test(line) && (PAGE.test(line) || MARKING.test(line))) {
      rows.set(index, 'inside');
      continue;
    }
    const [, name = '', value = ''] = (line.length < 300 && TWO.exec(line)) || [];
    if (name !== '' && !name.endsWith(':')) run.push([index, [name.trim(), value]]);
    else close();
  }
  close();
  return rows;
}

/** Whether most values begin below each other, and no other column does. */
function isAligned(run: readonly [number, readonly string[]][], lines: readonly string[]): boolean {
  const starts = new Map<number, number>();
  for (const [index, [, value = '']] of run) {
    const start = (lines[index] ?? '').indexOf(value, 3);
    starts.set(start, (starts.get(start) ?? 0) + 1);
  }
  const isWide = run.filter(([, [, value = '']]) => / {3,}/.test(value)).length * 2 > run.length;
  return !isWide && Math.max(...starts.values()) * 3 >= run.length * 2;
}
