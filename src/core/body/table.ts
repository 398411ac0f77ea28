// A table as rows of cells, and its columns by what their headers call them.
import type { Token } from 'markdown-it';
import type { Block } from './blocks.ts';
import { flatten } from './inline.ts';

export interface Row {
  readonly cells: readonly Token[];
  /** Line within the body, from 0. */
  readonly line: number;
}

export interface Table {
  readonly header: readonly Token[];
  readonly rows: readonly Row[];
}

export function readTable(block: Block): Table {
  const rows: { cells: Token[]; line: number }[] = [];
  let line = block.line;
  for (const token of block.tokens) {
    if (token.type === 'tr_open') {
      line = token.map?.[0] ?? line;
      rows.push({ cells: [], line });
    } else if (token.type === 'inline') rows.at(-1)?.cells.push(token);
  }
  const [header, ...body] = rows;
  return { header: header?.cells ?? [], rows: body };
}

/** The words of a cell, blanks at its ends aside. */
export function cellText(cell: Token | undefined): string {
  return cell ? flatten(cell.children ?? []).trim() : '';
}

/** A header's name: lower case, words only, without what stands in brackets. */
export function columnName(header: Token): string {
  return cellText(header)
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}
