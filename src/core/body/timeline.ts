// A timeline section as entries: lists, tables, lines and headings that begin with a time, in the author's order.
import { richText } from '../markdown/renderer.ts';
import type { RichText, TimelineEntry } from '../model/incident.ts';
import { type Block, inlineOf, innerBlocks, isList } from './blocks.ts';
import { type BodyContext, reportAt } from './context.ts';
import { type DayTrack, trackDays } from './day-track.ts';
import { flatten } from './inline.ts';
import { richBlocks } from './rich-text.ts';
import { type Draft, draftOf, draftOfItem, draftsOfParagraph, innerEntries, isDated, isTimed } from './timeline-draft.ts';
import { readTimelineTable } from './timeline-table.ts';
import type { DateWords } from './when/date.ts';
import { readWhen, type When } from './when/read-when.ts';
import { zoneInHeader, zoneInSentence } from './when/zone-words.ts';

/** A section with the structure taken out of it: what is left stays text. */
export interface Extracted<T> {
  readonly found: T;
  readonly rest: readonly Block[];
}

type Step =
  | { readonly kind: 'entry'; readonly draft: Draft }
  | { readonly kind: 'day'; readonly words: DateWords; readonly block: Block }
  | { readonly kind: 'zone'; readonly words: string };

interface Reading {
  readonly steps: Step[];
  /** Index of the last step that is an entry; -1 before the first. */
  lastEntry: number;
  readonly rest: Block[];
  /** Blocks since the last entry: they belong to it if another entry follows. */
  pending: Block[];
  /** Under a heading that is an entry, everything belongs to it. */
  isHeadingEntry: boolean;
}

export function readTimeline(blocks: readonly Block[], title: string, context: BodyContext): Extracted<readonly TimelineEntry[]> {
  const reading: Reading = { steps: [], lastEntry: -1, rest: [], pending: [], isHeadingEntry: false };
  const zone = zoneInHeader(title);
  if (zone) reading.steps.push({ kind: 'zone', words: zone });
  blocks.forEach((block, index) => {
    readBlock(block, blocks.slice(index + 1, index + 1 + LOOK_AHEAD), reading);
  });
  settle(reading, reading.isHeadingEntry);
  if (reading.lastEntry < 0) return { found: [], rest: blocks };
  return { found: place(reading.steps, context), rest: reading.rest.filter((block) => block.type !== 'hr') };
}

/** Blocks after a heading that are asked whether it is a day over times or an event of its own. */
const LOOK_AHEAD = 40;

function readBlock(block: Block, after: readonly Block[], reading: Reading): void {
  if (block.type === 'heading') {
    readHeading(block, after, reading);
    return;
  }
  const drafts = draftsOf(block, reading);
  if (drafts) {
    settle(reading, true);
    reading.isHeadingEntry = false;
    for (const draft of drafts) addDraft(draft, block, reading);
    return;
  }
  const day = dayLine(block, after);
  if (day) {
    settle(reading, true);
    reading.steps.push({ kind: 'day', words: day, block });
    return;
  }
  const zone = block.type === 'paragraph' ? zoneInSentence(flatten(inlineOf(block)?.children ?? [])) : undefined;
  if (zone) reading.steps.push({ kind: 'zone', words: zone });
  reading.pending.push(block);
}

function draftsOf(block: Block, reading: Reading): readonly Draft[] | undefined {
  if (isList(block)) {
    const drafts = innerBlocks(block).map(draftOfItem);
    return drafts.some((draft) => isDated(draft) || innerEntries(draft)) ? drafts : undefined;
  }
  if (block.type === 'paragraph') return draftsOfParagraph(block);
  if (block.type !== 'table') return undefined;
  const table = readTimelineTable(block);
  if (table?.zone) reading.steps.push({ kind: 'zone', words: table.zone });
  return table?.drafts;
}

function addDraft(draft: Draft, block: Block, reading: Reading): void {
  const inner = innerEntries(draft);
  if (!inner && !isDayOnly(draft)) {
    pushEntry(draft, reading);
    return;
  }
  const words = draft.when?.at?.date;
  if (words && draft.words.children.length === 0) reading.steps.push({ kind: 'day', words, block });
  else pushEntry({ ...draft, blocks: [] }, reading);
  for (const entry of inner ?? []) pushEntry(entry, reading);
}

/** A row or item that says nothing but a day: it is that of what follows. */
function isDayOnly({ when, words, kind, blocks }: Draft): boolean {
  const isDay = when?.at?.date !== undefined && !when.at.clock && !when.at.fault && !when.until;
  return isDay && kind === undefined && blocks.length === 0 && words.children.length === 0;
}

