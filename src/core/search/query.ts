// The query language: words, "phrases", -without, filters. Nothing is an error: what is not understood is text. See docs/search.md.
import { type Token, tokensOf } from './query/lex.ts';
import type { Clause, Query } from './query/model.ts';
import { type Setting, settingOf } from './query/settings.ts';
import { type Word, words } from './words.ts';

export type { Clause, Filter, PhraseClause, Query, WordClause } from './query/model.ts';

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
  return {
    clauses,
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
    clauses.push({ kind: 'phrase', words: found, text: value.trim(), negated: token.isNegated });
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

function wordsAt(value: string, start: number): Word[] {
  return words(value).map((word) => ({ ...word, start: word.start + start, end: word.end + start }));
}
