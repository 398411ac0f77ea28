// Tables: wide ones scroll by themselves, by keyboard too; columns are aligned by classes, since the page allows no inline style.
import type { MarkdownIt, StateCore } from 'markdown-it';

export function tables(md: MarkdownIt): void {
  md.core.ruler.after('block', 'tables', alignByClass);
  // A group, not a region: a page with ten tables should not have ten landmarks.
  md.renderer.rules.table_open = () => '<div class="table-scroll" role="group" tabindex="0" aria-label="Table">\n<table>\n';
  md.renderer.rules.table_close = () => '</table>\n</div>\n';
}

function alignByClass(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    const side = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
    token.attrs = side === undefined ? null : [['class', `align-${side}`]];
  }
}
