// A query that can be followed.
import { writeState } from './state.ts';

export function makeQueryLink(query: string, words = query): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'query';
  link.textContent = words;
  link.setAttribute('href', writeState({ q: query, page: 1 }));
  return link;
}
