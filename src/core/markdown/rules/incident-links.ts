// `[[id]]`, `[[id|label]]`, `[[id#anchor]]`: links from one incident to another.
import type { MarkdownIt, StateInline } from 'markdown-it';
import { ownEnv, type Target } from '../env.ts';
import { encodeSegment } from '../link-target.ts';

/** Brackets cannot stand inside: a row of 100,000 of them fails at its second character each time. */
const LINK = /\[\[([^[\]|#\n]{1,200})(?:#([^[\]|\n]{1,200}))?(?:\|([^[\]\n]{1,300}))?\]\]/y;

/** How many links are open: markdown-it has it, its types do not. */
type LinkState = StateInline & { readonly linkLevel: number };

interface IncidentLink {
  readonly id: string;
  readonly anchor: string | undefined;
  readonly label: string | undefined;
}

export function incidentLinks(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'incident_link', incidentLink);
}

function incidentLink(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[[', state.pos)) return false;
  LINK.lastIndex = state.pos;
  const match = LINK.exec(state.src);
  const id = match?.[1]?.trim();
  if (match === null || !id || LINK.lastIndex > state.posMax) return false;
  if (!silent) push(state, { id, anchor: match[2]?.trim(), label: match[3]?.trim() || undefined });
  state.pos = LINK.lastIndex;
  return true;
}

/** The reference itself is recorded by rules/links.ts, which knows the line. */
function push(state: StateInline, link: IncidentLink): void {
  const env = ownEnv(state.env);
  const target = env.registry.resolve(link.id);
  const meta = { incident: link.id, ...(link.anchor === undefined ? {} : { anchor: link.anchor }) };
  // A link cannot stand in a link: there the words are enough.
  const isLink = target !== undefined && (state as LinkState).linkLevel === 0;
  const open = state.push(isLink ? 'link_open' : 'missing_open', isLink ? 'a' : 'span', 1);
  open.attrs = isLink ? [['href', incidentHref(target, link.anchor, env.docId)]] : [['class', target ? 'mention' : 'missing']];
  open.meta = meta;
  state.push('text', '', 0).content = link.label ?? target?.title ?? link.id;
  state.push(isLink ? 'link_close' : 'missing_close', isLink ? 'a' : 'span', -1);
}

/** Bodies are read at `incidents/ID/`: every other incident is one level up. */
export function incidentHref(target: Target, anchor: string | undefined, ownId: string): string {
  const hash = anchor === undefined ? '' : `#${encodeSegment(anchor)}`;
  if (target.id === ownId && hash !== '') return hash;
  return `../${encodeSegment(target.id)}/${hash}`;
}
