// Tables: wide ones scroll by themselves, by keyboard too; columns are aligned by classes, since the page allows no inline style.
import type { MarkdownIt, StateCore, Token } from 'markdown-it';

export function tables(md: MarkdownIt): void {
  md.core.ruler.after('block', 'tables', alignByClass);
  md.core.ruler.after('tables', 'empty-corners', unheadEmptyCells);
  // A group, not a region: a page with ten tables should not have ten landmarks.
  md.renderer.rules.table_open = (tokens, index, _options, _env, self) =>
    `<div class="table-scroll" role="group" tabindex="0" aria-label="Table">\n<table${self.renderAttrs(tokens[index] as Token)}>\n`;
  md.renderer.rules.table_close = () => '</table>\n</div>\n';
}

function alignByClass(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    const side = /^text-align:(left|center|right)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
    const scope: [string, string][] = token.type === 'th_open' ? [['scope', 'col']] : [];
    token.attrs = side === undefined ? scope : [...scope, ['class', `align-${side}`]];
  }
}

/** A head without words heads nothing: screen readers would announce an empty header for every cell below it. */
function unheadEmptyCells({ tokens }: StateCore): void {
  for (const [index, token] of tokens.entries()) {
    const [content, close] = [tokens[index + 1], tokens[index + 2]];
    if (token.type !== 'th_open' || content?.content.trim() !== '' || close?.type !== 'th_close') continue;
    token.tag = 'td';
    token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'scope');
    close.tag = 'td';
  }
}
