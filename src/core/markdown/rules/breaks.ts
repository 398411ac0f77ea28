// Ends of lines within a paragraph: a blank to Markdown, the end of a line to an author who knew no Markdown.
import type { MarkdownIt } from 'markdown-it';
import { ownEnv } from '../env.ts';

export function breaks(md: MarkdownIt): void {
  md.renderer.rules.softbreak = (_tokens, _index, _options, env) => (ownEnv(env).keepsLines ? '<br>\n' : '\n');
}

/** Headings, bold, tables, code: nobody writes them who does not mean Markdown. */
const MARKDOWN = /^ {0,3}(?:#{1,6} |\||```|~~~|(?:=|-){3,}\s*$)|\*\*\S/m;
/** Text that is broken into lines of a fixed width has few shorter ones. */
const SHORT = 60;

/** Whether a text has lines rather than paragraphs: no mark of Markdown, and lines that end long before there was no more room. */
export function hasLines(text: string): boolean {
  if (MARKDOWN.test(text)) return false;
  const lines = text.split('\n').map((line) => line.trim());
  const ends = lines.filter((line, index) => line !== '' && (lines[index + 1] ?? '') !== '');
  return ends.length > 0 && ends.filter((line) => line.length < SHORT || /[.:!?]$/.test(line)).length * 2 >= ends.length;
}
