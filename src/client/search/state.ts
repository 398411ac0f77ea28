// What the reader asked, read from the URL and written back to it, and the small changes that boxes and switches make to a query.
import { type Token, tokensOf } from '../../core/search/query/lex.ts';

export interface SearchState {
  /** As typed. */
  readonly q: string;
  /** Counts from 1; may lie beyond the end. */
  readonly page: number;
}

/** A URL is anyone's to write; this is far more than a reader would. */
const LONGEST_QUERY = 20_000;

export const HITS_PER_PAGE = 10;

/** Reads the query part of a URL. Unknown parameters and malformed values are passed over. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const page = parameters.get('page') ?? '';
  return {
    // A box of one line would drop its breaks, and glue the words.
    q: (parameters.get('q') ?? '')
      .replace(/[\r\n]+/g, ' ')
      .trim()
      .slice(0, LONGEST_QUERY),
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  };
}

/** The query part that stands for a state: `?q=connection+pool&page=2`; for no query the page itself. */
export function writeState({ q, page }: SearchState): string {
  const text = q.trim();
  if (text === '') return './';
  const parameters = new URLSearchParams({ q: fitting(text) });
  if (page > 1) parameters.set('page', String(page));
  return `?${parameters}`;
}

/** Web servers refuse addresses of more than some 8,000 characters: whoever reloads the page or comes back to it would have lost it. */
const LONGEST_ADDRESS = 6000;
/** What one character may take there, as UTF-8 with a percent sign for each byte. */
const LONGEST_CHARACTER = 9;

/** As many words of the query as an address may hold: of a long text pasted, the beginning. */
function fitting(text: string): string {
  let fit = text;
  while (fit.length * LONGEST_CHARACTER > LONGEST_ADDRESS) {
    const { length } = new URLSearchParams({ q: fit }).toString();
    if (length <= LONGEST_ADDRESS) return fit;
    // Not in the middle of a word, nor of a character.
    fit = fit.slice(0, Math.floor((fit.length * LONGEST_ADDRESS) / length)).replace(/\s+\S*$|[\ud800-\udbff]$/, '');
  }
  return fit;
}

/** The values of `field:value` in a query; quoted ones without their quotes. */
export function valuesOf(query: string, field: string): readonly string[] {
  return tokensOf(query)
    .filter((token) => isOf(token, field))
    .map(({ value }) => value);
}

/** The same query with these values of a field and no other; what is excluded (`-tag:x`) stays excluded. */
export function withValues(query: string, field: string, values: readonly string[]): string {
  const kept = tokensOf(query).filter((token) => !isOf(token, field));
  const text = closed(kept.map(({ raw }) => raw).join(' '));
  return [...(text === '' ? [] : [text]), ...values.map((value) => `${field}:${quoted(value)}`)].join(' ');
}

function isOf({ label, isNegated }: Token, field: string): boolean {
  return !isNegated && label.toLowerCase() === `${field}:`;
}

/** A quotation mark that is still open would swallow what is written after it. */
function closed(text: string): string {
  const last = tokensOf(text).at(-1);
  const isOpen = last?.isQuoted === true && (last.raw.match(/["“”„«»＂]/g) ?? []).length < 2;
  if (!isOpen) return text;
  // One of code's own could make code of the text.
  return last.raw.includes('"') ? `${text}"` : `${text}”`;
}

function quoted(value: string): string {
  return /[\s"“”„«»＂]/.test(value) ? `"${value.replace(/["“”„«»＂]/g, ' ')}"` : value;
}
