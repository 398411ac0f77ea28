// Code blocks: the language is named above the code, and the code is highlighted while the site is built.
import type { MarkdownIt, Token } from 'markdown-it';
import { highlight, languageOf } from '../highlight.ts';

export function code(md: MarkdownIt): void {
  md.renderer.rules.fence = (tokens, index) => renderFence(md, tokens[index]);
  md.renderer.rules.code_block = (tokens, index) => block(md.utils.escapeHtml(tokens[index]?.content ?? ''), '');
}

function renderFence(md: MarkdownIt, token: Token | undefined): string {
  const { escapeHtml, unescapeAll } = md.utils;
  const typed =
    unescapeAll(token?.info ?? '')
      .trim()
      .split(/[\s{,]/, 1)[0] ?? '';
  const source = token?.content ?? '';
  if (typed === '') return block(escapeHtml(source), '');
  const language = languageOf(typed);
  const html = (language && highlight(source, language)) ?? escapeHtml(source);
  const name = escapeHtml(language?.name ?? Array.from(typed).slice(0, 30).join(''));
  return `<figure class="code">\n<figcaption>${name}</figcaption>\n${block(html, language ? ` class="hljs language-${language.id}"` : '')}</figure>\n`;
}

/** Long lines scroll within the block: whoever uses the keyboard must be able to get there. */
function block(html: string, attributes: string): string {
  return `<pre tabindex="0"><code${attributes}>${html}</code></pre>\n`;
}
