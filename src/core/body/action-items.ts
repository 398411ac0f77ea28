// Sections of action items as items: task lists, plain lists and tables, numbered in order where they have no number.
import type { ActionItem } from '../model/action-item.ts';
import { type ActionDraft, draftOfListItem } from './action-draft.ts';
import type { FieldContext } from './action-fields.ts';
import { type ActionGroup, actionGroup, isTasks } from './action-group.ts';
import { readActionTable } from './action-table.ts';
import { type Block, inlineOf, innerBlocks, isList } from './blocks.ts';
import { type BodyContext, reportAt } from './context.ts';
import { flatten, startsBold } from './inline.ts';
import { labelOf, labelOfInline } from './label.ts';
import { ownersAtEnds } from './list-owners.ts';
import { richWords } from './rich-text.ts';
import type { Extracted } from './timeline.ts';

interface Reading {
  readonly drafts: ActionDraft[];
  readonly rest: Block[];
  readonly context: FieldContext;
  readonly body: BodyContext;
  /** Beside a table, plain lists are notes. */
  readonly hasTable: boolean;
  /** Beside the tasks that were made of them, improvements are the thought behind those. */
  readonly hasTasks: boolean;
  group: ActionGroup;
  /** A heading or label that is kept unless the items under it are all there is. */
  held: Block[];
}

const NO_GROUP: ActionGroup = {};
/** A longer title is a sentence, and stays where it is. */
const LONGEST_NOTE = 60;

export function readActionItems(blocks: readonly Block[], body: BodyContext): Extracted<readonly ActionItem[]> {
  const near = (body.milestones.resolved ?? body.milestones.started)?.iso.slice(0, 10) ?? body.day;
  const context = { names: body.names, ...(near && { near }) };
  const hasTable = blocks.some((block) => block.type === 'table');
  const hasTasks = blocks.some((block) => isTasks(groupTitle(block)) || (isList(block) && innerBlocks(block).some(isTaskGroup)));
  const reading: Reading = { drafts: [], rest: [], context, body, hasTable, hasTasks, group: NO_GROUP, held: [] };
  for (const block of blocks) readBlock(block, reading);
  reading.rest.push(...reading.held);
  if (reading.drafts.length === 0) return { found: [], rest: blocks };
  return { found: reading.drafts.map((draft) => toItem(draft, body)), rest: reading.rest };
}

function readBlock(block: Block, reading: Reading): void {
  const title = groupTitle(block);
  if (title !== undefined) {
    reading.group = title.length > LONGEST_NOTE ? NO_GROUP : actionGroup(title);
    reading.rest.push(...reading.held);
    reading.held = [block];
    if (title.length > LONGEST_NOTE) reading.rest.push(...reading.held.splice(0));
    return;
  }
  if (isList(block) && readList(block, reading)) {
    reading.held = [];
    return;
  }
  if (block.type === 'table') {
    const table = readActionTable(block, reading.group, reading.context);
    if (table) {
      for (const name of table.unknown)
        reportAt(reading.body, 'unknown-action-column', { line: block.line, found: `"${name}"`, written: name });
      reading.drafts.push(...table.drafts);
      reading.held = [];
      return;
    }
  }
  if (block.type === 'blockquote' && innerBlocks(block).some(isList)) {
    reportAt(reading.body, 'quoted-actions', { line: block.line, found: 'A list in this section', written: '>' });
  }
  if (block.type !== 'hr') reading.rest.push(...reading.held.splice(0), block);
}

/** The title of a heading, or of a bold line with nothing behind it. */
function groupTitle(block: Block): string | undefined {
  if (block.type === 'heading') return flatten(inlineOf(block)?.children ?? []);
  const label = labelOf(block);
  if (!label || label.rest.children.length > 0) return undefined;
  // "We agreed on these:" leads over to the items; it is no heading of theirs.
  return startsBold(inlineOf(block)?.children ?? []) || actionGroup(label.title).note === undefined ? label.title : undefined;
}

