// The body cut into parts by its headings, and by the bold lines that serve as headings where there are none.
import type { SectionRole } from '../model/incident.ts';
import { type Block, inlineOf, typedLevel } from './blocks.ts';
import { flatten } from './inline.ts';
import { type Label, labelOf } from './label.ts';
import { rolesOf } from './section-role.ts';

export interface PartHeading {
  readonly title: string;
  /** Absent for a bold line: it has no id of its own yet. */
  readonly id?: string;
}

export interface Part {
  readonly heading?: PartHeading;
  /** What the heading claims; the first is the part's own. */
  readonly roles: readonly SectionRole[];
  /** Of the heading, as levels go in this body. */
  readonly level: number;
  readonly line: number;
  readonly blocks: readonly Block[];
}

export interface Outline {
  /** The heading above everything, which is the document's title. */
  readonly title?: PartHeading;
  readonly parts: readonly Part[];
  /** The level of a heading when a single `#` among `##` counts as one of them. */
  levelOf(heading: Block): number;
}

/** Deeper than any heading: whatever heading comes next ends a part that began with a bold line. */
export const BOLD_LINE_LEVEL = 7;

interface OpenPart {
  heading?: PartHeading;
  roles: readonly SectionRole[];
  level: number;
  line: number;
  blocks: Block[];
}

export function readOutline(blocks: readonly Block[]): Outline {
  const headings = blocks.filter((block) => block.type === 'heading');
  const title = titleOf(blocks, headings);
  const levelOf = levels(headings.filter((heading) => heading !== title));
  const parts: OpenPart[] = [{ roles: [], level: Number.POSITIVE_INFINITY, line: 0, blocks: [] }];
  for (const block of blocks) {
    if (block === title) continue;
    const current = parts.at(-1);
    const next = current && startOfPart(block, current, levelOf);
    if (next) parts.push(next);
    else current?.blocks.push(block);
  }
  const kept = parts.filter((part) => part.heading !== undefined || part.blocks.length > 0);
  return { ...(title && { title: headingOf(title) }), parts: kept, levelOf };
}

export function headingOf(block: Block): PartHeading {
  const title = titleText(block);
  const id = block.tokens[0]?.attrGet('id');
  return typeof id === 'string' ? { title, id } : { title };
}

/** The part a label begins, with the rest of its paragraph as its first block. */
export function partOfLabel(block: Block, label: Label, level: number): OpenPart {
  const rest = label.rest.children.length > 0 ? [withoutLabel(block, label)] : [];
  return { heading: { title: label.title }, roles: rolesOf(label.title), level, line: block.line, blocks: rest };
}

function startOfPart(block: Block, current: OpenPart, levelOf: Outline['levelOf']): OpenPart | undefined {
  if (block.type === 'heading') {
    const level = levelOf(block);
    if (level > current.level) return undefined;
    const heading = headingOf(block);
    return { heading, roles: rolesOf(heading.title), level, line: block.line, blocks: [] };
  }
  // Only where no real heading stands above: inside a section, bold lines are its own.
  const label = current.level >= BOLD_LINE_LEVEL ? labelOf(block) : undefined;
  return label && rolesOf(label.title).length > 0 ? partOfLabel(block, label, BOLD_LINE_LEVEL) : undefined;
}

/** A first heading that stands above all others, or above nothing but the next one, names the document. */
function titleOf(blocks: readonly Block[], headings: readonly Block[]): Block | undefined {
  const [first] = headings;
  if (!first || typedLevel(first) !== 1 || rolesOf(titleText(first)).length > 0) return undefined;
  const isOnly = headings.every((heading) => heading === first || typedLevel(heading) > 1);
  return isOnly || blocks[blocks.indexOf(first) + 1]?.type === 'heading' ? first : undefined;
}

function levels(headings: readonly Block[]): Outline['levelOf'] {
  const tops = headings.filter((heading) => typedLevel(heading) === 1).length;
  const isStray = tops === 1 && headings.some((heading) => typedLevel(heading) === 2);
  return (heading) => (isStray ? Math.max(2, typedLevel(heading)) : typedLevel(heading));
}

function titleText(block: Block): string {
  return flatten(inlineOf(block)?.children ?? [])
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*:$/, '');
}

function withoutLabel(block: Block, label: Label): Block {
  const [open, inline, close] = block.tokens;
  if (!open || !inline || !close) return block;
  const rest = Object.assign(Object.create(Object.getPrototypeOf(inline)), inline, { children: label.rest.children });
  return { ...block, tokens: [open, rest, close] };
}
