// The order of an incident's text: the author's, with what stands only in the front matter put where a reader looks for it.

import type { Incident, Section } from '../../src/core/model/incident.ts';
import { actionAnchor } from '../ui/view.ts';

/** What a part shows beside the text the author wrote under its heading. */
type PartKind = 'text' | 'impact' | 'timeline' | 'lessons' | 'actions';

export interface Part {
  readonly kind: PartKind;
  /** Absent for text before the first heading. */
  readonly heading?: { readonly id: string; readonly title: string };
  readonly section?: Section;
  /** Its heading is like no other on the page, so that it can name a landmark. */
  readonly isUnique: boolean;
}

const KIND_OF = { timeline: 'timeline', lessons: 'lessons', action_items: 'actions', impact: 'impact' } as const;
const HEADINGS = { impact: 'Impact', timeline: 'Timeline', lessons: 'Lessons', actions: 'Action items' } as const;
/** Headings that the page brings along. */
const OWN_HEADINGS = ['Phases', 'Facts', 'What links here'];

/** `absorbed` is a section that the digest already says in full. */
export function partsOf(incident: Incident, absorbed?: Section): Part[] {
  const missing = structuresOf(incident);
  const parts: Omit<Part, 'isUnique'>[] = [];
  for (const section of incident.sections) {
    const kind = section.role && section.role in KIND_OF ? KIND_OF[section.role as keyof typeof KIND_OF] : 'text';
    // Of two sections about the same thing, the first one shows its structure. An impact without figures is text.
    const isStructure = kind !== 'text' && missing.delete(kind);
    if (section === absorbed) continue;
    parts.push({ kind: isStructure || kind === 'impact' ? kind : 'text', section, ...(section.heading && { heading: section.heading }) });
  }
  insert(parts, missing, takenIds(incident));
  return markUnique(parts);
}

/** Ids of the headings in the text, which nothing else on the page may use. */
function takenIds(incident: Incident): Set<string> {
  const ids = new Set<string>();
  for (const { heading, subheadings } of incident.sections) {
    if (heading) ids.add(heading.id);
    for (const { id } of subheadings) ids.add(id);
  }
  return ids;
}

function structuresOf(incident: Incident): Set<Exclude<PartKind, 'text'>> {
  const { lessons, impact } = incident;
  const found = new Set<Exclude<PartKind, 'text'>>();
  if (impact.summary !== undefined) found.add('impact');
  if (incident.timeline.length > 0) found.add('timeline');
  if (lessons.wentWell.length + lessons.wentWrong.length + lessons.gotLucky.length > 0) found.add('lessons');
  if (incident.actionItems.length > 0) found.add('actions');
  return found;
}

/** Impact and timeline after what happened, lessons and action items at the end. */
function insert(parts: Omit<Part, 'isUnique'>[], missing: ReadonlySet<Exclude<PartKind, 'text'>>, taken: Set<string>): void {
  const make = (kind: Exclude<PartKind, 'text'>) => ({ kind, heading: { id: freeId(kind, taken), title: HEADINGS[kind] } });
  const after = (...roles: readonly (string | undefined)[]) =>
    parts.findLastIndex(
      ({ section }) => section !== undefined && roles.includes(section.heading === undefined ? 'preamble' : section.role),
    ) + 1;
  if (missing.has('impact')) parts.splice(after('preamble', 'summary'), 0, make('impact'));
  if (missing.has('timeline')) {
    const impact = parts.findLastIndex(({ kind }) => kind === 'impact');
    parts.splice(impact >= 0 ? impact + 1 : after('preamble', 'summary'), 0, make('timeline'));
  }
  if (missing.has('lessons')) parts.push(make('lessons'));
  if (missing.has('actions')) parts.push(make('actions'));
}

function freeId(kind: Exclude<PartKind, 'text'>, taken: Set<string>): string {
  const name = kind === 'actions' ? 'action-items' : kind;
  let id = name;
  for (let count = 2; taken.has(id); count++) id = `${name}-${count}`;
  taken.add(id);
  return id;
}

function markUnique(parts: readonly Omit<Part, 'isUnique'>[]): Part[] {
  const seen = new Set(OWN_HEADINGS.map((title) => title.toLowerCase()));
  return parts.map((part) => {
    const title = part.heading?.title.toLowerCase() ?? '';
    const isUnique = title !== '' && !seen.has(title);
    seen.add(title);
    return { ...part, isUnique };
  });
}

/** Ids that rows of action items must leave alone. */
export function anchorsOf(parts: readonly Part[], incident: Incident): Set<string> {
  const taken = takenIds(incident);
  for (const { heading } of parts) if (heading) taken.add(heading.id);
  const seen = new Set<string>();
  for (const item of incident.actionItems) {
    const anchor = actionAnchor(item);
    if (seen.has(anchor)) taken.add(anchor);
    seen.add(anchor);
  }
  return taken;
}
