// The text filter of the archive: every word of the query must occur in what an incident is called and marked with.
import type { ArchiveRows, Facet, FacetColumn } from '../../core/rows/archive-rows.ts';

const NAMED: readonly Facet[] = ['service', 'team', 'tag', 'cause'];
/** Keeps a phrase from matching over the end of one field into the next. */
const BORDER = '\n';

/** Texts are made once per archive: they are as long as everything that is searched. */
const textsOf = new WeakMap<ArchiveRows, readonly string[]>();

/** `pool "read replica"` → two texts that must occur, in any order. */
export function wordsOf(query: string): readonly string[] {
  const words = [...query.matchAll(/"([^"]*)"?|[^\s"]+/g)].map((match) => fold(match[1] ?? match[0]).trim());
  return words.filter((word) => word !== '');
}

/** One text per row, folded as the words are. */
export function searchTexts(rows: ArchiveRows): readonly string[] {
  const known = textsOf.get(rows);
  if (known) return known;
  const named = NAMED.map((facet) => ({ values: rows.facets[facet].rows, words: valueWords(rows.facets[facet]) }));
  const texts = rows.ids.map((id, row) => {
    let text = fold([id, rows.titles[row], rows.summaries[row], rows.signatures[row]].join(BORDER));
    for (const { values, words } of named) for (const value of values[row] ?? []) text += BORDER + words[value];
    return text;
  });
  textsOf.set(rows, texts);
  return texts;
}

/** Case and accents aside: `Zurich` finds `Zürich`. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return /^[\0-\x7f]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}+/gu, '');
}

/** Id and name of each value: folded once, not once for every incident that has it. */
function valueWords({ ids, names }: FacetColumn): readonly string[] {
  return ids.map((id, position) => fold(id === names[position] ? id : `${id}${BORDER}${names[position]}`));
}