function readHeading(block: Block, after: readonly Block[], reading: Reading): void {
  const inline = inlineOf(block);
  const when = readWhen(flatten(inline?.children ?? []));
  if (!inline || !when || when.isPartOfText) {
    settle(reading, reading.isHeadingEntry);
    reading.isHeadingEntry = false;
    reading.rest.push(block);
    return;
  }
  settle(reading, true);
  const draft = draftOf(inline, block.line);
  const words = when.at?.date;
  if (words && !when.at?.clock && draft.words.children.length === 0 && holdsTimes(after)) {
    reading.isHeadingEntry = false;
    reading.steps.push({ kind: 'day', words, block });
    return;
  }
  reading.isHeadingEntry = true;
  pushEntry(draft, reading);
}

function pushEntry(draft: Draft, reading: Reading): void {
  reading.lastEntry = reading.steps.push({ kind: 'entry', draft }) - 1;
}

/** Whether times stand in the blocks before the next heading. */
function holdsTimes(after: readonly Block[]): boolean {
  for (const block of after) {
    if (block.type === 'heading') return readWhen(flatten(inlineOf(block)?.children ?? []))?.at?.clock !== undefined && after[0] === block;
    if (isTimedBlock(block)) return true;
  }
  return false;
}

/** Asked of a block by every line above it that names a day. */
const timedBlocks = new WeakMap<Block, boolean>();

function isTimedBlock(block: Block): boolean {
  const known = timedBlocks.get(block);
  if (known !== undefined) return known;
  const found =
    (isList(block) && innerBlocks(block).some((item) => isTimed(draftOfItem(item)))) ||
    (block.type === 'table' && readTimelineTable(block) !== undefined) ||
    (block.type === 'paragraph' && draftsOfParagraph(block) !== undefined);
  timedBlocks.set(block, found);
  return found;
}

/** `**15 January 2024**` alone on its line, over times. */
function dayLine(block: Block, after: readonly Block[]): DateWords | undefined {
  const inline = block.type === 'paragraph' ? inlineOf(block) : undefined;
  if (!inline || inline.content.length > 60) return undefined;
  const flat = flatten(inline.children ?? []).trimEnd();
  const when = readWhen(flat);
  if (!when?.at?.date || when.at.clock || when.end < flat.length) return undefined;
  return holdsTimes(after) ? when.at.date : undefined;
}

/** What stands between two entries belongs to the one before; what stands before the first or after the last stays text. */
function settle(reading: Reading, isFollowed: boolean): void {
  const step = reading.steps[reading.lastEntry];
  const pending = reading.pending.filter((block) => block.type !== 'hr');
  if (isFollowed && step?.kind === 'entry' && pending.length > 0) {
    reading.steps[reading.lastEntry] = { kind: 'entry', draft: { ...step.draft, blocks: [...step.draft.blocks, ...pending] } };
  } else reading.rest.push(...reading.pending);
  reading.pending = [];
}

function place(steps: readonly Step[], context: BodyContext): TimelineEntry[] {
  const track = trackDays(context);
  const entries: TimelineEntry[] = [];
  for (const step of steps) {
    if (step.kind === 'zone') track.setZone(step.words);
    else if (step.kind === 'entry') entries.push(placeDraft(step.draft, track, context));
    else if (!track.setDay(step.words)) {
      reportAt(context, 'unclear-time', { line: step.block.line, found: 'The day of the times below is not clear' });
    }
  }
  return entries;
}

function placeDraft(draft: Draft, track: DayTrack, context: BodyContext): TimelineEntry {
  const placed = draft.when ? track.place(draft.when) : { findings: [] };
  const written = draft.when?.written ?? '';
  for (const { code, why } of placed.findings) {
    const found =
      code === 'skipped-local-time' || code === 'ambiguous-local-time' ? `${written} in ${why}` : `"${written}" is not a time here: ${why}`;
    reportAt(context, code, { line: draft.line, found, written });
  }
  const text = richBlocks(draft.words, draft.blocks, context.text);
  return {
    // A time that could not be read as one is still what the author wrote.
    text: draft.when && isTold(draft.when) && !placed.at ? withWritten(written, text, context) : text,
    kind: draft.kind ?? 'note',
    ...(placed.at && { at: placed.at }),
    ...(placed.until && { until: placed.until }),
    place: { line: context.text.env.bodyLine + draft.line },
  };
}

/** Read as a time, and cut off the text. */
function isTold({ at, offset, isPartOfText }: When): boolean {
  return !isPartOfText && (at !== undefined || offset !== undefined);
}

function withWritten(written: string, text: RichText, context: BodyContext): RichText {
  const { html, plain } = richText(written, context.text.env);
  const isBlock = text.html.startsWith('<p>');
  return {
    source: `${written} ${text.source}`,
    plain: `${plain} ${text.plain}`,
    html: isBlock ? `<p>${html}</p>\n${text.html}` : `${html} ${text.html}`,
  };
}
