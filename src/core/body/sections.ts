// Parts of the body as sections of the page: their headings from level 2 down, their text as HTML and as words, their lead.
import type { Token } from 'markdown-it';
import { plainText } from '../markdown/plain.ts';
import { renderTokens } from '../markdown/renderer.ts';
import type { Heading, Section, SectionRole } from '../model/incident.ts';
import { slugify } from '../text/slug.ts';
import type { Block } from './blocks.ts';
import { leadOf } from './lead.ts';
import { lessonKind } from './lesson-kind.ts';
import { headingOf, type Outline, type Part } from './outline.ts';
import type { BodyText } from './rich-text.ts';

const TOP = 2;
const DEEPEST = 6;

export interface SectionContext {
  readonly outline: Outline;
  readonly text: BodyText;
  /** How often each name was wanted for a heading that has no id of its own. */
  readonly counts: Map<string, number>;
}

/** What a part is about: by its heading, or as one of the three lists of lessons that stands on its own. */
export function partRole(part: Part): SectionRole | undefined {
  return part.roles[0] ?? (part.heading && lessonKind(part.heading.title) ? 'lessons' : undefined);
}

/** A section of what is left of a part once its structure is read. */
export function toSection(part: Part, rest: readonly Block[], context: SectionContext): Section {
  const { outline, text } = context;
  const subheadings: Heading[] = [];
  const tokens: Token[] = [];
  for (const block of rest) {
    if (block.type !== 'heading') tokens.push(...block.tokens);
    else {
      const level = Math.min(DEEPEST, Math.max(TOP + 1, outline.levelOf(block) - Math.min(part.level, DEEPEST) + TOP));
      const { id = '', title } = headingOf(block);
      subheadings.push({ id, title, level });
      tokens.push(...retagged(block, level));
    }
  }
  const role = partRole(part);
  const lead = leadOf(rest, role, text);
  return {
    html: renderTokens(tokens, text.env).trim(),
    ...(part.heading && { heading: sectionHeading(part.heading, context) }),
    ...(role && { role }),
    plain: plainText(tokens),
    ...(lead && { lead }),
    subheadings,
    line: text.env.bodyLine + part.line,
  };
}

function sectionHeading({ title, id }: NonNullable<Part['heading']>, { text, counts }: SectionContext): Heading {
  if (id !== undefined) return { id, title, level: TOP };
  const slug = slugify(title);
  let free = slug;
  while (text.env.anchors.has(free)) {
    // Counted per name: trying -2, -3, … from the start each time would take minutes for thousands of equal labels.
    const count = (counts.get(slug) ?? 1) + 1;
    counts.set(slug, count);
    free = `${slug}-${count}`;
  }
  text.env.anchors.add(free);
  return { id: free, title, level: TOP };
}

function retagged(block: Block, level: number): Token[] {
  return block.tokens.map((token) =>
    token.type === 'inline' ? token : Object.assign(Object.create(Object.getPrototypeOf(token)), token, { tag: `h${level}` }),
  );
}
