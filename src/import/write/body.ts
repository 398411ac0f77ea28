// The text as the body of a file: of Markdown to the byte; plain text is given the marks of Markdown for what it shows by its look.
import type { Draft, ImportNote } from '../model.ts';
import { markedUp } from './mark-up.ts';

export interface Body {
  readonly text: string;
  readonly notes: readonly ImportNote[];
}

/** What nobody writes who does not mean Markdown: headings, bold, tables, code. */
const MARKDOWN = /^ {0,3}(?:#{1,6} |\||```|~~~)|\*\*\S/m;

/** AsciiDoc, Org mode and MediaWiki have tables and code of their own. */
const OTHER_MARKUP = /^(?:\|===|= \p{Lu}.*|#\+(?:title|author|date|options):.*|={2,4} ?\p{L}[^=\n]{1,80}={2,4})\s*$/imu;

const MARKED: ImportNote = {
  code: 'marked-up',
  message:
    'The text is no Markdown: its headings, labels, entries and items were marked as such, and its lines kept apart. Its words are as they were.',
  severity: 'info',
};

export function bodyOf(draft: Draft): Body {
  const { format, text } = draft.source;
  if (format !== 'text' || (MARKDOWN.test(text) && !OTHER_MARKUP.test(text))) return { text, notes: [] };
  const body = markedUp(draft);
  return { text: body, notes: body === text ? [] : [MARKED] };
}
