// Writes a query as a text that reads as the same query.
import { tokensOf } from './lex.ts';
import type { Clause, Filter, Query } from './model.ts';
import { IN_NAMES, SORT_NAMES, settingOf } from './settings.ts';

/** Words and phrases as typed and in their order, then filters, fields and order. Made for the box, the URL and the links of the page. */
export function formatQuery({ clauses, filters, in: fields, sort }: Query): string {
  const settings = [
    ...filters.map(formatFilter),
    ...(fields ?? []).map((field) => `in:${nameOf(IN_NAMES, field)}`),
    ...(sort === 'best' ? [] : [`sort:${nameOf(SORT_NAMES, sort)}`]),
  ];
  const text = clauses.map((clause, index) => (index === 0 || isAttached(clause) ? '' : ' ') + formatClause(clause)).join('');
  return [...(text === '' ? [] : [text]), ...settings].join(' ');
}

function isAttached(clause: Clause): boolean {
  return clause.kind === 'word' && clause.isAttached;
}

function formatClause(clause: Clause): string {
  const minus = clause.negated ? '-' : '';
  if (clause.kind === 'phrase') return `${minus}"${clause.text}"`;
  // Between brackets a name such as service:web is text, wherever it comes from.
  return minus + (isPlain(`${minus}${clause.text}`, clause.negated) ? clause.text : `(${clause.text})`);
}

function isPlain(text: string, isNegated: boolean): boolean {
  const [token] = tokensOf(text);
  return token !== undefined && token.isNegated === isNegated && settingOf(token) === undefined;
}

function formatFilter({ field, operator, value, negated }: Filter): string {
  const text = `${operator === '=' ? '' : operator}${value}`;
  return `${negated ? '-' : ''}${field}:${/\s/.test(text) ? `"${text}"` : text}`;
}

function nameOf<T>(names: Readonly<Record<string, T>>, wanted: T): string {
  return Object.keys(names).find((name) => names[name] === wanted) ?? '';
}
