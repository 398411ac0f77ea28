// Where an incident says what was asked: the passages with the words of the query, marked, and where on its page they stand.
import { foundWords, type MarkedPart, markedParts } from './marks.ts';
import type { PassageSource } from './passage-sources.ts';
import type { SearchResult } from './search.ts';

export interface Passage {
  /** The heading it stands under. */
  readonly section: string;
  /** The heading's id on the incident's page. */
  readonly anchor?: string;
  readonly parts: readonly MarkedPart[];
}

/** Longer paragraphs are cut around the words. */
const LONGEST = 240;
/** What is kept before the first word of a cut passage. */
const LEAD = 60;

/** The passages with most of the query first, otherwise in the order of the page. No text twice. Where none has a word of it, the beginning. */
export function passages(
  sources: readonly PassageSource[],
  { terms, phrases }: Pick<SearchResult, 'terms' | 'phrases'>,
  limit: number,
): Passage[] {
  const wanted = new Set(terms);
  const found: { readonly source: PassageSource; readonly text: string; readonly worth: number }[] = [];
  const seen = new Set<string>();
  for (const source of sources) {
    const best = bestWindow(source.text, wanted, phrases);
    if (!best || seen.has(best.text)) continue;
    seen.add(best.text);
    found.push({ source, ...best });
  }
  const [first] = sources;
  if (found.length === 0 && first) found.push({ source: first, text: cut(first.text, 0), worth: 0 });
  // What it is filed under says least: only where nothing else says it.
  const told = found.filter(({ source }) => !isFiling(source));
  const best = (told.length > 0 ? told : found).sort((a, b) => b.worth - a.worth);
  return best.slice(0, limit).map(({ source: { section, anchor, before }, text }) => ({
    section,
    ...(anchor !== undefined && { anchor }),
    parts: joined(before, markedParts(text, wanted)),
  }));
}

function isFiling({ section, anchor }: PassageSource): boolean {
  return section === 'Facts' && anchor === '_facts';
}

function joined(before: string, parts: MarkedPart[]): MarkedPart[] {
  const [first, ...rest] = parts;
  if (before === '') return parts;
  return first && !first.isMarked
    ? [{ text: before + first.text, isMarked: false }, ...rest]
    : [{ text: before, isMarked: false }, ...parts];
}

type Found = ReturnType<typeof foundWords>;

/** Undefined where none of the words stand. */
function bestWindow(
  text: string,
  wanted: ReadonlySet<string>,
  phrases: SearchResult['phrases'],
): { text: string; worth: number } | undefined {
  const found = foundWords(text, wanted);
  const [first] = found;
  if (!first) return undefined;
  let best = { from: first.start, worth: 0 };
  found.forEach(({ start }, n) => {
    const worth = worthOf(
      found.slice(n, n + LONGEST).filter(({ end }) => end <= start + LONGEST - LEAD),
      phrases,
    );
    if (worth > best.worth) best = { from: start, worth };
  });
  return { text: cut(text, best.from), worth: best.worth };
}

/** How many different words of the query; a phrase in its order counts for one more. */
function worthOf(found: Found, phrases: SearchResult['phrases']): number {
  const row = found.map(({ terms }) => terms);
  const runs = phrases.filter((phrase) => row.some((_, n) => phrase.every((term, place) => row[n + place]?.includes(term))));
  return new Set(row.flat()).size + runs.length;
}

/** From the beginning of the sentence, where that is near, else from a word shortly before. */
function cut(text: string, from: number): string {
  if (text.length <= LONGEST) return text.trim();
  const earliest = Math.max(0, from - LEAD);
  const before = text.slice(earliest, from);
  const sentence = before.search(/(?<=[.!?:]\s)\S[^.!?]*$/u);
  const start = earliest === 0 ? 0 : earliest + (sentence >= 0 ? sentence : Math.max(0, before.search(/(?<=\s)\S/u)));
  const room = text.slice(start, start + LONGEST);
  const isWhole = start + LONGEST >= text.length;
  const end = isWhole ? room.length : Math.max(room.search(/\s+\S*$/u), from - start + 1);
  const isMid = start > 0 && sentence < 0;
  return `${isMid ? '\u2026' : ''}${room.slice(0, end).trim()}${isWhole ? '' : '\u2026'}`;
}
