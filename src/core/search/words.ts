// The tokenizer of build and browser: where words and identifiers stand in a text, and the tokens each is found by.
import { findRuns } from './words/runs.ts';
import { segmentsOf } from './words/segments.ts';
import { shapeOf } from './words/shape.ts';

/** A word of a text, or an identifier such as `M.withReturnType`, kept whole. */
export interface Word {
  /** Folded: compatibility forms, accents and case evened out. Identifiers keep their punctuation, compounds (split-brain) their hyphens. */
  readonly text: string;
  /** UTF-16 units of the text as given. */
  readonly start: number;
  readonly end: number;
  /** Must match to the letter: holds digits, punctuation or camelCase humps. Never stemmed beyond what a plain word is, never corrected. */
  readonly isIdentifier: boolean;
  /** Folded: pieces of an identifier, the words of a compound, pairs of characters of scripts without spaces. Mostly empty. */
  readonly parts: readonly string[];
  /** Where each part stands, in places from the word's own: `upstream_rq_timeout` has its parts at 0, 1 and 2. */
  readonly places: readonly number[];
  /** How many places the word takes up; the next word stands `span` places on. */
  readonly span: number;
}

/** Longer runs are no names that anybody types: they are cut at punctuation, and what is still longer into pieces. */
const LONGEST = 128;

/** Linear in the length of the text, whatever it holds. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  findRuns(text, (start, end, isUnspaced) => {
    if (isUnspaced) addSegments(text, start, end, found);
    else if (end - start > LONGEST) addPieces(text, start, end, found);
    else addRun(text, start, end, found);
  });
  return found;
}

function addRun(text: string, start: number, end: number, found: Word[]): void {
  const { from, to, text: folded, isIdentifier, parts, places, span } = shapeOf(text.slice(start, end));
  if (folded !== '') found.push({ text: folded, start: start + from, end: start + to, isIdentifier, parts, places, span });
}

function addSegments(text: string, start: number, end: number, found: Word[]): void {
  for (const { from, to, text: folded, parts } of segmentsOf(text.slice(start, end))) {
    found.push({ text: folded, start: start + from, end: start + to, isIdentifier: false, parts, places: parts.map(() => 0), span: 1 });
  }
}

function addPieces(text: string, start: number, end: number, found: Word[]): void {
  for (const piece of text.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}]{1,128}/gu)) {
    const from = start + piece.index;
    addRun(text, from, from + piece[0].length, found);
  }
}
