// Words that make a question of a query and find nothing: "has anyone ever seen the cache get stuck like this before?" asks for cache and stuck.
import type { WordClause } from '../query.ts';
import { termsOf } from '../terms.ts';

/** Beside lunr's stop words (the, why, did, which, …), which no index holds. They are looked for where nothing else is asked. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  [
    'again any anybody anyone anything being both each every everybody everyone everything having here instead many mine more much my once our ours',
    'same shall somebody someone something somewhere such there too very whole entire entirely your yours',
    'came case cases cause caused causes causing come comes coming',
    'find finds finding found gave get gets getting give gives giving goes going gone go happen happened happening happens',
    'involve involved involves involving kind knew know known made make makes making saw see seen show shows sort start started starting starts',
    'take taken takes taking tell thing things time times took way ways went',
  ]
    .join(' ')
    .split(' '),
);

/**
 * The words of a query that carry it: in a sentence, told by a stop word in it, all but function words; all of them where all are such. In "go
 * panic" and "service start failed" every word is meant.
 */
export function contentWords(clauses: readonly WordClause[]): readonly WordClause[] {
  const asked = clauses.filter(({ word }) => termsOf(word).length > 0);
  const content = asked.length === clauses.length ? asked : asked.filter(({ word }) => !FUNCTION_WORDS.has(word.text));
  return content.length === 0 ? asked : content;
}
