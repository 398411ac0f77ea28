// The body of a postmortem: parsed once, cut into sections, and what is structured in it read out of them.
import type { Token } from 'markdown-it';
import { type MarkdownEnv, makeEnv, type Registry } from '../markdown/env.ts';
import { parseMarkdown } from '../markdown/renderer.ts';
import { hasLines } from '../markdown/rules/breaks.ts';
import type { ActionItem } from '../model/action-item.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Lessons, Reference, RichText, Section, TimelineEntry } from '../model/incident.ts';
import type { Day, Milestones } from '../model/timestamp.ts';
import { readActionItems } from './action-items.ts';
import { type Block, toBlocks } from './blocks.ts';
import type { BodyContext, KnownNames } from './context.ts';
import { hasLessons, NO_LESSONS, readLessons } from './lessons.ts';
import { headingOf, type Part, readOutline } from './outline.ts';
import { promoteParts } from './promote.ts';
import { partRole, toSection } from './sections.ts';
import { readTimeline } from './timeline.ts';

export interface BodySource {
  readonly docId: string;
  readonly file: string;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  /** It was written for another place: see `source`. */
  readonly isImported?: boolean;
}

export interface BodyFacts {
  readonly registry: Registry;
  readonly names: KnownNames;
  readonly zone: string;
  readonly milestones: Milestones;
  readonly day?: Day;
  /** What the front matter gives already: it is looked for in the body, and left there. */
  readonly given: readonly GivenPart[];
}

export type GivenPart = 'timeline' | 'lessons' | 'action_items';

export interface Body {
  /** The heading above everything. */
  readonly title?: string;
  readonly sections: readonly Section[];
  readonly timeline: readonly TimelineEntry[];
  readonly lessons: Lessons;
  /** Without an id where the author gave none: see `numberItems`. */
  readonly actionItems: readonly ActionItem[];
  /** First line of the file of what both the body and the front matter give. */
  readonly twice: ReadonlyMap<GivenPart, number>;
  readonly references: readonly Reference[];
  readonly anchors: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readBody(source: BodySource, facts: BodyFacts): Body {
  const { docId, file, bodyLine, isImported } = source;
  const habits = {
    ...(isImported && { isImported: true as const }),
    ...(isImported && hasLines(source.body) && { keepsLines: true as const }),
  };
  const env = makeEnv({ docId, file, registry: facts.registry, bodyLine, ...habits });
  const tokens = parseMarkdown(source.body, env);
  const text = { env, lines: source.body.split('\n') };
  const context: BodyContext = { ...facts, text };
  const { blocks, notes } = partFootnotes(tokens);
  const top = toBlocks(blocks);
  const outline = readOutline(top);
  const parts = promoteParts(outline);
  const reading: Reading = { timeline: [], lessons: { wentWell: [], wentWrong: [], gotLucky: [] }, actionItems: [], twice: new Map() };
  const page = { outline, text, counts: new Map<string, number>() };
  const sections = parts.map((part) => toSection(part, extract(part, { reading, context, given: facts.given }), page));
  if (notes.length > 0) sections.push(toSection(notesPart(notes, text.lines.length), toBlocks(notes), page));
  return {
    ...(outline.title && { title: outline.title.title }),
    sections,
    ...reading,
    references: withSections(env, sections),
    anchors: anchorsOf(env, top, sections),
    diagnostics: env.diagnostics,
  };
}

interface Reading {
  timeline: TimelineEntry[];
  lessons: { [K in keyof Lessons]: RichText[] };
  actionItems: ActionItem[];
  twice: Map<GivenPart, number>;
}

interface Extraction {
  readonly reading: Reading;
  readonly context: BodyContext;
  readonly given: readonly GivenPart[];
}

/** Takes what is structured out of a part; what is left is returned. */
function extract(part: Part, { reading, context, given }: Extraction): readonly Block[] {
  const role = partRole(part);
  const title = part.heading?.title ?? '';
  const name = role === 'timeline' || role === 'lessons' || role === 'action_items' ? role : undefined;
  if (!name) return part.blocks;
  const quiet = given.includes(name) ? { ...context, text: { ...context.text, env: withoutProblems(context.text.env) } } : context;
  const { entries, lessons, items, rest } = readPart(part, title, quiet);
  if (entries.length + items.length === 0 && !hasLessons(lessons)) return part.blocks;
  if (quiet !== context) {
    if (!reading.twice.has(name)) reading.twice.set(name, context.text.env.bodyLine + part.line);
    return part.blocks;
  }
  reading.timeline.push(...entries);
  reading.actionItems.push(...items);
  for (const kind of ['wentWell', 'wentWrong', 'gotLucky'] as const) reading.lessons[kind].push(...lessons[kind]);
  return rest;
}

interface PartReading {
  readonly entries: readonly TimelineEntry[];
  readonly lessons: Lessons;
  readonly items: readonly ActionItem[];
  readonly rest: readonly Block[];
}

function readPart(part: Part, title: string, context: BodyContext): PartReading {
  const nothing = { entries: [], lessons: NO_LESSONS, items: [] };
  switch (partRole(part)) {
    case 'timeline': {
      const { found, rest } = readTimeline(part.blocks, title, context);
      return { ...nothing, entries: found, rest };
    }
    case 'lessons': {
      const { found, rest } = readLessons(part.blocks, title, context.text);
      return { ...nothing, lessons: found, rest };
    }
    default: {
      const { found, rest } = readActionItems(part.blocks, context);
      return { ...nothing, items: found, rest };
    }
  }
}

/** Footnotes are gathered at the end of the whole text: they are a section of their own, whatever section comes last. */
function partFootnotes(tokens: readonly Token[]): { blocks: readonly Token[]; notes: readonly Token[] } {
  const start = tokens.findLastIndex((token) => token.type === 'footnote_block_open');
  return start < 0 ? { blocks: tokens, notes: [] } : { blocks: tokens.slice(0, start), notes: tokens.slice(start) };
}

function notesPart(notes: readonly Token[], lines: number): Part {
  return { roles: [], level: 1, line: notes.find((token) => token.map)?.map?.[0] ?? lines - 1, blocks: [] };
}

function withoutProblems(env: MarkdownEnv): MarkdownEnv {
  return { ...env, diagnostics: [] };
}

/** Ids that are on the page: those of headings that became the title, a day or an entry are not. */
function anchorsOf(env: MarkdownEnv, blocks: readonly Block[], sections: readonly Section[]): string[] {
  const gone = new Set(blocks.flatMap((block) => (block.type === 'heading' ? [headingOf(block).id] : [])));
  for (const { heading, subheadings } of sections)
    for (const kept of heading ? [heading, ...subheadings] : subheadings) gone.delete(kept.id);
  return [...env.anchors].filter((anchor) => !gone.has(anchor));
}

/** Mentions know their line; here they learn in which section it is. */
function withSections(env: MarkdownEnv, sections: readonly Section[]): Reference[] {
  const headed = sections.filter((section) => section.heading !== undefined);
  return env.references.map((reference) => {
    if ((reference.kind !== 'incident' && reference.kind !== 'file') || !('line' in reference.place)) return reference;
    const role = sectionAt(headed, reference.place.line)?.role;
    return role ? { ...reference, section: role } : reference;
  });
}

function sectionAt(sections: readonly Section[], line: number): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sections[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1];
}
