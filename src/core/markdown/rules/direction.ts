// Hebrew, Arabic and other scripts from right to left: lists, quotations and tables that hold them decide by their own text on which side
// markers and first columns stand. Paragraphs and cells need no mark: the stylesheet lets each decide for itself.
import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** Letters of scripts from right to left, in the ranges Unicode sets aside for them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const CONTAINERS = new Set(['bullet_list_open', 'ordered_list_open', 'blockquote_open', 'table_open']);
const ENDS = new Set([...CONTAINERS].map((type) => type.replace('_open', '_close')));

export function direction(md: MarkdownIt): void {
  md.core.ruler.after('block', 'direction', markContainers);
}

function markContainers({ src, tokens }: StateCore): void {
  if (!RIGHT_TO_LEFT.test(src)) return;
  const open: Token[] = [];
  for (const token of tokens) {
    if (CONTAINERS.has(token.type)) open.push(token);
    else if (ENDS.has(token.type)) open.pop();
    else if (token.type === 'inline' && RIGHT_TO_LEFT.test(token.content)) for (const container of open) container.attrSet('dir', 'auto');
  }
}
