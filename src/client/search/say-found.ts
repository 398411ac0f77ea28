// What is said about a search in words: how many, in which order, what was read differently from how it was written.
import { countOf, sayCount } from '../../core/text/count.ts';
import type { Failure, Found, OtherQuery } from './messages.ts';
import { HITS_PER_PAGE, type SearchState, withValues } from './state.ts';

const ORDER_WORDS = { best: 'best first', newest: 'newest first', oldest: 'oldest first' } as const;

export interface FoundWords {
  readonly bold: string;
  readonly rest: string;
}

/** `4` and ` incidents match, best first`; of many, which of them are shown. */
export function sayFound({ total, sort }: Pick<Found, 'total' | 'sort'>, page: number): FoundWords {
  const verb = total === 1 ? ' incident matches' : ' incidents match';
  if (total === 0) return { bold: 'No', rest: ' incident matches' };
  const first = (page - 1) * HITS_PER_PAGE + 1;
  const shown = total > HITS_PER_PAGE ? `, ${sayCount(first)} to ${sayCount(Math.min(total, first + HITS_PER_PAGE - 1))}` : '';
  const order = total === 1 ? '' : `, ${ORDER_WORDS[sort]}`;
  return { bold: sayCount(total), rest: `${verb}${shown}${order}` };
}

/** A remark is text, and queries that can be followed or words that were typed. */
export type RemarkPart = string | { readonly query: string; readonly words: string } | { readonly typed: string };

/** One sentence each. `query` is the whole that was asked. */
export function remarksOn(
  { isAsked, corrections, missing, unknown, lacking, total }: Found,
  query: string,
): readonly (readonly RemarkPart[])[] {
  const remarks = corrections.map(({ from, to }): RemarkPart[] => {
    const showing = { query: withWord(query, from, to), words: to };
    return ['Nothing for ', { typed: from }, total > 0 ? '; showing ' : '; looked for ', showing, '.'];
  });
  if (!isAsked) remarks.push(['Signs alone, and words that stand everywhere (the, of, why), are not searched for.']);
  if (missing.length > 0) {
    const words = missing.flatMap((typed, index): RemarkPart[] => (index === 0 ? [{ typed }] : [', ', { typed }]));
    remarks.push([...words, missing.length === 1 ? ' occurs nowhere in the archive.' : ' occur nowhere in the archive.']);
  }
  for (const { filter, nearest } of unknown) {
    // The value alone is what was wrong: `-service:x` stays an exclusion.
    const words = nearest && withValues('', filter.slice(0, filter.indexOf(':')), [nearest]);
    const other: RemarkPart[] = words ? [' Did you mean ', { query: withWord(query, filter, words), words }, '?'] : [];
    remarks.push(['No incident has ', { typed: filter }, '.', ...other]);
  }
  remarks.push(...lacking.map((sentence) => [sentence]));
  return remarks;
}

/** Of words that stand together in some incidents only. */
export function remarkOnPhrase({ query, total }: OtherQuery): readonly RemarkPart[] {
  return ['Did you mean ', { query, words: query }, `? ${countOf(total, 'incident')} ${total === 1 ? 'has' : 'have'} the exact phrase.`];
}

/** Results stand without what they could be narrowed by. */
export function remarkOnFilters({ why, path }: Failure): readonly RemarkPart[] {
  const file: readonly RemarkPart[] = path === undefined ? [] : [' The file is ', { typed: path }, '.'];
  return [`The filters beside the results could not be read. ${why}`, ...file];
}

/** For screen readers: everything in one go, once the reader pauses. */
export function announcementOf(found: Found, { q, page }: SearchState): string {
  const { bold, rest } = sayFound(found, page);
  const remarks = remarksOn(found, q).map((parts) => parts.map(wordsOf).join(''));
  return [`${bold}${rest}.`, ...remarks].join(' ');
}

/** Letter by letter, whatever signs the word holds. */
function withWord(query: string, from: string, to: string): string {
  const at = placeOf(query, from);
  return at < 0 ? to : query.slice(0, at) + to + query.slice(at + from.length);
}

/** Where it stands by itself: in `policy -pol pol` the last. Scripts without spaces have words side by side. */
function placeOf(query: string, word: string): number {
  for (let at = query.indexOf(word); at >= 0; at = query.indexOf(word, at + 1)) {
    const isPart = /[\p{L}\p{N}_:./-]$/u.test(query.slice(Math.max(0, at - 2), at));
    const goesOn = /^[:./-]?[\p{L}\p{N}_]/u.test(query.slice(at + word.length, at + word.length + 3));
    if (!isPart && !goesOn) return at;
  }
  return query.indexOf(word);
}

function wordsOf(part: RemarkPart): string {
  if (typeof part === 'string') return part;
  return 'words' in part ? part.words : part.typed;
}
