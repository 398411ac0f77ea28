// A lessons section as three lists: what went well, what went wrong, where luck helped. Lessons under no such label stay text.
import type { Token } from 'markdown-it';
import type { Lessons, RichText } from '../model/incident.ts';
import { type Block, inlineOf, innerBlocks, isList } from './blocks.ts';
import { flatten, slice, startsBold, trimmed } from './inline.ts';
import { type Label, labelOf, labelOfInline } from './label.ts';
import { type LessonKind, lessonKind } from './lesson-kind.ts';
import { type BodyText, richBlocks, richWords, type Words, wordsOf } from './rich-text.ts';
import { cellText, readTable } from './table.ts';
import type { Extracted } from './timeline.ts';

type Found = { [K in LessonKind]: RichText[] };

/** A label and what stands under it. */
interface Segment {
  readonly kind?: LessonKind;
  readonly head?: Block;
  /** Text behind the label in the same paragraph. */
  readonly runIn?: Words;
  readonly blocks: Block[];
}

export const NO_LESSONS: Lessons = { wentWell: [], wentWrong: [], gotLucky: [] };

export function readLessons(blocks: readonly Block[], title: string, text: BodyText): Extracted<Lessons> {
  const found: Found = { wentWell: [], wentWrong: [], gotLucky: [] };
  const rest: Block[] = [];
  for (const segment of segments(blocks, lessonKind(title))) {
    if (segment.kind) readSegment(segment, segment.kind, { found, rest, text });
    else {
      if (segment.head) rest.push(segment.head);
      for (const block of segment.blocks) {
        const reading = { found, rest, text };
        if (!readLabelledList(block, reading) && !readLabelledTable(block, reading)) rest.push(block);
      }
    }
  }
  const isEmpty = found.wentWell.length + found.wentWrong.length + found.gotLucky.length === 0;
  return isEmpty ? { found: NO_LESSONS, rest: blocks } : { found, rest };
}

export function hasLessons(lessons: Lessons): boolean {
  return lessons.wentWell.length + lessons.wentWrong.length + lessons.gotLucky.length > 0;
}

function segments(blocks: readonly Block[], kind: LessonKind | undefined): Segment[] {
  const all: Segment[] = [kind ? { kind, blocks: [] } : { blocks: [] }];
  for (const block of blocks) {
    const next = segmentOf(block);
    if (next) all.push(next);
    else if (block.type !== 'hr') all.at(-1)?.blocks.push(block);
  }
  return all;
}

function segmentOf(block: Block): Segment | undefined {
  if (block.type === 'heading') {
    const kind = lessonKind(flatten(inlineOf(block)?.children ?? []));
    return { ...(kind && { kind }), head: block, blocks: [] };
  }
  const label = labelOf(block);
  const kind = label && lessonKind(label.title);
  if (!label || !kind) return sentenceSegment(block);
  return { kind, head: block, ...(label.rest.children.length > 0 && { runIn: label.rest }), blocks: [] };
}

/** "**We got lucky** that it was a Sunday.": the bold words are part of the lesson. */
function sentenceSegment(block: Block): Segment | undefined {
  const inline = block.type === 'paragraph' ? inlineOf(block) : undefined;
  const children = inline?.children ?? [];
  if (!inline || !startsBold(children)) return undefined;
  const close = children.findIndex((child) => child.type === 'strong_close');
  const kind = lessonKind(flatten(children.slice(0, Math.max(0, close))));
  return kind && { kind, head: block, runIn: wordsOf(inline), blocks: [] };
}

interface Reading {
  readonly found: Found;
  readonly rest: Block[];
  readonly text: BodyText;
}

/** Items of its lists; where it has none, its paragraphs. What is neither stays, with the label over it. */
function readSegment(segment: Segment, kind: LessonKind, { found, rest, text }: Reading): void {
  if (segment.runIn) found[kind].push(richWords(segment.runIn, text));
  // Behind a label in its own paragraph, the next paragraph may be about anything.
  const isListed = segment.runIn !== undefined || segment.blocks.some(isList);
  const kept: Block[] = [];
  for (const block of segment.blocks) {
    const inline = block.type === 'paragraph' && !isListed ? inlineOf(block) : undefined;
    if (isList(block)) found[kind].push(...innerBlocks(block).map((item) => lessonOfItem(item, text)));
    else if (inline) found[kind].push(richWords(wordsOf(inline), text));
    else kept.push(block);
  }
  if (kept.length === 0) return;
  if (segment.head && !segment.runIn) rest.push(segment.head);
  rest.push(...kept);
}

function lessonOfItem(item: Block, text: BodyText): RichText {
  const [first, ...others] = innerBlocks(item);
  const inline = first?.type === 'paragraph' ? inlineOf(first) : undefined;
  if (inline) return richBlocks(wordsOf(inline), others, text);
  return richBlocks({ children: [], source: '', before: '', after: '' }, first ? [first, ...others] : [], text);
}

/** "Went well: …" without bold. */
function plainLabel(inline: Token): Label | undefined {
  const children = inline.children ?? [];
  const match = /^([^:\n]{3,40}):\s+/.exec(flatten(children));
  if (!match?.[1]) return undefined;
  const rest = { children: trimmed(slice(children, match[0].length)), source: inline.content, before: match[0], after: '' };
  return { title: match[1], rest };
}

/** "- **Went well:** …" for each kind: a list whose every item is labelled. */
function readLabelledList(block: Block, { found, text }: Reading): boolean {
  if (!isList(block)) return false;
  const items = innerBlocks(block).map((item) => {
    const [first, ...others] = innerBlocks(item);
    const inline = first?.type === 'paragraph' ? inlineOf(first) : undefined;
    const label = inline && (labelOfInline(inline) ?? plainLabel(inline));
    const kind = label && lessonKind(label.title);
    return label && kind ? { label, kind, others } : undefined;
  });
  if (!items.every((item) => item !== undefined)) return false;
  for (const { label, kind, others } of items) {
    const [list] = others;
    if (label.rest.children.length === 0 && others.length === 1 && list && isList(list)) {
      found[kind].push(...innerBlocks(list).map((item) => lessonOfItem(item, text)));
    } else found[kind].push(richBlocks(label.rest, others, text));
  }
  return true;
}

/** A table with a column for each kind, or with the kind in the first of two columns; any other stays a table. */
function readLabelledTable(block: Block, { found, text }: Reading): boolean {
  if (block.type !== 'table') return false;
  const { header, rows } = readTable(block);
  const columns = header.map((cell) => lessonKind(cellText(cell)));
  const lessons = columns.every((kind) => kind !== undefined)
    ? columns.flatMap((kind, column) => rows.map(({ cells }) => ({ kind, cell: cells[column] })))
    : rows.map(({ cells }) => ({ kind: lessonKind(cellText(cells[0])), cell: cells[1] }));
  if (header.length !== 2 && columns.includes(undefined)) return false;
  if (lessons.length === 0 || lessons.some(({ kind }) => kind === undefined)) return false;
  for (const { kind, cell } of lessons) if (kind && cell && cellText(cell) !== '') found[kind].push(richWords(wordsOf(cell), text));
  return true;
}
