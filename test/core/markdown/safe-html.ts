// Judges rendered HTML by what it may contain, not by what it should be: the safety net below the fixture texts.

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  th: ['scope', 'class'],
  a: ['href', 'title', 'rel', 'class', 'id', 'aria-label'],
  img: ['src', 'alt', 'title', 'loading'],
  input: ['type', 'disabled', 'checked', 'aria-label'],
  ol: ['start', 'class', 'dir'],
  ul: ['class', 'dir'],
  blockquote: ['class', 'dir'],
  table: ['dir'],
  div: ['class', 'role', 'tabindex', 'aria-label'],
  section: ['class', 'aria-label'],
  pre: ['tabindex'],
};
const COMMON = ['class', 'id'];
const ELEMENTS = new Set(
  'a blockquote br code del div em figcaption figure h2 h3 h4 h5 h6 hr img input li ol p pre s section span strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);

const TAG = /<\/?([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/g;
const TARGET = /^(?:https?:|mailto:|#|(?![a-z][a-z0-9+.-]*:|[/\\]{2}))/i;

/** What stands in the HTML that an author must not be able to put there. */
export function findUnsafe(html: string): string[] {
  const found: string[] = [];
  let tags = 0;
  for (const [tag, name = '', attributes = ''] of html.matchAll(TAG)) {
    tags += 1;
    if (!ELEMENTS.has(name)) found.push(tag);
    for (const [, attribute = '', value = ''] of attributes.matchAll(/\s+([a-z-]+)(?:="([^"<>]*)")?/g)) {
      if (!(ATTRIBUTES[name] ?? COMMON).includes(attribute)) found.push(tag);
      if ((attribute === 'href' || attribute === 'src') && !TARGET.test(unescapeHtml(value))) found.push(tag);
      if (attribute === 'src' && /^[a-z][a-z0-9+.-]*:|^\/|^\.\./i.test(value)) found.push(tag);
    }
  }
  if (html.split('<').length - 1 !== tags) found.push('a < that begins no known tag');
  return found;
}

function unescapeHtml(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
