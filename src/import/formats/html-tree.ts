// The tree of a page, put in order before it is converted: what wikis and text processors export is made of their own habits.
import domino from '@mixmark-io/domino';
import { signTask } from './task-marks.ts';

/** What a pass over the tree left out or changed, in words. */
interface TreeNotes {
  readonly dropped: Set<string>;
}

export interface Page {
  readonly body: Element;
  /** Of the head. */
  readonly title: string;
  /** Who made the page, as the wiki says. */
  readonly author?: string;
  readonly notes: TreeNotes;
}

export function readTree(html: string, css: string): Page {
  const document = domino.createDocument(html, true);
  const { body } = document;
  const notes: TreeNotes = { dropped: new Set() };
  const title = document.title.trim();
  removeAll(body, 'head, title, nav, form > button, input:not([type=checkbox]), link, meta', undefined);
  const author = all(body, '.page-metadata .author')[0]?.textContent?.trim() ?? '';
  tidyConfluence(body, notes);
  tidyGoogle(body, css);
  settleLinks(body, notes);
  for (const time of all(body, 'time')) time.replaceWith(document.createTextNode(sayTime(time)));
  for (const image of all(body, 'img')) if (!image.getAttribute('src')) dropImage(image, notes);
  return { body, title, notes, ...(author !== '' && { author }) };
}

function tidyConfluence(body: Element, { dropped }: TreeNotes): void {
  removeAll(body, '#breadcrumb-section, #footer, .footer-body, .page-metadata, .plugin-contributors', undefined);
  for (const name of all(body, '#title-text')) name.textContent = (name.textContent ?? '').trim().replace(/^[^:]{1,60} : (?=\S)/, '');
  removeAll(body, '.toc-macro, .client-side-toc-macro, [ac\\:name=toc]', () => dropped.add('a table of contents'));
  removeAll(body, 'ac\\:parameter, ac\\:placeholder', undefined);
  for (const label of all(body, '.panelHeader, .confluence-information-macro > .title'))
    rename(label, 'p', label.querySelector('b, strong') ? undefined : 'strong');
  for (const task of all(body, 'ul.inline-task-list > li, ac\\:task')) markTask(task);
  for (const task of all(body, 'ac\\:task-list')) rename(task, 'ul');
  for (const task of all(body, 'ac\\:task')) rename(task, 'li');
  for (const code of all(body, 'ac\\:plain-text-body')) rename(code, 'pre', 'code');
  for (const pre of all(body, 'pre.syntaxhighlighter-pre')) rename(pre, 'pre', 'code');
}

function markTask(item: Element): void {
  const status = item.querySelector('ac\\:task-status');
  const isDone = item.classList.contains('checked') || status?.textContent?.trim() === 'complete';
  status?.remove();
  item.querySelector('ac\\:task-id')?.remove();
  const body = item.querySelector('ac\\:task-body');
  if (body) unwrap(body);
  signTask(item);
  const box = item.ownerDocument.createElement('input');
  box.setAttribute('type', 'checkbox');
  if (isDone) box.setAttribute('checked', '');
  item.insertBefore(box, item.firstChild);
}

/** Google Docs says bold by classes, sends links through a redirect, and writes nested lists as lists in a row. */
function tidyGoogle(body: Element, css: string): void {
  const bold = classesWith(css, /font-weight:\s*(?:bold|[6-9]00)/);
  const italic = classesWith(css, /font-style:\s*italic/);
  for (const span of all(body, 'span')) {
    const style = span.getAttribute('style') ?? '';
    const isHeading = span.closest('h1, h2, h3, h4, h5, h6, th') !== null;
    if (!isHeading && (hasOne(span, bold) || /font-weight:\s*(?:bold|[6-9]00)/.test(style))) wrap(span, 'strong');
    if (hasOne(span, italic) || /font-style:\s*italic/.test(style)) wrap(span, 'em');
  }
  for (const bold of all(body, 'h1 b, h1 strong, h2 b, h2 strong, h3 b, h3 strong, h4 b, h4 strong, th b, th strong')) unwrap(bold);
  for (const title of all(body, 'p.title')) rename(title, 'h1');
  nestLists(body);
}

