// Code blocks: the language is named above the code, and the code is highlighted while the site is built.
import type { MarkdownIt, Token } from 'markdown-it';
import { type MarkdownEnv, ownEnv } from '../env.ts';
import { highlight, languageOf } from '../highlight.ts';

export function code(md: MarkdownIt): void {
  md.renderer.rules.fence = (tokens, index) => renderFence(md, tokens[index]);
  md.renderer.rules.code_block = (tokens, index, _options, env) => {
    const content = tokens[index]?.content ?? '';
    return isProse(content, ownEnv(env)) ? asTyped(md.utils.escapeHtml(content)) : block(md.utils.escapeHtml(content), '');
  };
}

/** What nobody writes in a sentence. */
const CODE_LINE = /[{};\\|<>]|\S=\S|\w\(|^\s*(?:[$#>] |\d{2}:\d{2}:\d{2}|(?:[\w.-]+\/){2})|\b(?:ERROR|WARN|INFO|DEBUG)\b/;

/** In a text from elsewhere that was indented to be read, as typewriters do: its lines are words. */
function isProse(content: string, { isImported }: MarkdownEnv): boolean {
  if (!isImported) return false;
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  return lines.filter((line) => CODE_LINE.test(line)).length * 4 <= lines.length && lines.some((line) => /\p{L}{3,} \p{L}{2,}/u.test(line));
}

/** Lines as they were typed, broken where there is no more room. */
function asTyped(html: string): string {
  return `<pre class="as-typed">${html}</pre>\n`;
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
