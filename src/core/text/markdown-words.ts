// Words of others as Markdown that shows them and nothing else: no emphasis, link, code, HTML, heading or list comes of them.

const MARKS = /[\\`*_{}[\]<>~|&!]/g;
/** What begins a heading, a list, a quotation or a rule, where the words begin a line. */
const BEGINNING = /^(?:[#+-]|(\d{1,9})(?=[.)]))/;
/** Addresses would become links, and in a link there is no other. */
const SCHEME = /:(?=\/\/)/g;

/** One line of Markdown source. What makes no sense on one line, such as a line break, becomes a blank. */
export function markdownWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(MARKS, '\\$&').replace(SCHEME, '\\:');
  return line
    .replace(BEGINNING, (mark, digits: string | undefined) => (digits === undefined ? `\\${mark}` : mark))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** The same, but an address alone is a link to itself. */
export function markdownValue(text: string): string {
  return /^https?:\/\/[^\s<>]+$/i.test(text.trim()) ? markdownTarget(text.trim()) : markdownWords(text);
}

/** An address as the target of a link. */
export function markdownTarget(url: string): string {
  return `<${url.replace(/[<>\s]/g, (character) => encodeURIComponent(character))}>`;
}
