// Reads our own HTML by a grammar far stricter than HTML's: what does not fit it was not written by us, and is an error. So nothing that an
// author wrote can hide from the tests in a way of writing that only browsers understand.

export interface Tag {
  readonly name: string;
  /** Values as a browser has them; boolean attributes are empty. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Where it begins. */
  readonly offset: number;
}

const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:="[^"<]*")?)*)\s*(\/?)>/y;
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:="([^"<]*)")?/g;
const DOCTYPE = '<!doctype html>\n';

/** Every opening tag of a page, in its order. Throws at the first `<` that begins none. */
export function readTags(html: string): Tag[] {
  const tags: Tag[] = [];
  const start = html.startsWith(DOCTYPE) ? DOCTYPE.length : 0;
  for (let offset = html.indexOf('<', start); offset !== -1; offset = html.indexOf('<', offset + 1)) {
    TAG.lastIndex = offset;
    const match = TAG.exec(html);
    if (match === null) throw new Error(`no tag of ours: ${html.slice(offset, offset + 100)}`);
    const [, slash, name = '', attributes = ''] = match;
    if (slash === '/') continue;
    tags.push({ name, attributes: readAttributes(attributes), offset });
  }
  return tags;
}

function readAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of source.matchAll(ATTRIBUTE)) {
    // SVG spells some of its attributes with capitals.
    if (attributes.has(name)) throw new Error(`${name} is given twice: ${source}`);
    attributes.set(name, unescapeHtml(value));
  }
  return attributes;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The four names our writers use, and numbers. */
function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
    return NAMED[name ?? ''] ?? whole;
  });
}

/** Addresses that a page asks for, sends to or leads to, with the tag they stand in. */
export function addressesOf(tags: readonly Tag[]): { readonly tag: Tag; readonly attribute: string; readonly url: string }[] {
  return tags.flatMap((tag) =>
    [...tag.attributes].flatMap(([attribute, value]) => {
      const urls = urlsIn(tag, attribute, value);
      return urls.map((url) => ({ tag, attribute, url }));
    }),
  );
}

const ADDRESS_ATTRIBUTES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'cite', 'background', 'xlink:href', 'ping']);

function urlsIn({ name, attributes }: Tag, attribute: string, value: string): string[] {
  if (ADDRESS_ATTRIBUTES.has(attribute)) return [value];
  if (attribute === 'srcset') return value.split(',').map((candidate) => candidate.trim().split(/\s+/)[0] ?? '');
  const isRefresh = name === 'meta' && attribute === 'content' && attributes.get('http-equiv') === 'refresh';
  return isRefresh ? [value.replace(/^\d+;\s*url=/i, '')] : [];
}
