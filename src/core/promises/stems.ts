// The words of an action item by their stems.
import { termOf } from '../search/terms.ts';
import { words } from '../search/words.ts';
import { phrasalNoun, verbOfNoun } from './families.ts';

export interface Stem {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Longer items are essays; what they promise stands at their beginning. */
const WORDS_AT_MOST = 60;

/** Stop words and numbers are left out; compounds count as their words, and a verb in two words as its noun. */
export function stemsOf(text: string): Stem[] {
  const found: Stem[] = [];
  for (const { text: whole, parts, isIdentifier, start, end } of words(text)) {
    if (found.length >= WORDS_AT_MOST) break;
    for (const part of isIdentifier || parts.length === 0 ? [whole] : parts) {
      const last = found.at(-1);
      const noun = last && phrasalNoun(last.text, part);
      const stem = noun ?? stemOf(part, isIdentifier);
      if (noun !== undefined) found.pop();
      if (stem !== '') found.push({ text: stem, start: noun === undefined ? start : (last?.start ?? start), end });
    }
  }
  return found;
}

const STEMS_AT_MOST = 0x10000;
const stems = new Map<string, string>();

/** Empty for a stop word or a number. Remembered: titles have many words and few different ones. */
export function stemOf(word: string, isIdentifier: boolean): string {
  const key = isIdentifier ? ` ${word}` : word;
  const before = stems.get(key);
  if (before !== undefined) return before;
  const stem = WHOLE.has(word) ? word : /^\d+$/.test(word) ? '' : (termOf(isIdentifier ? word : verbOfNoun(word), isIdentifier) ?? '');
  if (stems.size >= STEMS_AT_MOST) stems.clear();
  stems.set(key, stem);
  return stem;
}

/** Not what is performed: how fast something is. The stemmer makes one word of both. */
const WHOLE = new Set(['performance']);
