// The text filter of the archive: every word of the query must occur in what an incident is called and marked with.
import type { ArchiveRows, Facet } from '../../core/rows/archive-rows.ts';
import { BORDER, fold, valueWords } from '../../core/rows/words.ts';

const NAMED: readonly Facet[] = ['service', 'team', 'tag', 'cause'];

/** Texts are made once per archive: they are as long as everything that is searched. */
const textsOf = new WeakMap<ArchiveRows, readonly string[]>();

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
