// Words a paste and an incident have in common, and how alike that makes them.
import { placedTerms } from '../search/terms.ts';
import { words } from '../search/words.ts';
import type { PasteLine } from './paste.ts';
import { isTelling } from './telling.ts';
import type { WordTable } from './word-table.ts';

export interface WordsFound {
  /** Incidents, by their numbers, that have any of the words. */
  readonly documents: Iterable<number>;
  /** 0 to 1: the cosine of the words of the paste, as far as the archive has them, and those of the incident. */
  likeness(document: number): number;
  /** How much the words that both have tell, in words nobody else has. */
  telling(document: number): number;
  /** 0 to 1: how much of what the words of the paste tell the incident has as well. */
  share(document: number): number;
  /** The most telling first. */
  wordsOf(document: number): CommonWord[];
}

export interface CommonWord {
  readonly term: string;
  /** As the paste has it first. */
  readonly text: string;
}

export function findWords(lines: readonly PasteLine[], table: WordTable): WordsFound {
  const known = [...termsIn(lines)].flatMap(([term, text]) => {
    const number = table.numberOf(term);
    return number === undefined ? [] : [{ term, text, number, rarity: table.rarity[number] as number }];
  });
  // A common word is in thousands of incidents: by number, adding up takes a tenth of what it would in a Map.
  const [sums, told] = [new Float64Array(table.norms.length), new Float64Array(table.norms.length)];
  let norm = 0;
  for (const { number, rarity } of known) {
    const worth = rarity ** 2;
    norm += worth;
    for (let at = table.starts[number] as number; at < (table.starts[number + 1] as number); at++) {
      const document = table.documents[at] as number;
      sums[document] = (sums[document] as number) + worth * (table.levels[at] as number);
      told[document] = (told[document] as number) + worth;
    }
  }
  const pasted = Math.sqrt(norm);
  return {
    documents: [...told.keys()].filter((document) => told[document] !== 0),
    likeness: (document) => (sums[document] ?? 0) / (pasted * (table.norms[document] as number) || 1),
    telling: (document) => told[document] ?? 0,
    share: (document) => (told[document] ?? 0) / (norm || 1),
    wordsOf: (document) => {
      const own = known.filter(({ number }) => hasWord(table, number, document));
      own.sort((a, b) => b.rarity - a.rarity || (a.term < b.term ? -1 : 1));
      // Of a name and its parts the first: one word, however many terms it has.
      const byText = new Map<string, CommonWord>();
      for (const { term, text } of own) if (!byText.has(text)) byText.set(text, { term, text });
      return [...byText.values()];
    },
  };
}

function hasWord({ starts, documents }: WordTable, number: number, document: number): boolean {
  return documents.subarray(starts[number], starts[number + 1]).includes(document);
}

function termsIn(lines: readonly PasteLine[]): Map<string, string> {
  const terms = new Map<string, string>();
  for (const { text } of lines) {
    for (const word of words(text)) {
      for (const { term } of placedTerms(word)) {
        if (!terms.has(term) && isTelling(term)) terms.set(term, text.slice(word.start, word.end));
      }
    }
  }
  return terms;
}
