// Lines that are headings in all but name: `**Resolution:**` alone, or before the text it heads.
import type { Token } from 'markdown-it';
import { type Block, inlineOf } from './blocks.ts';
import { flatten, slice, startsBold, trimmed } from './inline.ts';
import { lessonKind } from './lesson-kind.ts';
import type { Words } from './rich-text.ts';
import { rolesOf } from './section-role.ts';

export interface Label {
  readonly title: string;
  /** What follows the label in its paragraph. */
  readonly rest: Words;
}

const LONGEST_LABEL = 100;

/** The label a paragraph begins with, if it does. */
export function labelOf(block: Block): Label | undefined {
  const inline = block.type === 'paragraph' ? inlineOf(block) : undefined;
  return inline && labelOfInline(inline);
}

/** The same for the first run of a list item. */
export function labelOfInline(inline: Token): Label | undefined {
  const children = inline.children ?? [];
  const isBold = startsBold(children);
  if (!isBold && !inline.content.trimEnd().endsWith(':')) return undefined;
  const flat = flatten(children);
  const end = isBold ? boldEnd(children) : undefined;
  if (end !== undefined) return boldLabel(inline, flat, end);
  const plain = /^[^\n:]{2,100}:$/.exec(flat.trimEnd());
  return plain ? { title: flat.trim().slice(0, -1), rest: words(inline, flat.length) } : undefined;
}

function boldLabel(inline: Token, flat: string, end: number): Label | undefined {
  const bold = flat.slice(0, end).trim();
  const after = flat.slice(end);
  const colon = /^\s*:/.exec(after)?.[0].length ?? 0;
  const isLabel = bold.endsWith(':') || colon > 0 || after === '' || after.startsWith('\n') || (bold.endsWith('.') && isUsual(bold));
  if (!isLabel || bold === '' || bold.length > LONGEST_LABEL || bold.includes('\n')) return undefined;
  return { title: bold.replace(/\s*[:.]$/, ''), rest: words(inline, end + colon) };
}

function words(inline: Token, from: number): Words {
  const children = inline.children ?? [];
  return { children: trimmed(slice(children, from)), source: inline.content, before: flatten(slice(children, 0, from)), after: '' };
}

/** "**What went well.** …": a bold sentence is a label only where it is a name that labels usually have. */
function isUsual(title: string): boolean {
  return lessonKind(title) !== undefined || rolesOf(title).length > 0;
}

/** How many characters the first bold run covers. */
function boldEnd(children: readonly Token[]): number | undefined {
  const close = children.findIndex((child) => child.type === 'strong_close');
  return close < 0 ? undefined : flatten(children.slice(0, close)).length;
}