function readList(list: Block, reading: Reading): boolean {
  const items = innerBlocks(list);
  if (reading.hasTable && !items.some(isTask)) return false;
  if (isThought(reading.group, items, reading)) return false;
  const context = withOwners(items, reading.context);
  for (const item of items) {
    const inner = groupItem(item);
    const draft = inner ? undefined : draftOfListItem(item, reading.group, context);
    if (inner && !isThought(inner.group, inner.items, reading)) readGroup(inner, reading);
    else if (draft) {
      reading.drafts.push(draft);
      reading.rest.push(...draft.rest);
    } else reading.rest.push(...innerBlocks(item));
  }
  return true;
}

/** "Alert on the queue (Bob)", "Rotate the keys - Ines": names that nobody knows, where it is the habit of the list to end with one. */
function withOwners(items: readonly Block[], context: FieldContext): FieldContext {
  const lines = items.map((item) => flatten(inlineOf(innerBlocks(item)[0] ?? item)?.children ?? []).trim());
  const owners = ownersAtEnds(lines, NOBODY_KNOWN);
  if (owners.size === 0) return context;
  const { names } = context;
  const person = (word: string): string | undefined => names.person(word) ?? (owners.has(word.toLowerCase()) ? word : undefined);
  return { ...context, names: { ...names, person }, namesOwners: true };
}

const NOBODY_KNOWN: ReadonlySet<string> = new Set();

function isTask(item: Block): boolean {
  return item.tokens[0]?.attrGet('class') === 'task';
}

interface ItemGroup {
  readonly group: ActionGroup;
  readonly items: readonly Block[];
}

/** "- **Improvements:**" over a list: the items are those of the inner list. */
function groupItem(item: Block): ItemGroup | undefined {
  const [first, list, ...others] = innerBlocks(item);
  const inline = first?.type === 'paragraph' ? inlineOf(first) : undefined;
  if (!inline || !list || !isList(list) || others.length > 0 || isTask(item)) return undefined;
  const label = labelOfInline(inline);
  if (!label || label.rest.children.length > 0) return undefined;
  const group = actionGroup(label.title);
  return group.note === undefined ? { group, items: innerBlocks(list) } : undefined;
}

/** Improvements of which tasks were made, unless somebody was given one of them or ticks them off. */
function isThought(group: ActionGroup, items: readonly Block[], { hasTasks, context }: Reading): boolean {
  if (!hasTasks || !group.isImprovements) return false;
  return items.every((item) => {
    const { owner, due, completed, ticket } = draftOfListItem(item, NO_GROUP, context)?.fields ?? {};
    return !isTask(item) && (owner ?? due ?? completed ?? ticket) === undefined;
  });
}

function isTaskGroup(item: Block): boolean {
  const inline = inlineOf(innerBlocks(item)[0] ?? item);
  return isTasks(inline && labelOfInline(inline)?.title);
}

function readGroup({ group, items }: ItemGroup, reading: Reading): void {
  const context = withOwners(items, reading.context);
  for (const item of items) {
    const draft = draftOfListItem(item, { ...reading.group, ...group }, context);
    if (draft) reading.drafts.push(draft);
    reading.rest.push(...(draft ? draft.rest : innerBlocks(item)));
  }
}

function toItem(draft: ActionDraft, body: BodyContext): ActionItem {
  for (const found of draft.problems) {
    reportAt(body, 'bad-time', { line: draft.line, found, written: /"(.+?)"/.exec(found)?.[1] ?? '' });
  }
  const { status = 'open', id = '', ...fields } = draft.fields;
  return {
    id,
    title: richWords(draft.words, body.text),
    status,
    ...fields,
    ...(fields.due && { dueFrom: 'file' as const }),
    place: { line: body.text.env.bodyLine + draft.line },
  };
}

/** Gives every item without an id the number of its place, or the next free one where an author's id has it. */
export function numberItems(items: readonly ActionItem[]): ActionItem[] {
  const taken = new Set(items.map((item) => item.id.toUpperCase()).filter((id) => id !== ''));
  let beyond = items.length;
  return items.map((item, index) => {
    if (item.id !== '') return item;
    let id = `AI-${index + 1}`;
    while (taken.has(id)) id = `AI-${++beyond}`;
    taken.add(id);
    return { ...item, id };
  });
}
