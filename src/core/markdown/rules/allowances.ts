// `<!-- hindsight-allow-secret: reason -->`: a word to whoever checks the archive, so no page shows it. All other HTML stays text.
import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { withoutEnd } from '../../text/without-end.ts';

const COMMENT = /<!--[ \t]{0,8}hindsight-allow-secret(?![\w-])(?:(?!-->)[^\n])*-->/y;

/** A line of its own ends a paragraph, as a comment does in CommonMark; within a line nothing is left of it. */
export function allowances(md: MarkdownIt): void {
  md.block.ruler.before('code', 'allowance', allowanceLine, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  md.inline.ruler.before('autolink', 'allowance', allowanceWithin);
}

function allowanceLine(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const end = commentEnd(state.src, start);
  if (end === undefined || state.src.slice(end, state.eMarks[line]).trim() !== '') return false;
  if (!silent) state.line = line + 1;
  return true;
}

function allowanceWithin(state: StateInline, silent: boolean): boolean {
  const end = commentEnd(state.src, state.pos);
  if (end === undefined || end > state.posMax) return false;
  if (!silent) state.pending = withoutEnd(state.pending, /[ \t]/);
  state.pos = end;
  return true;
}

function commentEnd(source: string, start: number): number | undefined {
  if (!source.startsWith('<!--', start)) return undefined;
  COMMENT.lastIndex = start;
  return COMMENT.test(source) ? COMMENT.lastIndex : undefined;
}
