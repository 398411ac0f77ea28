// What no page of ours holds, whoever wrote the postmortems: found in the tags of the page.
import { addressesOf, type Tag } from '../site/markup.ts';

const OUR_SCRIPT = /^(?:\.\.\/)*assets\/(?:site|theme|search|insights|compare|triage)-[A-Z0-9]{1,8}\.js$/;
const SAFE = /^(?:https?:\/\/|mailto:|(?![a-z][a-z0-9+.-]*:|[/\\]{2}))/i;
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:|^\//i;
const REFUSED = new Set(['iframe', 'frame', 'object', 'embed', 'applet', 'base', 'style', 'math', 'audio', 'video']);
const HANDLER = /^(?:on|style$|srcdoc$|formaction$)/i;

/**
 * Scripts but our two, frames, handlers, styles, and addresses that a reader should not be led to. `base` is the path that the page for missing
 * pages has before its own addresses.
 */
export function findPayloads(tags: readonly Tag[], base = ''): string[] {
  const bad = new Set(tags.filter((tag) => isRefused(tag, base)));
  for (const { tag, attribute, url } of addressesOf(tags)) {
    const own = base !== '' && url.startsWith(base) ? url.slice(base.length) : url;
    if (!SAFE.test(own) || /[\s\\]/.test(own) || (isLoaded(tag, attribute) && ABSOLUTE.test(own))) bad.add(tag);
  }
  return [...bad].map(({ name, attributes }) => `<${name} ${[...attributes].map(([key, value]) => `${key}="${value}"`).join(' ')}>`);
}

function isRefused({ name, attributes }: Tag, base: string): boolean {
  if (REFUSED.has(name) || [...attributes.keys()].some((attribute) => HANDLER.test(attribute))) return true;
  return name === 'script' && !OUR_SCRIPT.test((attributes.get('src') ?? '').replace(base, ''));
}

/** Whether the browser asks for the address by itself, or sends something to it. */
function isLoaded({ name, attributes }: Tag, attribute: string): boolean {
  if (name === 'link') return attributes.get('rel') !== 'canonical';
  return attribute === 'src' || attribute === 'srcset' || name === 'form' || name === 'meta';
}
