// Goes through the inline runs of a document and keeps count of the line each piece stands on.
import type { StateCore, Token } from 'markdown-it';

/** Where the walk stands: markdown-it gives lines to blocks only, so breaks within a run are counted. */
export interface Spot {
  /** Line within the text, from 0. */
  readonly line: number;
  /** Source of that line. */
  readonly source: string;
  /** Moves on past a token. */
  follow(token: Token): void;
}

export function eachInline(state: StateCore, visit: (inline: Token, spot: Spot) => void): void {
  let lines: readonly string[] | undefined;
  let line = 0;
  for (const token of state.tokens) {
    // Cells have no lines of their own: they stand on that of their row.
    if (token.map !== null) line = token.map[0];
    if (token.type !== 'inline' || token.children === null) continue;
    lines ??= state.src.split('\n');
    visit(token, spotAt(line, lines));
  }
}

function spotAt(start: number, lines: readonly string[]): Spot {
  let line = start;
  return {
    get line() {
      return line;
    },
    get source() {
      return lines[line] ?? '';
    },
    follow(token) {
      if (token.type === 'softbreak' || token.type === 'hardbreak') line += 1;
    },
  };
}
