// HTML made fit to be parsed: scripts, styles and comments cut out, nesting bounded. One pass over the text, whatever it holds.

export interface CleanHtml {
  readonly html: string;
  /** The text of every style sheet: exports say in it what is bold. */
  readonly css: string;
  /** What was cut out, by name of the element, and how often. */
  readonly dropped: ReadonlyMap<string, number>;
  /** Elements were nested deeper than anything is read. */
  readonly isTooDeep: boolean;
}

/** Deeper than any page a person made; parsers and converters of trees call themselves for every level. */
const DEEPEST = 120;

/** Every level of them indents all lines below it once more. */
const DEEPEST_LIST = 12;
const INDENTING = new Set(['ul', 'ol', 'dl', 'blockquote']);

/** Blanks in a row that are kept of code: trimming takes the square of their number. */
const LONGEST_BLANK = 200;

/** Their content is no text of the page. */
const RAW = new Set(['script', 'style', 'noscript', 'iframe', 'template', 'svg', 'object', 'math', 'textarea', 'select']);

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** A second one beside the first ends the first. */
const SELF_CLOSING = new Set(['p', 'li', 'tr', 'td', 'th', 'dt', 'dd', 'option']);

interface State {
  readonly source: string;
  readonly parts: string[];
  readonly open: OpenTag[];
  /** How many of each name stand open. */
  readonly counts: Map<string, number>;
  readonly dropped: Map<string, number>;
  css: string;
  depth: number;
  lists: number;
  isTooDeep: boolean;
}

interface OpenTag {
  readonly name: string;
  /** Tags that are too deep are counted, so that their ends are known for theirs, but left out. */
  readonly isKept: boolean;
}

export function cleanHtml(source: string): CleanHtml {
  const state: State = {
    source,
    parts: [],
    open: [],
    counts: new Map(),
    dropped: new Map(),
    css: '',
    depth: 0,
    lists: 0,
    isTooDeep: false,
  };
  let at = 0;
  while (at < source.length) {
    const start = source.indexOf('<', at);
    if (start === -1) break;
    if (start > at) state.parts.push(spaced(state, source.slice(at, start)));
    const next = readMarkup(state, start);
    // An opening without an end: nothing after it can be markup.
    if (next === undefined) {
      at = start;
      break;
    }
    at = next;
  }
  state.parts.push(spaced(state, source.slice(at).replaceAll('<', '&lt;')));
  return { html: state.parts.join(''), css: state.css, dropped: state.dropped, isTooDeep: state.isTooDeep };
}

/** Where to go on; undefined where no tag of the rest is ever closed. */
function readMarkup(state: State, start: number): number | undefined {
  const { source, parts } = state;
  if (source.startsWith('<!--', start)) return after(source, '-->', start + 4);
  if (source.startsWith('<![CDATA[', start)) {
    const end = source.indexOf(']]>', start);
    parts.push(escapeText(source.slice(start + 9, end === -1 ? undefined : end)));
    return end === -1 ? source.length : end + 3;
  }
  if (!/[a-z/!?]/i.test(source.charAt(start + 1))) {
    parts.push('&lt;');
    return start + 1;
  }
  const end = endOfTag(source, start);
  if (end === undefined) return undefined;
  // Only these end a name in HTML: a blank that does not break is part of it.
  const name = /^<\/?([a-z][^\t\n\f\r />]*)/i.exec(source.slice(start, Math.min(end, start + 100)))?.[1]?.toLowerCase();
  // `<p§>` is no element that a tree could be made of, and may well be meant as text.
  if (name !== undefined && !/^[a-z][a-z0-9:_-]*$/.test(name)) {
    parts.push('&lt;');
    return start + 1;
  }
  if (name === undefined) return end;
  if (RAW.has(name)) return skipRaw(state, { name, start, end });
  const tag = source.slice(start, end);
  if (tag.startsWith('</')) close(state, name);
  else open(state, name, tag);
  return end;
}

function skipRaw(state: State, tag: { readonly name: string; readonly start: number; readonly end: number }): number {
  const { source } = state;
  if (source.startsWith('</', tag.start) || source.charAt(tag.end - 2) === '/') return tag.end;
  const close = new RegExp(`</${tag.name}`, 'gi');
  close.lastIndex = tag.end;
  const found = close.exec(source);
  state.dropped.set(tag.name, (state.dropped.get(tag.name) ?? 0) + 1);
  const end = found?.index ?? source.length;
  if (tag.name === 'style') state.css += source.slice(tag.end, end);
  return found === null ? source.length : (endOfTag(source, found.index) ?? source.length);
}

function open(state: State, name: string, tag: string): void {
  const { parts, open: stack } = state;
  if (VOID.has(name) || tag.endsWith('/>')) {
    // Empty elements of XML are not empty in HTML: what follows would land inside.
    parts.push(VOID.has(name) ? withoutData(tag) : `${tag.slice(0, -2)}></${name}>`);
    return;
  }
  if (SELF_CLOSING.has(name) && stack.at(-1)?.name === name) pop(state);
  const isKept = state.depth < DEEPEST && !(INDENTING.has(name) && state.lists >= DEEPEST_LIST);
  stack.push({ name, isKept });
  state.counts.set(name, (state.counts.get(name) ?? 0) + 1);
  if (isKept) {
    state.depth++;
    if (INDENTING.has(name)) state.lists++;
    parts.push(withoutData(tag));
  } else {
    state.isTooDeep = true;
    if (parts.at(-1) !== ' ') parts.push(' ');
  }
}

function close(state: State, name: string): void {
  if ((state.counts.get(name) ?? 0) === 0) return;
  let last = pop(state);
  while (last !== undefined && last.name !== name) last = pop(state);
  if (last?.isKept === true) state.parts.push(`</${name}>`);
}

function pop(state: State): OpenTag | undefined {
  const last = state.open.pop();
  if (last === undefined) return undefined;
  state.counts.set(last.name, (state.counts.get(last.name) ?? 1) - 1);
  if (last.isKept) state.depth--;
  if (last.isKept && INDENTING.has(last.name)) state.lists--;
  return last;
}

/** Blanks mean something in code alone. */
function spaced({ counts }: State, text: string): string {
  if ((counts.get('pre') ?? 0) === 0) return text.replace(/[ \t\r\n\f]+/g, ' ');
  return text.replace(/[ \t]{200,}|(?:\r?\n){200,}/g, (blanks) => blanks.slice(0, LONGEST_BLANK));
}

/** A picture within the page itself is megabytes of letters that nobody reads. */
function withoutData(tag: string): string {
  return tag.length < 200 ? tag : tag.replace(/\s(?:src|href|srcset)\s*=\s*(?:"\s*data:[^"]*"|'\s*data:[^']*')/gi, ' data-embedded=""');
}

/** Behind the `>` that ends a tag; quoted values may hold one. */
function endOfTag(source: string, start: number): number | undefined {
  let quote = '';
  for (let at = start + 1; at < source.length; at++) {
    const character = source.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at + 1;
    else if ((character === '"' || character === "'") && source.charAt(at - 1) === '=') quote = character;
  }
  return undefined;
}

function after(source: string, mark: string, from: number): number {
  const end = source.indexOf(mark, from);
  return end === -1 ? source.length : end + mark.length;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
