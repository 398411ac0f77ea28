// Pieces of a parsed body as rich text: a run of words, or whole blocks under one entry.
import type { Token } from 'markdown-it';
import type { MarkdownEnv } from '../markdown/env.ts';
import { inlineText, plainText } from '../markdown/plain.ts';
import { renderTokens } from '../markdown/renderer.ts';
import type { RichText } from '../model/incident.ts';
import { type Block, endLine } from './blocks.ts';
import { capitalised, flatten } from './inline.ts';

/** The body being read: its source by lines, and where problems and mentions go. */
export interface BodyText {
  readonly env: MarkdownEnv;
  readonly lines: readonly string[];
}

/** Part of an inline run, with the run it was cut from, so that its source can be told. */
export interface Words {
  readonly children: readonly Token[];
  /** Source of the whole run. */
  readonly source: string;
  /** How many characters of the run were cut off at its beginning and end. */
  readonly before: string;
  readonly after: string;
  /** A label before them was cut off: they begin as a sentence does. */
  readonly isUnlabelled?: true;
}

export function wordsOf(inline: Token): Words {
  return { children: inline.children ?? [], source: inline.content, before: '', after: '' };
}

/** Inline HTML of the words. */
export function richWords(words: Words, text: BodyText): RichText {
  const children = words.isUnlabelled ? capitalised(words.children) : [...words.children];
  return { source: sourceOf(words), plain: inlineText(children).trim(), html: renderTokens(children, text.env).trim() };
}

/** The words alone where nothing else belongs to them, else block HTML: the words as a paragraph, and the blocks. */
export function richBlocks(words: Words, blocks: readonly Block[], text: BodyText): RichText {
  const head = richWords(words, text);
  if (blocks.length === 0) return head;
  const tokens = blocks.flatMap((block) => block.tokens);
  const html = renderTokens(tokens as Token[], text.env).trim();
  return {
    source: joinTexts([head.source, ...blocks.map((block) => text.lines.slice(block.line, endLine(block)).join('\n'))], '\n\n'),
    plain: joinTexts([head.plain, plainText(tokens)], '\n'),
    html: head.html === '' ? html : `<p>${head.html}</p>\n${html}`,
  };
}

function joinTexts(parts: readonly string[], separator: string): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(separator);
}

/** The source of the words that are left: the run's own, without what was cut off at its ends. */
export function sourceOf(words: Words): string {
  const { source, before, after } = words;
  if (before === '' && after === '') return source.trim();
  const start = sourceIndex(source, before.length, before);
  const whole = before + flatten(words.children);
  const end = after === '' ? source.length : sourceIndex(source, whole.length, whole);
  const kept = source.slice(start, end).trim();
  // A mark that began in what was cut off still holds what is left.
  const opened = isOdd(source.slice(0, start)) && isOdd(kept) ? `**${kept}` : kept;
  return isOdd(opened) ? `${opened}**` : opened;
}

function isOdd(source: string): boolean {
  return (source.split('**').length - 1) % 2 === 1;
}

/** Position in the source after so many visible characters; markup has none. */
function sourceIndex(source: string, count: number, flat: string): number {
  let seen = 0;
  let index = 0;
  while (index < source.length && seen < count) {
    if (source[index] === flat[seen]) seen++;
    index++;
  }
  while (seen > 0 && /[*_`\])]/.test(source[index] ?? '') && !/\s/.test(source[index - 1] ?? '')) index++;
  return index;
}
