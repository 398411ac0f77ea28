// The end of an item's line where it may hold marks: a bracket, or what follows the last dash or full stop.
import { withoutEnd } from '../text/without-end.ts';

export interface Ending {
  readonly marks: readonly string[];
  /** The line without them. */
  readonly rest: string;
  readonly isBracket: boolean;
}

const BRACKET = /[([]([^()[\]]{2,160})[)\]]$/;
const SEPARATOR = /\s+[–—|-]\s+|[.;]\s+|,\s+(?=@|due\b|owner\b|assigned\b)/gi;
/** A day with nothing around it, and how far a thing is: marks where a list is known to name its people. */
export const BARE_DAY =
  /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}([/.])\d{1,2}\1\d{4}|\d{1,2}-\p{L}{3,4}-\d{4}|\d{1,2}(?:st|nd|rd|th|\.)?(?: de)? \p{L}{3,10}\.?(?:(?: del?)? \d{4})?|\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?)$/iu;
export const OPEN_STATE = /^(?:open|in progress|planned|not started|to ?do)$/i;
export const KEY_ONLY = /^[A-Z][A-Z0-9]{1,9}-\d{1,6}$/;

/** A mark is a few words. */
const LONGEST_MARK = 60;

/** The marks a line may end with; undefined where its end is longer than marks are. */
export function marksAtEnd(line: string): Ending | undefined {
  const trimmed = withoutEnd(line, /[\s.;,]/);
  const bracket = BRACKET.exec(trimmed);
  if (bracket?.[1]) {
    const marks = bracket[1].split(/\s*(?:[;|·]|,(?!\s*\d{4}\b(?!-)))\s*|\s+[–—-]\s+/).filter((mark) => mark !== '');
    const rest = trimmed.slice(0, bracket.index).trimEnd();
    return rest === '' ? undefined : { marks, rest, isBracket: true };
  }
  const last = [...trimmed.slice(-2 * LONGEST_MARK).matchAll(SEPARATOR)].at(-1);
  if (!last) return undefined;
  const start = Math.max(0, trimmed.length - 2 * LONGEST_MARK) + last.index;
  const mark = trimmed.slice(start + last[0].length);
  return start > 0 && mark.length > 0 && mark.length <= LONGEST_MARK
    ? { marks: mark.split(/,\s+(?!\d{4}\b(?!-))/), rest: trimmed.slice(0, start), isBracket: false }
    : undefined;
}
