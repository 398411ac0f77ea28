// The query language: words, "phrases", -without, filters. Nothing is an error: what is not understood is text. See docs/search.md.
import { type Token, tokensOf } from './query/lex.ts';
import type { Clause, PhraseClause, Query, WordClause } from './query/model.ts';
import { type Setting, settingOf } from './query/settings.ts';
import { termsOf } from './terms.ts';
import { type Word, words } from './words.ts';

export type { Clause, Filter, PhraseClause, Query, WordClause } from './query/model.ts';

/** More words than these are a text that was pasted: for its words nothing stands in, and its quotation marks are its own. */
export const MOST_TYPED = 16;

/** Never throws; linear in the length of the text. Positions of words are those in the text. */
export function parseQuery(text: string): Query {
  const settings: Setting[] = [];
  const clauses: Clause[] = [];
  for (const token of tokensOf(text)) {
    const setting = settingOf(token);
    if (setting) settings.push(setting);
    else addText(token, text.length, clauses);
  }
  const fields = new Set(settings.flatMap((setting) => (setting.kind === 'in' ? [setting.field] : [])));
  const isPasted = clauses.filter((clause) => isWord(clause) && termsOf(clause.word).length > 0).length > MOST_TYPED;
  return {
    clauses: isPasted ? unquoted(clauses) : clauses,
    filters: settings.flatMap((setting) => (setting.kind === 'filter' ? [setting.filter] : [])),
    ...(fields.size > 0 ? { in: [...fields] } : {}),
    sort: settings.findLast((setting) => setting.kind === 'sort')?.sort ?? 'best',
  };
}

function addText(token: Token, end: number, clauses: Clause[]): void {
  // A label that labels nothing is text like the rest.
  const start = token.isQuoted ? token.start : token.start - token.label.length;
  const value = token.isQuoted ? token.value : token.label + token.value;
  if (token.isQuoted && token.label !== '') addWords(token.label, start - 1 - token.label.length, token.isNegated, Number.NaN, clauses);
  const found = wordsAt(value, start);
  if (found.length === 0) return;
  if (token.isQuoted || (token.isNegated && found.length > 1)) {
    const texts = found.map((word) => value.slice(word.start - start, word.end - start));
    clauses.push({ kind: 'phrase', words: found, texts, text: value.trim(), negated: token.isNegated });
  } else addWords(value, start, token.isNegated, end, clauses);
}

function addWords(value: string, start: number, negated: boolean, end: number, clauses: Clause[]): void {
  const found = wordsAt(value, start);
  found.forEach((word, index) => {
    const text = value.slice(word.start - start, word.end - start);
    const isLast = !negated && index === found.length - 1 && start + value.length === end;
    clauses.push({ kind: 'word', word, text, negated, isLast, isAttached: found[index - 1]?.end === word.start });
  });
}

/** The words of quoted phrases, in their places: none of them has to be there. What is excluded stays excluded. */
export function unquoted(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause) => (isPhrase(clause) ? clause.words.map((word, index) => wordOf(clause, word, index)) : [clause]));
}

function wordOf({ words, texts }: PhraseClause, word: Word, index: number): Clause {
  const isAttached = words[index - 1]?.end === word.start;
  return { kind: 'word', word, text: texts[index] ?? word.text, negated: false, isLast: false, isAttached };
}

/** Of those that are not excluded. */
export function isWord(clause: Clause): clause is WordClause {
  return clause.kind === 'word' && !clause.negated;
}

export function isPhrase(clause: Clause): clause is PhraseClause {
  return clause.kind === 'phrase' && !clause.negated;
}

function wordsAt(value: string, start: number): Word[] {
  return words(value).map((word) => ({ ...word, start: word.start + start, end: word.end + start }));
}
