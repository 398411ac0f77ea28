// Text that was broken into lines of a fixed width, as for e-mail and for diffs: lines that belong together are put together again.
import type { Line } from './lines.ts';

/** Nobody wraps outside of these. */
const NARROWEST = 50;
const WIDEST = 130;
/** What is longer is no paragraph. */
const LONGEST_PARAGRAPH = 5000;
/** Fewer breaks than this show no habit. */
const FEWEST = 3;
/** Of all breaks between lines of one paragraph, this share must come where the next word did not fit. */
const USUAL = 0.7;

export function joinWrapped(lines: readonly Line[]): Line[] {
  const width = widthOf(lines);
  if (width === undefined) return [...lines];
  const joined: Line[] = [];
  let last = 0;
  for (const line of lines) {
    const before = joined.at(-1);
    if (before && continues(before, line) && (!fits(last, line, width) || runsOn(before, line, { last, width })))
      joined[joined.length - 1] = glued(before, line);
    else joined.push(line);
    last = line.width;
  }
  return joined;
}

/** The width that explains where the lines of the document break; undefined where lines are as long as what they say. */
function widthOf(lines: readonly Line[]): number | undefined {
  const breaks: { readonly first: Line; readonly second: Line }[] = [];
  for (const [index, second] of lines.entries()) {
    const first = lines[index - 1];
    if (first && continues(first, second)) breaks.push({ first, second });
  }
  if (breaks.length < FEWEST) return undefined;
  const widths = breaks.map(({ first }) => first.width).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.95)] ?? 0;
  if (width < NARROWEST || width > WIDEST) return undefined;
  const explained = breaks.filter(
    ({ first, second }) => !fits(first.width, second, width) || runsOn(first, second, { last: first.width, width }),
  ).length;
  return explained / breaks.length >= USUAL ? width : undefined;
}

/** `why: backup job ran`, a note of its own however the lines around it are broken. */
const SHORT_LABEL = /^(?:what|why|how|fix|cause|root cause|impact|summary|to ?do|detection|resolution|lessons|actions):(?:\s|$)/i;

/** `6:20 PM - pushed to production`: an entry of a timeline begins a line, however long the one above is. */
const ENTRY = /^(?:\d{4}-\d{2}-\d{2}[ T])?\d{1,2}[:h]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,4})?\s*(?:[-–—|]|:\s)/i;

/** Entries without a dash: where a line begins so and the next as well, it does not go on. */
const TIMED = /^\d{1,2}[:h]\d{2}(?!\d)/;

/** The head of a mail, the lines of a form. */
const LABELLED = /^\p{Lu}[\p{L}-]{1,14}(?: \p{L}[\p{L}-]{1,14}){0,3}:\s/u;

/** A line of plain words directly below another, or below the first line of a list item it stands under. */
function continues(first: Line, second: Line): boolean {
  if (first.words.length > LONGEST_PARAGRAPH) return false;
  if (SHORT_LABEL.test(second.words) || ENTRY.test(second.words)) return false;
  if ([TIMED, LABELLED].some((pattern) => pattern.test(first.words) && pattern.test(second.words))) return false;
  if (second.kind !== 'text' || second.number !== (first.last ?? first.number) + 1) return false;
  if (first.kind === 'item') return second.indent > 0 || !/[.:]$/.test(first.words);
  return (
    first.kind === 'text' && second.indent <= first.indent + 1 && first.indent <= second.indent + 1 && second.bold < second.words.length
  );
}

/** A sentence that is not over, on a line that is not short. */
function runsOn(first: Line, second: Line, at: { readonly last: number; readonly width: number }): boolean {
  if (/[.!?:;|]["')\]]*$/.test(first.words)) return false;
  return /^[\p{Ll}(]/u.test(second.words) || at.last >= 0.6 * at.width;
}

/** Whether the first word would still have had room on the line above. */
function fits(before: number, line: Line, width: number): boolean {
  const word = line.words.search(/\s/);
  return before + 1 + (word < 0 ? line.words.length : word) <= width - 1;
}

function glued(first: Line, second: Line): Line {
  return {
    ...first,
    words: `${first.words} ${second.words}`,
    links: [...first.links, ...second.links],
    last: second.last ?? second.number,
  };
}
