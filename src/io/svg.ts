// Whether an SVG image may be published. As an image it cannot do anything, but opened on its own it is a page of our site, and may run code.

/** What makes an SVG more than a drawing. An SVG is parsed as XML: no tag or attribute name can be spelt in any other way. */
const REFUSED: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/[<:]\s*script\b/i, 'a script'],
  [/<[^>]*\son[a-z]+\s*=/i, 'an event handler'],
  [/javascript\s*:/i, 'a script in a link'],
  [/[<:](?:foreignObject|iframe|object|embed|handler|listener)\b/i, 'embedded content'],
  [/1999\/xhtml/i, 'HTML'],
  [/[<:](?:animate\w*|set)\b/i, 'an animation, which may change a link'],
  [/<\?xml-stylesheet|<!ENTITY|<!DOCTYPE[^>]*\[/i, 'a stylesheet or an entity of its own'],
  [/<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["']|us-ascii["'])/i, 'another encoding than UTF-8'],
  [/(?:href|src)\s*=\s*["']\s*(?:https?:)?\/\//i, 'a link to another site'],
  [/(?:url\(\s*["']?|@import\s+["']?)\s*(?:https?:)?\/\//i, 'a file of another site'],
  [/(?:href|src)\s*=\s*["']\s*data:(?!image\/(?:png|jpeg|gif|webp);base64,)/i, 'embedded data that is not an image'],
  // `&#106;avascript:` is `javascript:` once it is read.
  [/<[^>]*&(?!amp;|lt;|gt;|quot;|apos;)[^>]*>/, 'a character reference in an attribute'],
];

/** What the drawing holds that a drawing needs not: `a script`; undefined when it is only a drawing. */
export function activeContentOf(svg: string): string | undefined {
  return REFUSED.find(([pattern]) => pattern.test(svg))?.[1];
}
