// Goes through the inline runs of a document and keeps count of the line each piece stands on.
import type { StateCore, Token } from 'markdown-it';

/** Where the walk stands: markdown-it gives lines to blocks only, so breaks within a run are counted. */
export interface Spot {
  /** Line within the text, from 0. */
  readonly line: number;
  /** Column of the next piece of source on that line, from 1; pieces must be asked for in their order. */
  find(text: string): number | undefined;
  /** Moves on past a token. */
  follow(token: Token): void;
}

/** Searching a line of a megabyte once per link would take minutes. */
const LONGEST_LINE = 10_000;

/** Visits the runs that hold at least one piece of interest: most hold none, and finding lines has its price. */
export function eachInline(state: StateCore, isOfInterest: (child: Token) => boolean, visit: (inline: Token, spot: Spot) => void): void {
  let lines: readonly string[] | undefined;
  let line = 0;
  for (const token of state.tokens) {
    // Cells have no lines of their own: they stand on that of their row.
    if (token.map !== null) line = token.map[0];
    if (token.type !== 'inline' || !token.children?.some(isOfInterest)) continue;
    lines ??= state.src.split('\n');
    visit(token, spotAt(line, lines));
  }
}

function spotAt(start: number, lines: readonly string[]): Spot {
  let line = start;
  let from = 0;
  return {
    get line() {
      return line;
    },
    find(text) {
      const source = lines[line] ?? '';
      if (source.length > LONGEST_LINE) return undefined;
      const found = source.indexOf(text, from);
      if (found < 0) return undefined;
      from = found + text.length;
      return found + 1;
    },
    follow(token) {
      if (token.type !== 'softbreak' && token.type !== 'hardbreak') return;
      line += 1;
      from = 0;
    },
  };
}
