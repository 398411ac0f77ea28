// markdown-it's flat list of tokens as blocks: what begins where, and where it ends.
import type { Token } from 'markdown-it';

/** A run of tokens that is complete in itself: `tokens[start]` to `tokens[end - 1]`. */
export interface Block {
  /** Type of the first token without `_open`: `heading`, `paragraph`, `bullet_list`, `table`, `fence`, … */
  readonly type: string;
  readonly tokens: readonly Token[];
  /** Line within the body, from 0. */
  readonly line: number;
}

/** The blocks of a run, in order. */
export function toBlocks(tokens: readonly Token[]): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let line = 0;
  while (start < tokens.length) {
    const end = blockEnd(tokens, start);
    const first = tokens[start];
    if (!first) break;
    if (first.map) line = first.map[0];
    blocks.push({ type: first.type.replace(/_open$/, ''), tokens: tokens.slice(start, end), line });
    start = end;
  }
  return blocks;
}

/** What stands between the first and the last token of a block, as blocks. */
export function innerBlocks(block: Block): Block[] {
  return toBlocks(block.tokens.slice(1, -1));
}

export function isList(block: Block): boolean {
  return block.type === 'bullet_list' || block.type === 'ordered_list';
}

/** The inline run of a paragraph, heading or cell. */
export function inlineOf(block: Block): Token | undefined {
  const inline = block.tokens[1];
  return inline?.type === 'inline' ? inline : undefined;
}

/** A heading's level as its author typed it, from 1. */
export function typedLevel(block: Block): number {
  const markup = block.tokens[0]?.markup ?? '';
  if (markup === '=') return 1;
  return markup === '-' ? 2 : markup.length;
}

/** Last line of a block, exclusive. */
export function endLine(block: Block): number {
  return block.tokens[0]?.map?.[1] ?? block.line + 1;
}

function blockEnd(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    depth += tokens[index]?.nesting ?? 0;
    if (depth <= 0) return index + 1;
  }
  return tokens.length;
}
