// An action item while it is read, from a list item with what hangs under it.
import type { Token } from 'markdown-it';
import type { ActionFields, FieldContext } from './action-fields.ts';
import { fieldNamed, readField } from './action-fields.ts';
import type { ActionGroup } from './action-group.ts';
import { readActionText } from './action-text.ts';
import { type Block, inlineOf, innerBlocks, isList } from './blocks.ts';
import { flatten, linksIn, slice, textLike, trimmed } from './inline.ts';
import { sourceOf, type Words } from './rich-text.ts';

export interface ActionDraft {
  readonly words: Words;
  readonly fields: ActionFields;
  readonly problems: readonly string[];
  /** Line within the body, from 0. */
  readonly line: number;
  /** What hangs under the item and does not fit into a title: code, images, quotations. */
  readonly rest: readonly Block[];
}

/** The item of a list; undefined where it holds no words of its own. */
export function draftOfListItem(item: Block, group: ActionGroup, context: FieldContext): ActionDraft | undefined {
  const [first, ...others] = innerBlocks(item);
  const inline = first?.type === 'paragraph' ? inlineOf(first) : undefined;
  if (!inline) return undefined;
  const read = readActionText(inline.children ?? [], inline.content, context);
  const below = readBelow(others, context);
  const fields = { ...groupFields(group), ...below.fields, ...read.fields };
  const kept = [...read.others, ...(group.note === undefined ? [] : [[textLike(inline, group.note)]])];
  const notes = kept.map((note) => [textLike(inline, '('), ...note, textLike(inline, ')')]);
  const title = below.details.length === 0 && Object.keys(below.fields).length > 0 ? withoutColon(read.words) : read.words;
  const words = extended(title, [...below.details, ...notes]);
  if (words.children.length === 0) return undefined;
  return {
    words,
    fields,
    problems: [...read.problems, ...below.problems],
    line: item.line,
    rest: below.rest,
  };
}

export function groupFields(group: ActionGroup): ActionFields {
  return { ...(group.type && { type: group.type }), ...(group.status && { status: group.status }) };
}

interface Below {
  fields: ActionFields;
  readonly details: Token[][];
  readonly problems: string[];
  readonly rest: Block[];
}

function readBelow(blocks: readonly Block[], context: FieldContext): Below {
  const below: Below = { fields: {}, details: [], problems: [], rest: [] };
  for (const block of blocks) {
    const runs = runsOf(block);
    if (!runs) below.rest.push(block);
    for (const run of runs ?? []) readDetail(run, below, context);
  }
  return below;
}

/** The runs of a paragraph or of a flat list; undefined for what is more than words. */
function runsOf(block: Block): Token[] | undefined {
  if (block.type === 'paragraph') return [inlineOf(block)].filter((inline) => inline !== undefined);
  if (!isList(block)) return undefined;
  const items = innerBlocks(block).map(innerBlocks);
  const inlines = items.map((blocks) => (blocks.length === 1 && blocks[0]?.type === 'paragraph' ? inlineOf(blocks[0]) : undefined));
  return inlines.every((inline) => inline !== undefined) ? inlines : undefined;
}

/** A sub-item is a field ("Owner: ana") or more of the title. */
function readDetail(run: Token, below: Below, context: FieldContext): void {
  const children = run.children ?? [];
  const flat = flatten(children).trim();
  const match = /^([A-Za-z_ #]{1,24}?)\s*:\s*(\S.*)$/s.exec(flat);
  const name = match?.[1] && fieldNamed(match[1]);
  const href = linksIn(children)[0]?.href;
  const reading = name && match[2] ? readField(name, { text: match[2], ...(href && { href }) }, context) : undefined;
  if (reading && 'problem' in reading) below.problems.push(reading.problem);
  const isRead = reading !== undefined && 'fields' in reading;
  if (isRead) below.fields = { ...below.fields, ...reading.fields };
  if (!isRead || reading.others) below.details.push(trimmed(children.filter((child) => child.type !== 'task_checkbox')));
}

/** "Load tests:" over nothing but fields. */
function withoutColon(words: Words): Words {
  const flat = flatten(words.children);
  const colon = /\s*:$/.exec(flat);
  return colon ? { ...words, children: slice(words.children, 0, colon.index), after: `${colon[0]}${words.after}` } : words;
}

/** A title and its details as one run: "Scale the database: measure what it can carry; compare ways to scale it". */
function extended(words: Words, details: readonly Token[][]): Words {
  const kept = details.filter((detail) => detail.length > 0);
  const like = words.children[0] ?? kept[0]?.[0];
  if (kept.length === 0 || !like) return words;
  const children = [...words.children];
  let source = sourceOf(words);
  kept.forEach((detail, index) => {
    const end = flatten(children).trimEnd().at(-1) ?? '';
    const isBracket = flatten(detail).startsWith('(');
    const joint = isBracket || /[:.;!?]/.test(end) ? ' ' : index === 0 ? ': ' : '; ';
    if (children.length > 0) children.push(textLike(like, joint));
    children.push(...detail);
    source += `${source === '' ? '' : joint}${flatten(detail)}`;
  });
  return { children, source, before: '', after: '' };
}
