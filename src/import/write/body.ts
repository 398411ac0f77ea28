// The text as the body of a file: of Markdown to the byte; plain text keeps its lines apart, which Markdown would run together.
import type { ImportNote, SourceDocument } from '../model.ts';

export interface Body {
  readonly text: string;
  readonly notes: readonly ImportNote[];
}

/** What nobody writes who does not mean Markdown: headings, bold, lists, tables, code. */
const MARKDOWN = /^ {0,3}(?:#{1,6} |[-*+] |\d{1,3}[.)] |\||```|~~~|> )|\*\*\S|^(?:=|-){3,}\s*$/m;

/** Indented lines are shown as they stand. */
const ITSELF = /^(?: {4}|\t)/;

const BROKEN: ImportNote = {
  code: 'lines-kept-apart',
  message: 'The text is no Markdown: its lines were given two blanks at their ends, so that they are not run together.',
  severity: 'info',
};

export function bodyOf({ format, text }: SourceDocument): Body {
  if (format !== 'text' || MARKDOWN.test(text)) return { text, notes: [] };
  const lines = text.split('\n');
  const isText = (line: string | undefined): boolean => line !== undefined && line.trim() !== '' && !ITSELF.test(line);
  const broken = lines.map((line, index) => (isText(line) && isText(lines[index + 1]) && !line.endsWith('  ') ? `${line}  ` : line));
  const body = broken.join('\n');
  return { text: body, notes: body === text ? [] : [BROKEN] };
}
