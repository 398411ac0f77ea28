// Texts as rows of words, each of which is kept once: ten thousand titles are made of few words. Short in a file, and searched by word.
import { fold } from '../rows/words.ts';
import { pack, unpack } from './packing.ts';

export interface WordTexts {
  /** The commonest first; one list for all texts that were coded together. */
  readonly words: readonly string[];
  /** Positions of the words of each text, packed. */
  readonly texts: readonly string[];
}

/** Codes several lists with the words of all of them. A word is what stands between spaces, so that every text comes back as it was. */
export function codeTexts(lists: readonly (readonly string[])[]): readonly WordTexts[] {
  const words = commonestFirst(lists);
  const places = new Map(words.map((word, place) => [word, place]));
  return lists.map((texts) => ({ words, texts: texts.map((text) => pack(text.split(' ').map((word) => places.get(word) ?? 0))) }));
}

function commonestFirst(lists: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const texts of lists) {
    for (const text of texts) for (const word of text.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([word]) => word);
}

export function textAt({ words, texts }: WordTexts, index: number): string {
  return unpack(texts[index] ?? '')
    .map((position) => words[position] ?? '')
    .join(' ');
}

export function allTexts(coded: WordTexts): readonly string[] {
  return coded.texts.map((_, index) => textAt(coded, index));
}

const folded = new WeakMap<WordTexts['words'], readonly string[]>();

/** Folded once for all texts that share them. */
function foldWords(words: WordTexts['words']): readonly string[] {
  const known = folded.get(words) ?? words.map(fold);
  folded.set(words, known);
  return known;
}

/** Which texts have `sought` in them, itself folded: looked for in the words, and only where it has several of them in texts as well. */
export function findInTexts(coded: WordTexts, sought: string): (index: number) => boolean {
  const parts = sought.split(' ').map((part) => wordsWith(coded.words, part));
  const { places, ends } = unpacked(coded);
  const hasOne = (index: number, isMeant: Uint8Array): boolean => {
    for (let at = index === 0 ? 0 : (ends[index - 1] ?? 0); at < (ends[index] ?? 0); at++) if (isMeant[places[at] ?? 0] === 1) return true;
    return false;
  };
  const hasAll = (index: number) => parts.every((isMeant) => hasOne(index, isMeant));
  return parts.length === 1 ? hasAll : (index) => hasAll(index) && fold(textAt(coded, index)).includes(sought);
}

/** The words of all texts, one text after the other. */
interface Unpacked {
  readonly places: Uint32Array;
  /** Where each text ends. */
  readonly ends: Uint32Array;
}

const flat = new WeakMap<WordTexts, Unpacked>();

/** Once: what is packed takes several times as long to look through, at every letter that is typed. */
export function unpacked(coded: WordTexts): Unpacked {
  const known = flat.get(coded) ?? unpackAll(coded);
  flat.set(coded, known);
  return known;
}

function unpackAll({ texts }: WordTexts): Unpacked {
  // No word takes less than one place of a text.
  const places = new Uint32Array(texts.reduce((sum, text) => sum + text.length, 0));
  let end = 0;
  const ends = Uint32Array.from(texts, (text) => {
    for (const place of unpack(text)) places[end++] = place;
    return end;
  });
  return { places, ends };
}

function wordsWith(words: WordTexts['words'], part: string): Uint8Array {
  const isMeant = new Uint8Array(words.length);
  foldWords(words).forEach((word, position) => {
    if (word.includes(part)) isMeant[position] = 1;
  });
  return isMeant;
}