/** What led to another page of the export, or within this one, leads nowhere from a file of its own. */
function settleLinks(body: Element, { dropped }: TreeNotes): void {
  for (const link of all(body, 'a')) {
    const target = realTarget(link.getAttribute('href') ?? '');
    if (/^(?:https?:|mailto:)/i.test(target)) link.setAttribute('href', target);
    else {
      if (target !== '' && !target.startsWith('#')) dropped.add('links to other pages of the export');
      unwrap(link);
    }
  }
}

function classesWith(css: string, wanted: RegExp): Set<string> {
  const names = new Set<string>();
  for (const rule of css.matchAll(/\.([\w-]{1,60})\s*\{([^}]*)\}/g)) if (wanted.test(rule[2] ?? '')) names.add(rule[1] ?? '');
  return names;
}

function hasOne(element: Element, names: ReadonlySet<string>): boolean {
  return names.size > 0 && Array.from(element.classList).some((name) => names.has(name));
}

function realTarget(href: string): string {
  const query = /^https?:\/\/www\.google\.com\/url\?(?:[^#]*&)?q=([^&#]+)/.exec(href)?.[1];
  try {
    return query === undefined ? href : decodeURIComponent(query);
  } catch {
    return href;
  }
}

/** Moving an element costs a look at its siblings: pages with more lists than this keep theirs flat. */
const MOST_LISTS = 2000;

/** `lst-kix_abc-2` is a list of the third level: it belongs into the last item of the level above, which stands just before it. */
function nestLists(body: Element): void {
  const lists = all(body, 'ul[class*=lst-kix], ol[class*=lst-kix]');
  if (lists.length > MOST_LISTS) return;
  let last: { readonly element: Element; readonly level: number }[] = [];
  for (const list of lists) {
    const level = Number(/lst-kix[\w]*-(\d)/.exec(list.className)?.[1] ?? 0);
    const before = list.previousElementSibling;
    last = last.filter((other) => other.level < level && (other.element === before || before?.contains(other.element)));
    const parent = last.at(-1)?.element.lastElementChild;
    if (parent) parent.appendChild(list);
    last.push({ element: list, level });
  }
  joinSplit(body);
}

/** After a nested list the outer one goes on as a list of its own, of the same class. */
function joinSplit(body: Element): void {
  for (const list of all(body, 'ul[class*=lst-kix], ol[class*=lst-kix]')) {
    const before = list.previousElementSibling;
    const isSame = before?.nodeName === list.nodeName && listClass(before) === listClass(list);
    if (!isSame || before === null) continue;
    while (list.firstChild) before.appendChild(list.firstChild);
    list.remove();
  }
}

function listClass(list: Element): string {
  return /lst-kix[\w-]*/.exec(list.className)?.[0] ?? '';
}

/** The machine's date is added where the words alone do not give it. */
function sayTime(time: Element): string {
  const words = (time.textContent ?? '').trim();
  const exact = (time.getAttribute('datetime') ?? '').trim();
  if (!/^\d{4}-\d{2}-\d{2}/.test(exact) || /\d{4}/.test(words)) return words === '' ? exact : words;
  return words === '' ? exact : `${words} (${exact})`;
}

function dropImage(image: Element, { dropped }: TreeNotes): void {
  const alt = (image.getAttribute('alt') ?? '').trim();
  if (image.hasAttribute('data-embedded')) dropped.add('images embedded in the page');
  image.replaceWith(image.ownerDocument.createTextNode(alt));
}

function all(root: Element, selector: string): Element[] {
  return Array.from(root.querySelectorAll(selector));
}

function removeAll(root: Element, selector: string, onEach: (() => void) | undefined): void {
  for (const element of all(root, selector)) {
    element.remove();
    onEach?.();
  }
}

/** Gives an element another name, and its content one more element around it where `inner` says so. */
function rename(element: Element, name: string, inner: string | undefined = undefined): void {
  const document = element.ownerDocument;
  const renamed = document.createElement(name);
  const target = inner === undefined ? renamed : renamed.appendChild(document.createElement(inner));
  while (element.firstChild) target.appendChild(element.firstChild);
  element.replaceWith(renamed);
}

function unwrap(element: Element): void {
  while (element.firstChild) element.parentNode?.insertBefore(element.firstChild, element);
  element.remove();
}

function wrap(element: Element, name: string): void {
  if ((element.textContent ?? '').trim() === '') return;
  const inner = element.ownerDocument.createElement(name);
  while (element.firstChild) inner.appendChild(element.firstChild);
  element.appendChild(inner);
}
