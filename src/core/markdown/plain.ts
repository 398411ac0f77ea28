// The words of parsed Markdown without its markup, for search, previews and titles.
import type { Token } from 'markdown-it';

/** Blocks and table rows are put on lines of their own. */
export function plainText(tokens: readonly Token[]): string {
  const parts: string[] = [];
  for (const token of tokens) {
    if (token.children !== null && token.type !== 'image') {
      parts.push(inlineText(token.children), ' ');
    } else if (token.type === 'fence' || token.type === 'code_block') {
      parts.push(token.content, '\n');
    } else if (endsLine(token)) {
      parts.push('\n');
    } else if (token.type === 'alert_open') {
      parts.push(String(token.meta?.title ?? ''), '\n');
    }
  }
  const lines = parts.join('').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

const WORDS = new Set(['text', 'text_special', 'code_inline', 'redacted']);

/** The words of one inline run: what a heading, a paragraph or a cell says. */
export function inlineText(children: readonly Token[]): string {
  let text = '';
  for (const child of children) {
    if (WORDS.has(child.type)) text += child.content;
    else if (child.type === 'softbreak' || child.type === 'hardbreak') text += ' ';
    else if (child.type === 'image') text += inlineText(child.children ?? []);
  }
  return text;
}

function endsLine(token: Token): boolean {
  return token.nesting === -1 && token.block && token.type !== 'td_close' && token.type !== 'th_close';
}
