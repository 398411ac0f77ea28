// Turns a page into bytes, the same as preact-render-to-string would make, in a fraction of its time: pages have no state, hooks or contexts.
import { JsxElement, type Props } from '../../_includes/jsx/jsx-runtime.ts';
import type { SiteConfig } from '../core/model/site-config.ts';
import { explicitHtml } from '../core/text/explicit-links.ts';

/** The bytes of a whole page in UTF-8, its links as the configuration wants them. Valid until the next one is rendered. */
export function renderPage(page: unknown, { urls, url }: Pick<SiteConfig, 'urls' | 'url'>): Uint8Array {
  const written = render(['<!doctype html>\n', page, '\n']);
  return urls === 'explicit' ? encoder.encode(explicitHtml(decoder.decode(written), url && new URL(url).pathname)) : written;
}

/** What the JSX of a page evaluates to, as text. Components are functions of their props, called once. */
export function renderHtml(node: unknown): string {
  return decoder.decode(render(['', node, '']));
}

function render([before, node, after]: readonly [before: string, node: unknown, after: string]): Uint8Array {
  length = 0;
  html = before;
  write(node);
  html += after;
  encode();
  return bytes.subarray(0, length);
}

/**
 * What is written and not yet encoded. Pieces are only ever added at its end, and as few as can be: the engine joins them once, when they are encoded, in
 * half the time it takes to write their characters into a buffer one by one.
 */
let html = '';
/** So much is encoded at once: what the engine joined is small enough to be thrown away as soon as it is made. */
const ENOUGH = 1 << 14;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** Of one unit of UTF-16. */
const MOST_BYTES = 3;
let bytes = new Uint8Array(1 << 20);
let length = 0;

function encode(): void {
  const room = html.length * MOST_BYTES;
  if (room > bytes.length - length) {
    const larger = new Uint8Array(2 * (bytes.length + room));
    larger.set(bytes.subarray(0, length));
    bytes = larger;
  }
  length += encoder.encodeInto(html, bytes.subarray(length)).written;
  html = '';
}

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
  if (html.length > ENOUGH) encode();
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
