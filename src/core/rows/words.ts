// The words of a text filter, and texts made alike so that they can be found in them.

/** Keeps a phrase from matching over the end of one field into the next. */
export const BORDER = '\n';

/** `pool "read replica"` → two texts that must occur, in any order. */
export function wordsOf(query: string): readonly string[] {
  const words = [...query.matchAll(/"([^"]*)"?|[^\s"]+/g)].map((match) => fold(match[1] ?? match[0]).trim());
  return words.filter((word) => word !== '');
}

/** Case and accents aside: `Zurich` finds `Zürich`. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return /^[\0-\x7f]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}+/gu, '');
}

/** Id and name of each value of a facet: folded once, not once for every row that has it. */
export function valueWords({ ids, names }: { readonly ids: readonly string[]; readonly names: readonly string[] }): readonly string[] {
  return ids.map((id, position) => fold(id === names[position] ? id : `${id}${BORDER}${names[position]}`));
}
