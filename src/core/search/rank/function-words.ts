// Words that make a question of a query and find nothing: "has anyone ever seen the cache get stuck like this before?" asks for cache and stuck.

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

/** The words of a query that carry it: all of them where all are function words. */
export function contentWords<T>(items: readonly T[], textOf: (item: T) => string): readonly T[] {
  const content = items.filter((item) => !FUNCTION_WORDS.has(textOf(item)));
  return content.length === 0 ? items : content;
}
