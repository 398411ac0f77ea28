// Marks the words of a text that a query found: in titles and passages of results, and on the incident's own page.
import { termsOf } from './terms.ts';
import { words } from './words.ts';

export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** The text in parts; together they are the text. Marked are words one of whose terms is wanted; over mere space between two, the mark runs on. */
export function markedParts(text: string, terms: ReadonlySet<string>): MarkedPart[] {
  const parts: { text: string; isMarked: boolean }[] = [];
  let at = 0;
  for (const { start, end } of foundWords(text, terms)) {
    if (start < at) continue;
    const between = text.slice(at, start);
    const last = parts.at(-1);
    if (last && /^\s*$/.test(between)) last.text += text.slice(at, end);
    else {
      if (between !== '') parts.push({ text: between, isMarked: false });
      parts.push({ text: text.slice(start, end), isMarked: true });
    }
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMarked: false });
  return parts;
}

interface FoundWord {
  readonly start: number;
  readonly end: number;
  readonly terms: readonly string[];
}

/** Words of a text that are wanted, and which of the terms each has. */
export function foundWords(text: string, terms: ReadonlySet<string>): FoundWord[] {
  return wordsOf(text).flatMap((word) => {
    if (!word.terms.some((term) => terms.has(term))) return [];
    return [{ start: word.start, end: word.end, terms: word.terms.filter((term) => terms.has(term)) }];
  });
}

/** While somebody types, the same texts are asked for other words with every letter. */
const known = new Map<string, readonly FoundWord[]>();
const KNOWN_AT_MOST = 5000;

function wordsOf(text: string): readonly FoundWord[] {
  const before = known.get(text);
  if (before) return before;
  const found = words(text).map((word) => ({ start: word.start, end: word.end, terms: termsOf(word) }));
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(text, found);
  return found;
}
