// Turns a page into text, the same as preact-render-to-string would make, in a fraction of its time: pages have no state, hooks or contexts.
import { JsxElement, type Props } from '../../_includes/jsx/jsx-runtime.ts';
import type { SiteConfig } from '../core/model/site-config.ts';
import { explicitHtml } from '../core/text/explicit-links.ts';

/** A whole page, its links as the configuration wants them. */
export function renderPage(page: unknown, { urls, url }: Pick<SiteConfig, 'urls' | 'url'>): string {
  const written = `<!doctype html>\n${renderHtml(page)}\n`;
  return urls === 'explicit' ? explicitHtml(written, url && new URL(url).pathname) : written;
}

/** What the JSX of a page evaluates to, as text. Components are functions of their props, called once. */
export function renderHtml(node: unknown): string {
  html = '';
  write(node);
  const written = html;
  html = '';
  return written;
}

/**
 * What is written so far. Pieces are only ever added at its end, and as few as can be: the engine joins them once, when the whole is encoded, in half the
 * time it takes to write their characters into a buffer one by one.
 */
let html = '';

function write(node: unknown): void {
  if (typeof node === 'string') html += escapeHtml(node);
  else if (typeof node === 'number') html += node;
  else if (Array.isArray(node)) for (const child of node) write(child);
  else if (node instanceof JsxElement) {
    const { type, props } = node;
    if (typeof type === 'function') write(type(props));
    else writeElement(tagOf(type), props);
  }
}

function writeElement({ start, end, isVoid }: Tag, props: Props): void {
  let opened = html + start;
  for (const name in props) {
    const value = props[name];
    if (value === undefined || value === null || name === 'children' || name === 'dangerouslySetInnerHTML') continue;
    opened += attribute(name, value);
  }
  if (isVoid) {
    html = `${opened}/>`;
    return;
  }
  html = `${opened}>`;
  const ready = props.dangerouslySetInnerHTML as { readonly __html: string } | undefined;
  if (ready?.__html) html += ready.__html;
  else write(props.children);
  html += end;
}

function attribute(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return `${startOf(name)}${escapeHtml(value)}"`;
  const isFlag = typeof value === 'boolean' && !SAYS_FALSE.test(name);
  if (isFlag && !value) return '';
  return isFlag || value === '' ? ` ${SPELT.get(name) ?? name}` : `${startOf(name)}${escapeHtml(String(value))}"`;
}

/** JSX spells some attributes in its own way. Those of SVG keep their capitals. */
const SPELT: ReadonlyMap<string, string> = new Map([
  ['colSpan', 'colspan'],
  ['rowSpan', 'rowspan'],
]);

/** `hidden={false}` is not there; these say `"false"`. */
const SAYS_FALSE = /^(?:aria|data)-|^(?:spellcheck|draggable)$/;

const VOID: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

interface Tag {
  /** `<p` */
  readonly start: string;
  /** `</p>` */
  readonly end: string;
  readonly isVoid: boolean;
}

/** Of the few names that stand in the code of pages: each made once, so that it is one piece. */
const tags = new Map<string, Tag>();
const starts = new Map<string, string>();

function tagOf(name: string): Tag {
  const known = tags.get(name);
  if (known !== undefined) return known;
  const tag = { start: `<${name}`, end: `</${name}>`, isVoid: VOID.has(name) };
  tags.set(name, tag);
  return tag;
}

/** ` class="` */
function startOf(name: string): string {
  const known = starts.get(name);
  if (known !== undefined) return known;
  const start = ` ${SPELT.get(name) ?? name}="`;
  starts.set(name, start);
  return start;
}

const SPECIAL = /["&<]/;

function escapeHtml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
