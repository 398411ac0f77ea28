// Fills copies of the server's result, one for each incident found.
import { incidentPath } from '../../core/text/urls.ts';
import { copyPart, find, type Parts, severityMark } from '../list/parts.ts';
import { makeParts } from './make-parts.ts';
import type { Entry, Passage } from './messages.ts';
import { withValues } from './state.ts';

export interface ResultContext {
  readonly parts: Parts;
  /** The way from the page to the site's root. */
  readonly root: string;
  /** To be marked on the incident's page. */
  readonly terms: readonly string[];
}

/** More would make addresses nobody can send round. */
const MOST_MARKS = 40;

export function makeResult(entry: Entry, context: ResultContext): HTMLElement {
  const item = copyPart(context.parts, 'result');
  const address = addressOf(entry.id, context);
  const title = find<HTMLAnchorElement>(item, '.row-link');
  title.replaceChildren(...makeParts(entry.title));
  title.setAttribute('href', address());
  const meta = find(item, '.result-list__meta');
  if (entry.isRead) fillMeta(meta, entry, context.parts);
  else meta.textContent = 'The rest of this incident could not be read just now.';
  const hits = find(item, '.result-list__hits');
  const pattern = find(hits, 'li');
  hits.replaceChildren(...entry.passages.map((passage) => makeHit(pattern, passage, address)));
  if (entry.passages.length === 0) hits.remove();
  fillMore(find(item, '.result-list__more'), entry, address());
  return item;
}

type Address = (anchor?: string) => string;

/** The incident's page with the words marked, at a section or at its top. */
function addressOf(id: string, { root, terms }: ResultContext): Address {
  const marks = terms.slice(0, MOST_MARKS).join(' ');
  const query = marks === '' ? '' : `?${new URLSearchParams({ mark: marks })}`;
  return (anchor) => `${root}${incidentPath(id)}${query}${anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`}`;
}

function fillMeta(meta: HTMLElement, entry: Entry, parts: Parts): void {
  find(meta, '.severity').replaceWith(severityMark(parts, entry.severity ?? ''));
  const time = find<HTMLTimeElement>(meta, 'time');
  if (entry.started) {
    time.dateTime = entry.started.day;
    time.textContent = entry.started.text;
  } else time.replaceWith('undated');
  const services = find(meta, '.result-list__services');
  services.replaceChildren(
    ...entry.services.flatMap((service, index) => {
      const link = document.createElement('a');
      link.className = 'mono';
      link.textContent = service;
      link.setAttribute('href', `?${new URLSearchParams({ q: withValues('', 'service', [service]) })}`);
      return index === 0 ? [link] : [', ', link];
    }),
  );
  if (entry.services.length === 0) services.remove();
  if (entry.status !== 'published') meta.append(copyPart(parts, `status-${entry.status}`));
}

function makeHit(pattern: HTMLElement, { section, anchor, parts }: Passage, address: Address): HTMLElement {
  const hit = pattern.cloneNode(true) as HTMLElement;
  const link = find(hit, 'a');
  link.textContent = section;
  link.setAttribute('href', address(anchor));
  find(hit, 'p').replaceChildren(...makeParts(parts));
  return hit;
}

function fillMore(more: HTMLElement, { more: count, hasMore }: Entry, address: string): void {
  if (count === 0 && !hasMore) {
    more.remove();
    return;
  }
  const link = find(more, 'a');
  link.textContent = hasMore ? 'More passages' : count === 1 ? '1 more passage' : `${count} more passages`;
  link.setAttribute('href', address);
}
