// Turns a page into bytes, the same as preact-render-to-string would make, in a fraction of its time: pages have no state, hooks or contexts.
import { isValidElement } from 'preact';
import type { SiteConfig } from '../core/model/site-config.ts';
import { explicitHtml } from '../core/text/explicit-links.ts';

/** The bytes of a whole page in UTF-8, its links as the configuration wants them. Valid until the next one is rendered. */
export function renderPage(page: unknown, { urls, url }: Pick<SiteConfig, 'urls' | 'url'>): Uint8Array {
  length = 0;
  put('<!doctype html>\n');
  write(page);
  put('\n');
  return urls === 'explicit' ? encoder.encode(explicitHtml(written(), url && new URL(url).pathname)) : bytes.subarray(0, length);
}

/** What the JSX of a page evaluates to, as text. Components are functions of their props, called once. */
export function renderHtml(node: unknown): string {
  length = 0;
  write(node);
  return written();
}

function written(): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, length));
}

type Props = Readonly<Record<string, unknown>>;

/**
 * What is written so far. A string would be a rope of thousands of pieces, and to flatten it takes as long as all the rest: most pieces are a
 * few characters, which are as soon encoded as read.
 */
let bytes = new Uint8Array(1 << 20);
let length = 0;

function write(node: unknown): void {
  if (typeof node === 'string') put(node, true);
  else if (typeof node === 'number') put(String(node));
  else if (Array.isArray(node)) for (const child of node) write(child);
  else if (isValidElement(node)) {
    const { type, props } = node as { readonly type: string | ((props: Props) => unknown); readonly props: Props };
    if (typeof type === 'function') write(type(props));
    else writeElement(type, props);
  }
}

function writeElement(tag: string, props: Props): void {
  put('<');
  put(tag);
  for (const name in props) {
    const value = props[name];
    if (value === undefined || value === null || name === 'children' || name === 'dangerouslySetInnerHTML') continue;
    writeAttribute(name, value);
  }
  if (VOID.has(tag)) {
    put('/>');
    return;
  }
  put('>');
  const ready = props.dangerouslySetInnerHTML as { readonly __html: string } | undefined;
  if (ready?.__html) put(ready.__html);
  else write(props.children);
  put('</');
  put(tag);
  put('>');
}

function writeAttribute(name: string, value: unknown): void {
  const isFlag = typeof value === 'boolean' && !SAYS_FALSE.test(name);
  if (isFlag && !value) return;
  put(' ');
  put(SPELT.get(name) ?? name);
  if (isFlag || value === '') return;
  put('="');
  put(String(value), true);
  put('"');
}

/** JSX spells some attributes in its own way. Those of SVG keep their capitals. */
const SPELT: ReadonlyMap<string, string> = new Map([
  ['colSpan', 'colspan'],
  ['rowSpan', 'rowspan'],
]);

/** `hidden={false}` is not there; these say `"false"`. */
const SAYS_FALSE = /^(?:aria|data)-|^(?:spellcheck|draggable)$/;

const VOID: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

const [QUOTE, AND, LESS] = [0x22, 0x26, 0x3c];

/** Of one unit of UTF-16: `&quot;` */
const MOST_BYTES = 6;
/** From here on the encoder is faster than a loop. */
const LONG = 512;
const encoder = new TextEncoder();

/** Adds a text as it is, or one to be escaped. */
function put(text: string, isText = false): void {
  if (text.length * MOST_BYTES > bytes.length - length) grow(text.length * MOST_BYTES);
  if (text.length < LONG) length = putShort(text, isText);
  else length += encoder.encodeInto(isText ? escapeHtml(text) : text, bytes.subarray(length)).written;
}

/** Returns where the text ends. */
function putShort(text: string, isText: boolean): number {
  const to = bytes;
  let at = length;
  for (let n = 0; n < text.length; n++) {
    const unit = text.charCodeAt(n);
    if (isText && (unit === AND || unit === LESS || unit === QUOTE)) {
      const name = unit === AND ? '&amp;' : unit === LESS ? '&lt;' : '&quot;';
      for (let m = 0; m < name.length; m++) to[at++] = name.charCodeAt(m);
    } else if (unit < 0x80) to[at++] = unit;
    else if (unit < 0x800) {
      to[at++] = 0xc0 | (unit >> 6);
      to[at++] = 0x80 | (unit & 0x3f);
    } else if ((unit & 0xf800) !== 0xd800) {
      to[at++] = 0xe0 | (unit >> 12);
      to[at++] = 0x80 | ((unit >> 6) & 0x3f);
      to[at++] = 0x80 | (unit & 0x3f);
    } else {
      const rest = text.slice(n);
      return at + encoder.encodeInto(isText ? escapeHtml(rest) : rest, to.subarray(at)).written;
    }
  }
  return at;
}

function grow(room: number): void {
  const larger = new Uint8Array(2 * (bytes.length + room));
  larger.set(bytes.subarray(0, length));
  bytes = larger;
}

const SPECIAL = /["&<]/;

function escapeHtml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
