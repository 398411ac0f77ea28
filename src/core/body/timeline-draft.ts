// One entry of a timeline while it is read: from a list item, a line of a paragraph, a heading or a table's row.
import type { Token } from 'markdown-it';
import type { TimelineKind } from '../model/incident.ts';
import { withoutEnd } from '../text/without-end.ts';
import { type Block, inlineOf, innerBlocks, isList } from './blocks.ts';
import { cutsLink, flatten, footnotesBefore, slice, trimmed } from './inline.ts';
import type { Words } from './rich-text.ts';
import { kindBeforeTime, leadingKind } from './timeline-kind.ts';
import { readTrailingWhen, readWhen, type When } from './when/read-when.ts';

export interface Draft {
  readonly when?: When;
  readonly kind?: TimelineKind;
  readonly words: Words;
  /** What belongs to the entry beside its first words. */
  readonly blocks: readonly Block[];
  /** Line within the body, from 0. */
  readonly line: number;
}

const NO_WORDS: Words = { children: [], source: '', before: '', after: '' };

/** Reads the time and the kind off the beginning of a run of words. */
export function draftOf(inline: Token, line: number, blocks: readonly Block[] = []): Draft {
  const children = inline.children ?? [];
  const flat = flatten(children);
  const source = inline.content;
  const when = readWhen(flat);
  if (when) {
    const words = cutTime(children, source, when.end);
    // "10:52 approx" and no more: the word is all that the entry says.
    const said = words.children.length === 0 && when.lastWords !== undefined ? cutTime(children, source, when.lastWords) : words;
    return withKind({ when, words: said, blocks, line });
  }
  const label = kindBeforeTime(flat);
  const labelled = label && readWhen(flat.slice(label.end));
  if (label && labelled?.at) {
    const after = cutTime(children, source, label.end + labelled.end);
    const { kind, isSentence } = label;
    // "Acknowledged at 14:09 by Ana" is a sentence: it stays whole.
    const words =
      after.children.length === 0
        ? cutAfter(children, source, label.end)
        : isSentence
          ? cutTime(children, source, 0)
          : { ...after, isUnlabelled: true as const };
    return { when: labelled, kind, words, blocks, line };
  }
  const trailing = readTrailingWhen(flat);
  if (trailing && trailing.start > 0) {
    return withKind({ when: trailing.when, words: cutAfter(children, source, trailing.start), blocks, line });
  }
  return withKind({ words: cutTime(children, source, 0), blocks, line });
}

/** The entry of a list item. */
export function draftOfItem(item: Block): Draft {
  const [first, ...others] = innerBlocks(item);
  const inline = first?.type === 'paragraph' ? inlineOf(first) : undefined;
  if (!first || !inline) return { words: NO_WORDS, blocks: first ? [first, ...others] : [], line: item.line };
  return draftOf(inline, item.line, others);
}

/** Items of a list that name a day or a phase over a list of times: the entries are those of the inner list. */
export function innerEntries(draft: Draft): readonly Draft[] | undefined {
  if (draft.when?.at?.clock) return undefined;
  const [list] = draft.blocks;
  if (draft.blocks.length !== 1 || !list || !isList(list)) return undefined;
  const inner = innerBlocks(list).map(draftOfItem);
  return inner.some(isTimed) ? inner : undefined;
}

export function isTimed(draft: Draft): boolean {
  return draft.when?.at?.clock !== undefined || draft.when?.offset !== undefined;
}

/** Has a time, a date, or a mark in the place of one. */
export function isDated(draft: Draft): boolean {
  return draft.when !== undefined;
}

/** Lines of a paragraph that begin with a time, each with the lines that follow it; undefined where the first does not. */
export function draftsOfParagraph(block: Block): readonly Draft[] | undefined {
  const inline = inlineOf(block);
  if (!inline) return undefined;
  const flat = flatten(inline.children ?? []);
  const lines = flat.split('\n');
  const starts: { from: number; line: number }[] = [];
  let position = 0;
  lines.forEach((text, index) => {
    const when = readWhen(text);
    if (when && !when.isPartOfText && (when.at?.clock ?? when.offset) !== undefined)
      starts.push({ from: position, line: block.line + index });
    position += text.length + 1;
  });
  if (starts[0]?.from !== 0) return undefined;
  return starts.map(({ from, line }, index) => {
    const children = trimmed(slice(inline.children ?? [], from, starts[index + 1]?.from));
    const content = inline.content.split('\n').slice(line - block.line, (starts[index + 1]?.line ?? Number.POSITIVE_INFINITY) - block.line);
    return draftOf(Object.assign(Object.create(Object.getPrototypeOf(inline)), inline, { children, content: content.join('\n') }), line);
  });
}

/** Takes a label such as "Detected:" off the words, and its kind with it. */
export function withKind(draft: Draft): Draft {
  const label = leadingKind(draft.words.children);
  if (!label) return draft;
  const { words } = draft;
  const kind = draft.kind ?? label.kind;
  if (label.end === 0 || cutsLink(words.children, 0, label.end)) return { ...draft, kind };
  const before = words.before + flatten(slice(words.children, 0, label.end));
  return { ...draft, kind, words: { ...words, children: trimmed(slice(words.children, label.end)), before, isUnlabelled: true } };
}

/** Words after the time; a time that is a link stays, or the link would be lost. */
function cutTime(children: readonly Token[], source: string, end: number): Words {
  if (end === 0 || cutsLink(children, 0, end)) return { children: trimmed(children), source, before: '', after: '' };
  const kept = [...trimmed(slice(children, end)), ...footnotesBefore(children, end)];
  return { children: kept, source, before: flatten(slice(children, 0, end)), after: '' };
}

function cutAfter(children: readonly Token[], source: string, start: number): Words {
  const kept = trimmed(slice(children, 0, start));
  const flat = withoutJoint(flatten(kept));
  return { children: slice(kept, 0, flat.length), source, before: '', after: flatten(slice(children, start)) };
}

/** What led over to a time at the end: `restarted, at (`. */
function withoutJoint(flat: string): string {
  let kept = withoutEnd(flat, /[\s:,(–—-]/);
  while (/(?:^|\W)at$/.test(kept.slice(-3))) kept = withoutEnd(kept.slice(0, -2), /[\s:,(–—-]/);
  return kept;
}
