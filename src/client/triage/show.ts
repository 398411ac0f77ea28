// The places of the triage page that change, filled with text nodes: whatever was pasted is shown as it stands, and is never markup.
import { linkName } from '../../core/text/link-name.ts';
import { slugify } from '../../core/text/slug.ts';
import { incidentPath } from '../../core/text/urls.ts';
import type { MarkedText, MarkKind } from '../../core/triage/marks.ts';
import { STRENGTH_WORDS } from '../../core/triage/say.ts';
import { failureNotice } from '../list/failure-notice.ts';
import { markedTitle } from '../list/marked-title.ts';
import { copyPart, find, type Parts, severityMark } from '../list/parts.ts';
import type { Failure } from '../search/messages.ts';
import type { Card, Entry, Found } from './messages.ts';

export interface TriagePage {
  /** The way to the site's root. */
  readonly root: string;
  readonly parts: Parts;
  readonly input: HTMLTextAreaElement;
  readonly status: HTMLElement;
  readonly message: HTMLElement;
  readonly results: HTMLElement;
  readonly list: HTMLElement;
  readonly nothing: HTMLElement;
  readonly read: HTMLElement;
}

export function showNothing({ status, message, results, read }: TriagePage): void {
  status.textContent = '';
  message.replaceChildren();
  results.hidden = true;
  read.hidden = true;
}

/** What is there stays until there is something else. */
export function showWaiting({ status, list }: TriagePage): void {
  status.textContent = 'Comparing ...';
  list.setAttribute('aria-busy', 'true');
}

export function showFound(page: TriagePage, { entries, total, remarks, lines, lineCount }: Found): void {
  const { status, message, results, list, nothing, read } = page;
  message.replaceChildren();
  status.textContent = [total, ...remarks].join(' ');
  results.hidden = false;
  list.removeAttribute('aria-busy');
  list.hidden = entries.length === 0;
  nothing.hidden = entries.length > 0;
  list.replaceChildren(...entries.map((entry) => makeMatch(entry, page)));
  read.hidden = lines.length === 0;
  find(read, '[data-triage-lines]').textContent =
    `${lines.length} of ${lineCount} ${lineCount === 1 ? 'line' : 'lines'} matched something; equal ones are shown once.`;
  find(read, 'code').replaceChildren(
    ...lines.map(({ parts }) => {
      const line = document.createElement('span');
      line.className = 'triage__line';
      line.dir = 'auto';
      line.append(...parts.map(makeMark));
      return line;
    }),
  );
}

export function showFailure(page: TriagePage, failure: Failure, again: () => void): void {
  showNothing(page);
  page.list.removeAttribute('aria-busy');
  const retry = (): void => {
    page.message.replaceChildren();
    again();
  };
  page.message.replaceChildren(failureNotice(page.parts, failure, retry));
}

const MARK_CLASSES: Readonly<Record<Exclude<MarkKind, 'plain'>, string>> = {
  signature: 'token token--exact',
  word: 'token',
  masked: 'token token--skipped',
};

function makeMark({ text, kind }: MarkedText): Node | string {
  if (kind === 'plain') return text;
  const mark = document.createElement(kind === 'masked' ? 'span' : 'mark');
  mark.className = MARK_CLASSES[kind];
  mark.textContent = text;
  return mark;
}

function makeMatch({ id, strength, grounds, signatures, words, card }: Entry, { parts, root }: TriagePage): HTMLElement {
  const item = copyPart(parts, 'match');
  const address = root + incidentPath(id);
  find(item, '.match-list__strength b').textContent = STRENGTH_WORDS[strength];
  find(item, '.match-list__strength span').textContent = grounds;
  const title = find<HTMLAnchorElement>(item, '.row-link');
  title.replaceChildren(...markedTitle(card?.title ?? id));
  title.setAttribute('href', address);
  fillCard(item, card, { parts, address });
  const tokens = [
    ...signatures.map((signature) => {
      const code = document.createElement('code');
      code.append(...signature.map(makeMark));
      return code;
    }),
    ...words.map((word) => {
      const code = document.createElement('code');
      code.className = 'token';
      code.textContent = word;
      return code;
    }),
  ];
  for (const token of tokens) token.dir = 'auto';
  find(item, '.match-list__tokens').replaceChildren(
    ...tokens.map((token) => {
      const holder = document.createElement('li');
      holder.append(token);
      return holder;
    }),
  );
  return item;
}

interface CardPlaces {
  readonly parts: Parts;
  readonly address: string;
}

function fillCard(item: HTMLElement, card: Card | undefined, { parts, address }: CardPlaces): void {
  const meta = find(item, '.match-list__meta');
  if (card === undefined) {
    meta.textContent = 'The rest of this incident could not be read just now.';
    for (const place of item.querySelectorAll('.fix, .match-list__since')) place.remove();
    return;
  }
  const { severity, started, lasted, services, status, fix } = card;
  find(meta, '.severity').replaceWith(severityMark(parts, severity ?? ''));
  const time = find<HTMLTimeElement>(meta, 'time');
  if (started) {
    time.dateTime = started.day;
    time.textContent = started.text;
  } else time.replaceWith('undated');
  fillOrRemove(find(meta, '[data-lasted]'), lasted && `lasted ${lasted}`);
  fillOrRemove(find(meta, '[data-services]'), services.join(', '));
  if (status !== 'published') meta.append(copyPart(parts, `status-${status}`));
  const box = find(item, '.fix');
  if (fix) {
    find(box, 'span').textContent = fix.text;
    find(box, 'a').setAttribute('href', fix.anchor === undefined ? address : `${address}#${encodeURIComponent(fix.anchor)}`);
  } else box.remove();
  fillSince(item, card, address);
}

/** Runbooks, and what was promised then and is still to be done. */
function fillSince(item: HTMLElement, { runbooks, open }: Card, address: string): void {
  const [books, items] = [find(item, '[data-runbooks]'), find(item, '[data-open]')];
  find(books, 'span').replaceChildren(...listed(runbooks.map(({ title, url }) => link(linkName(title), url))));
  if (runbooks.length === 0) books.remove();
  const promises = open.map(({ id, title, owner, due }) => {
    const facts = [owner, due && `due ${due}`].filter(Boolean).join(', ');
    const whole = document.createDocumentFragment();
    whole.append(link(id, `${address}#${encodeURIComponent(slugify(id))}`), ` ${title}${facts === '' ? '' : ` (${facts})`}`);
    return whole;
  });
  find(items, 'span').replaceChildren(...listed(promises));
  if (open.length === 0) items.remove();
}

function listed(nodes: readonly Node[]): (Node | string)[] {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : ['; ', node]));
}

function link(text: string, url: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.textContent = text;
  made.setAttribute('href', url);
  return made;
}

function fillOrRemove(place: HTMLElement, text: string | undefined): void {
  if (text) place.textContent = text;
  else place.remove();
}
