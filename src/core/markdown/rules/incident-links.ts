// `[[id]]`, `[[id|label]]`, `[[id#anchor]]`: links from one incident to another.
import type { MarkdownIt, StateInline } from 'markdown-it';
import { ownEnv, type Target } from '../env.ts';
import { encodeSegment } from '../link-target.ts';

/**
 * Brackets cannot stand inside: a row of 100,000 of them fails at its second character each time. No blank at the beginning, so that
 * `[[ -f $FILE ]]` of a shell stays text.
 */
const LINK = /\[\[(?!\s)([^[\]|#\n]{1,200})(?:#([^[\]|\n]{1,200}))?(?:\|([^[\]\n]{1,300}))?\]\]/y;

/** What may be an id, known or not: `[[a b]]`, `[["a", 1]]` are of another language. */
const ID_LIKE = /^[\p{L}\p{N}_][\p{L}\p{N}._/-]*$/u;

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
  // `arr[[1]]` of a program. Letters of other scripts are no sign: not all of them part words by blanks.
  if (/\w/.test(state.src[state.pos - 1] ?? '')) return false;
  LINK.lastIndex = state.pos;
  const match = LINK.exec(state.src);
  const id = match?.[1]?.trim();
  if (match === null || !id || LINK.lastIndex > state.posMax) return false;
  if (!ID_LIKE.test(id) && !ownEnv(state.env).registry.resolve(id)) return false;
  if (!silent) push(state, { id, anchor: match[2]?.trim(), label: match[3]?.trim() || undefined });
  state.pos = LINK.lastIndex;
  return true;
}

/** The reference itself is recorded by rules/links.ts, which knows the line. */
function push(state: StateInline, link: IncidentLink): void {
  const env = ownEnv(state.env);
  const target = env.registry.resolve(link.id);
  const [type, tag] = target ? ['link', 'a'] : ['missing', 'span'];
  const open = state.push(`${type}_open`, tag, 1);
  open.attrs = [target ? ['href', incidentHref(target, link.anchor, env.docId)] : ['class', 'missing']];
  open.meta = { incident: link.id, ...(link.anchor === undefined ? {} : { anchor: link.anchor }) };
  state.push('text', '', 0).content = link.label ?? target?.title ?? link.id;
  state.push(`${type}_close`, tag, -1);
}

/** Bodies are read at `incidents/ID/`: every other incident is one level up. */
export function incidentHref(target: Target, anchor: string | undefined, ownId: string): string {
  const hash = anchor === undefined ? '' : `#${encodeSegment(anchor)}`;
  if (target.id === ownId && hash !== '') return hash;
  return `../${encodeSegment(target.id)}/${hash}`;
}
