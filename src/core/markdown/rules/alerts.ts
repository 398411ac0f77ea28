// GitHub's alerts: a quotation that begins with `[!NOTE]` is a box with that title.
import type { MarkdownIt, RendererRule, StateCore, Token } from 'markdown-it';

// markdown-it-github-alerts puts the title into the page unescaped: `> [!NOTE] <script>` would run.
const MARKER = /^\[!(note|tip|important|warning|caution)\][ \t]*([^\n]*)(?:\n|$)/i;

export function alerts(md: MarkdownIt): void {
  md.core.ruler.after('block', 'alerts', findAlerts);
  md.renderer.rules.alert_open = renderOpen(md);
  md.renderer.rules.alert_close = () => '</div>\n';
}

function findAlerts(state: StateCore): void {
  /** Whether each quotation that is still open is an alert. */
  const open: boolean[] = [];
  state.tokens.forEach((token, index) => {
    if (token.type === 'blockquote_open') open.push(makeAlert(state.tokens, index));
    else if (token.type === 'blockquote_close' && open.pop()) token.type = 'alert_close';
  });
}

function makeAlert(tokens: readonly Token[], index: number): boolean {
  const [quote, paragraph, inline] = tokens.slice(index, index + 3);
  const match = paragraph?.type === 'paragraph_open' && inline ? MARKER.exec(inline.content) : null;
  if (!quote || !inline || match === null) return false;
  const kind = (match[1] ?? '').toLowerCase();
  quote.type = 'alert_open';
  quote.meta = { kind, title: match[2]?.trim() || kind.charAt(0).toUpperCase() + kind.slice(1) };
  inline.content = inline.content.slice(match[0].length);
  if (inline.map !== null) inline.map = [Math.min(inline.map[0] + 1, inline.map[1]), inline.map[1]];
  if (inline.content === '') hide(tokens.slice(index + 1, index + 4));
  return true;
}

function hide(paragraph: readonly Token[]): void {
  for (const token of paragraph) token.hidden = true;
}

function renderOpen(md: MarkdownIt): RendererRule {
  return (tokens, index) => {
    const meta = tokens[index]?.meta;
    const title = md.utils.escapeHtml(String(meta?.title ?? ''));
    return `<div class="alert alert-${String(meta?.kind)}" role="note">\n<p class="alert-title">${title}</p>\n`;
  };
}
