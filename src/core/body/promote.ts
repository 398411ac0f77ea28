// Parts of the story that stand one level too low: a "Resolution" under "Root cause and resolution" becomes a section of its own.
import type { SectionRole } from '../model/incident.ts';
import { type Block, inlineOf } from './blocks.ts';
import { type Label, labelOf } from './label.ts';
import { BOLD_LINE_LEVEL, headingOf, type Outline, type Part, partOfLabel } from './outline.ts';
import { roleOf } from './section-role.ts';

/** Roles that are read as lists of things wherever they stand. */
const STRUCTURED: readonly SectionRole[] = ['timeline', 'action_items', 'lessons'];
/** Their sub-headings say when, of which kind or how urgent: they are never sections. */
const CLOSED: readonly SectionRole[] = ['timeline', 'action_items'];

/** The parts of an outline with every such sub-part cut out behind the part it stood in. */
export function promoteParts(outline: Outline): Part[] {
  const present = new Set(outline.parts.flatMap((part) => part.roles));
  return outline.parts.flatMap((part) => splitPart(part, present, outline));
}

interface Rising {
  heading: Part['heading'];
  roles: readonly SectionRole[];
  level: number;
  line: number;
  blocks: Block[];
}

function splitPart(part: Part, present: ReadonlySet<SectionRole>, outline: Outline): Part[] {
  if (part.heading === undefined || (part.roles.length === 1 && CLOSED.includes(part.roles[0] ?? 'timeline'))) return [part];
  const first: Rising = { heading: part.heading, roles: part.roles, level: part.level, line: part.line, blocks: [] };
  const parts = [first];
  for (const block of part.blocks) {
    const next = risingPart(block, { part, present, current: parts.at(-1) ?? first, outline });
    if (next) parts.push(next);
    else parts.at(-1)?.blocks.push(block);
  }
  return parts.map(({ heading, ...rest }) => (heading ? { heading, ...rest } : rest));
}

interface Situation {
  readonly part: Part;
  readonly present: ReadonlySet<SectionRole>;
  readonly current: Rising;
  readonly outline: Outline;
}

function risingPart(block: Block, at: Situation): Rising | undefined {
  if (block.type === 'heading') {
    const heading = headingOf(block);
    const level = at.outline.levelOf(block);
    const role = roleOf(heading.title);
    // What stands beside a promoted part, and after it, cannot stay inside it.
    const isBeside = at.current.level > at.part.level && at.current.level < BOLD_LINE_LEVEL && level <= at.current.level;
    if (!isBeside && !(role && rises(role, at, 'heading'))) return undefined;
    return { heading, roles: role ? [role] : [], level, line: block.line, blocks: [] };
  }
  const label = labelOf(block);
  const role = label && roleOf(label.title);
  if (!label || !role || !rises(role, at, isBoldAlone(block, label) ? 'bold line' : 'label')) return undefined;
  const { heading, ...rest } = partOfLabel(block, label, BOLD_LINE_LEVEL);
  return { heading, ...rest };
}

/** `**Action items**` as a paragraph of its own is a heading to its author; a bold sentence is not. */
function isBoldAlone(block: Block, label: Label): boolean {
  return label.rest.children.length === 0 && /^(?:\*\*|__)[^.!?]+(?:\*\*|__):?$/.test(inlineOf(block)?.content.trim() ?? '');
}

function rises(role: SectionRole, { part, present, current }: Situation, by: 'heading' | 'bold line' | 'label'): boolean {
  const own = part.roles[0];
  if (role === own || current.roles[0] === role) return false;
  if (part.roles.includes(role)) return true;
  if (by === 'label' || (own && CLOSED.includes(own))) return false;
  return STRUCTURED.includes(role) || (by === 'heading' && own === undefined && !present.has(role));
}
