// Where nothing was found: which words are to blame, and the queries that would find something. Also the remarks above results.
import { countOf } from '../../core/text/count.ts';
import { copyWhole, find, type Parts } from '../list/parts.ts';
import type { Found, OtherQuery } from './messages.ts';
import { makeQueryLink } from './query-link.ts';
import { type RemarkPart, remarksOn } from './say-found.ts';
import { withValues } from './state.ts';

export function makeNothing(parts: Parts, found: Found, query: string): HTMLElement {
  const nothing = copyWhole(parts, 'nothing');
  if (!found.isAsked) find(nothing, '.empty__title').textContent = 'Nothing to look for yet';
  find(nothing, '.search__remarks').replaceChildren(...makeRemarks(remarksOn(found, query)));
  const pattern = find(nothing, 'li');
  fillWays(find(nothing, '[data-ways="less"]'), pattern, found.withFewerConditions);
  fillWays(find(nothing, '[data-ways="near"]'), pattern, [
    ...found.near.map(({ field, value, count }) => ({ query: withValues('', field, [value]), total: count })),
  ]);
  return nothing;
}

export function makeRemarks(remarks: readonly (readonly RemarkPart[])[]): HTMLElement[] {
  return remarks.map((remark) => {
    const line = document.createElement('p');
    line.className = 'suggestion';
    line.append(...remark.map(makeRemarkPart));
    return line;
  });
}

function makeRemarkPart(part: RemarkPart): Node | string {
  if (typeof part === 'string') return part;
  if ('query' in part) return makeQueryLink(part.query, part.words);
  const typed = document.createElement('b');
  typed.textContent = part.typed;
  return typed;
}

function fillWays(section: HTMLElement, pattern: HTMLElement, ways: readonly OtherQuery[]): void {
  if (ways.length === 0) {
    section.remove();
    return;
  }
  find(section, 'ul').replaceChildren(
    ...ways.map(({ query, total }) => {
      const item = pattern.cloneNode(true) as HTMLElement;
      find(item, 'a').replaceWith(makeQueryLink(query));
      find(item, '.empty__count').textContent = countOf(total, 'incident');
      return item;
    }),
  );
}
