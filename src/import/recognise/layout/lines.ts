// A document as lines with what their look says of them: how deep they stand, what marks them, what is bold, what is code.

import { readColumns } from './columns.ts';
import { orgLine } from './org.ts';
import { plainLine } from './plain.ts';
import { readRows } from './rows.ts';
import { joinWrapped } from './wrapped.ts';

type LineKind = 'blank' | 'heading' | 'item' | 'row' | 'text' | 'code' | 'rule';

export interface Line {
  /** From 1. A line that holds several things is several lines with one number. */
  readonly number: number;
  readonly kind: LineKind;
  /** Blanks before its first character; a tab goes to the next multiple of four. */
  readonly indent: number;
  readonly words: string;
  readonly bold: number;
  readonly links: readonly string[];
  /** Of a heading, as its author typed it. */
  readonly level?: number;
  /** Of a list item; `task` and `done` have a box. */
  readonly marker?: 'bullet' | 'number' | 'task' | 'done';
  /** Of a table's row. */
  readonly cells?: readonly string[];
  /** Number of the last line it goes on to, where a paragraph was broken into lines of a fixed width. */
  readonly last?: number;
  /** Characters of the source line. */
  readonly width: number;
  /** Struck through from end to end. */
  readonly isStruck?: true;
  /** Stands in the middle of an empty line, as plain text has its headings. */
  readonly isCentred?: true;
}

/** Longer lines are cut: nobody writes them. */
const LONGEST_LINE = 20_000;
const FENCE = /^\s{0,12}(?:[-*+]\s+|>\s?)?(`{3,}|~{3,})/;
const RULE = /^\s*(?:[-*_=]\s*){3,}$|^\s*[-=_*~#]{3,}\s*$/;
const ATX = /^\s{0,3}(#{1,6})(?:\s+|(?=[^\s#!.]))/;
const HTML_HEADING = /^\s*(?:<(?:div|center|header|section)\b[^<>]*>\s*)*<h([1-6])\b[^<>]*>/i;
/** `== Summary ==` of MediaWiki and AsciiDoc, `= Title`, `h2. Summary` of Jira and the old Confluence. */
const WIKI_HEADING = /^\s{0,3}(?:(={2,5})\s*(?=[^=\s])|(=)\s(?=\p{Lu})|h([1-6])\.\s+)(.{1,120}?)\s*={0,5}\s*$/u;
const ITEM = /^(\s*)(?:>\s?)*([-*+•●◦▪‣·]|\d{1,3}[.)]|#\.(?=\s)|\.{1,3}(?=\s\S)|[a-z][.)](?=\s)|<li\b[^<>]*>)(\s+|(?=<)|$)/;
/** `:Author: Ana` of reStructuredText and AsciiDoc. */
const DOC_FIELD = /^\s*:(\p{Lu}[\p{L} ]{1,30}|authors?|date|revdate|severity|status|version):(?=\s)/u;
/** A dash is a bullet where a blank follows; `–` and a bullet without one where a capital does. */
const TIGHT_ITEM = /^(\s*)([–—•●◦▪‣]|-(?=[\p{Lu}*[]))\s*(?=\S)/u;
/** "~~Add alerts~~ done" */
const AFTER_STRUCK = /~~[\s.,–—-]*(?:done|fixed)?[.\s]*$/i;
const BOX = /^\[( |x|X|✓|✔)?\]\s+/;
/** `[x] done`, a box without its bullet. */
const BARE_BOX = /^(\s*)()(?=\[[ xX]\]\s+\S)/;
const CENTRED = 20;
/** `{{TOC|align=right}}`, the first and the last line of a template of MediaWiki. */
const TEMPLATE = /^\s*(?:\{\{[^{}]{1,80}(?:\}\})?|\}\})\s*$/;
/** `[[phab:T12|T12]]` */
const WIKI_LINK = /\[\[(?:[^[\]|]{1,200}\|)?([^[\]|]{1,200})\]\]/g;
const WIKI_DONE = /\s?[–—-]?\s?\{\{done\}\}/gi;
/** What only Org mode has. */
const ORG = /^#\+(?:title|author|date|options):/im;
/** "02:10 :: first failed upload" of Org mode, "02:10 UTC:: first failed upload" of AsciiDoc. */
const TERM = /^(\s*(?:[-+]\s)?\s*\S[^\n:]{0,60}(?::\d{2}[^\n:]{0,20}){0,2}?)\s?::(?=\s|$)/;

/** `<ul><li>…</li><li>…</li></ul>`, a list on one line. */
const MERGED_LIST = /<[uo]l\b[^<>]{0,200}>\s{0,20}<li\b|<\/li>\s{0,20}<li\b/i;
const BREAK_OR_ITEM = /<br\s*\/?>|(?:<[uo]l\b[^<>]{0,200}>)?(?=<li\b)/i;

/** How deep the outermost of some lines stands. */
export function outermost(lines: readonly Line[]): number {
  return lines.reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY);
}

interface Reading {
  readonly lines: Line[];
  fence: string | undefined;
  isComment: boolean;
  isTable: boolean;
  readonly isOrg: boolean;
}

export function readLines(text: string): Line[] {
  const reading: Reading = { lines: [], fence: undefined, isComment: false, isTable: false, isOrg: ORG.test(text) };
  const rows = new Map([...readColumns(text), ...readRows(text)]);
  text.split('\n').forEach((raw, index) => {
    const row = rows.get(index);
    if (row === 'inside') return;
    if (row) reading.lines.push(rowOf(row, index + 1));
    else readRaw(raw.slice(0, LONGEST_LINE).replace(/\r$/, ''), index + 1, reading);
  });
  return joinWrapped(reading.lines);
}

function readRaw(raw: string, number: number, reading: Reading): void {
  const fence = FENCE.exec(raw)?.[1];
  if (reading.fence !== undefined || (fence && !raw.slice(raw.indexOf(fence) + fence.length).includes('`'))) {
    const isEnd = reading.fence !== undefined && fence?.startsWith(reading.fence) === true;
    reading.fence = isEnd ? undefined : (reading.fence ?? fence);
    reading.lines.push(lineOf('code', number, { words: raw.trim(), indent: indentOf(raw) }));
    return;
  }
  const visible = withoutComment(raw, reading);
  if (visible.trim() === '' || TEMPLATE.test(visible)) {
    reading.isTable = false;
    reading.lines.push(lineOf('blank', number, {}));
    return;
  }
  if (underlines(visible, number, reading) || beginsTable(visible, number, reading)) return;
  for (const part of visible.split(MERGED_LIST.test(visible) ? BREAK_OR_ITEM : /<br\s*\/?>/i)) {
    for (const piece of splitMerged(part)) if (piece.trim() !== '') reading.lines.push(readVisible(piece, number, reading));
  }
}

/** What an HTML comment hides is no text; it may go on over lines. */
function withoutComment(raw: string, reading: Reading): string {
  let rest = raw;
  let visible = '';
  for (;;) {
    const mark = rest.indexOf(reading.isComment ? '-->' : '<!--');
    if (mark < 0) return reading.isComment ? visible : visible + rest;
    if (!reading.isComment) visible += rest.slice(0, mark);
    rest = rest.slice(mark + (reading.isComment ? 3 : 4));
    reading.isComment = !reading.isComment;
  }
}

/** `===` or `---` under a short line makes it a heading. */
function underlines(raw: string, number: number, reading: Reading): boolean {
  if (!RULE.test(raw)) return false;
  const last = reading.lines.at(-1);
  const above = reading.lines.at(-2);
  const isHeading = last?.kind === 'text' && last.words.length <= 100 && above?.kind !== 'text' && /^\s*(?:=+|-+)\s*$/.test(raw);
  if (last && isHeading) reading.lines[reading.lines.length - 1] = { ...last, kind: 'heading', level: raw.trim().startsWith('=') ? 1 : 2 };
  else reading.lines.push(lineOf('rule', number, {}));
  return true;
}

/** `--- | ---` under a line without an outer bar makes it the head of a table. */
function beginsTable(raw: string, number: number, reading: Reading): boolean {
  const last = reading.lines.at(-1);
  if (last?.kind !== 'text' || !last.words.includes('|') || !/^\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+$/.test(raw)) return false;
  reading.lines[reading.lines.length - 1] = rowOf(last.words.split('|'), last.number);
  reading.lines.push(lineOf('rule', number, {}));
  reading.isTable = true;
  return true;
}

function readVisible(written: string, number: number, reading: Reading): Line {
  const org = reading.isOrg ? orgLine(written) : undefined;
  if (org?.level !== undefined) return lineOf('heading', number, { ...plainLine(org.words), level: org.level });
  const raw = withoutWiki(org?.words ?? written);
  const trimmed = raw.trim();
  if (trimmed.startsWith('|') || (reading.isTable && trimmed.includes('|'))) {
    reading.isTable = true;
    return tableLine(trimmed, number);
  }
  reading.isTable = false;
  const wiki = WIKI_HEADING.exec(raw);
  if (wiki?.[4]) {
    const level = (wiki[1] ?? wiki[2])?.length ?? Number(wiki[3]);
    return lineOf('heading', number, { ...plainLine(wiki[4]), level });
  }
  const atx = ATX.exec(raw);
  const html = HTML_HEADING.exec(raw);
  const level = atx?.[1]?.length ?? (html?.[1] ? Number(html[1]) : undefined);
  if (level !== undefined) {
    const plain = plainLine(raw.slice(atx?.[0].length ?? 0).replace(/\s#+\s*$/, ''));
    return lineOf(plain.words === '' ? 'blank' : 'heading', number, { ...plain, level });
  }
  return markedLine(raw, number);
}

/** Terms, links and ticks of other markups than Markdown. Most lines have none of them. */
function withoutWiki(raw: string): string {
  const plain = raw.includes('::') ? raw.replace(TERM, '$1: ') : raw;
  if (!plain.includes('[[') && !plain.includes('{{')) return plain;
  return plain.replace(WIKI_LINK, '$1').replace(WIKI_DONE, ' (done)');
}

function markedLine(raw: string, number: number): Line {
  const item = ITEM.exec(raw) ?? TIGHT_ITEM.exec(raw) ?? BARE_BOX.exec(raw);
  const indent = indentOf(raw);
  if (!item) {
    const plain = plainLine(raw.replace(/^\s*(?:>\s?)+/, '').replace(DOC_FIELD, '$1:'));
    const width = raw.trimEnd().length;
    if (plain.words === '') return lineOf('blank', number, {});
    return lineOf('text', number, { ...plain, indent, width, ...(indent >= CENTRED && { isCentred: true as const }) });
  }
  const rest = raw.slice(item[0].length);
  const box = BOX.exec(rest.trimStart());
  const content = box ? rest.trimStart().slice(box[0].length) : rest;
  const marker = box ? (/[^ ]/.test(box[1] ?? ' ') ? 'done' : 'task') : /[\d#]/.test(item[2] ?? '') ? 'number' : 'bullet';
  const isStruck = /^~~[^~]+~~\s*$/.test(content.trim().replace(AFTER_STRUCK, '~~'));
  return lineOf('item', number, {
    ...plainLine(isStruck ? content.replace(AFTER_STRUCK, '~~') : content),
    indent,
    width: raw.trimEnd().length,
    marker,
    ...(isStruck && { isStruck: true as const }),
  });
}

/** "- Duration: … - Impact: …": items that lost their line break on the way. */
function splitMerged(raw: string): string[] {
  if (!/^\s*[-*•]\s/.test(raw)) return [raw];
  const pad = ' '.repeat(indentOf(raw));
  return raw
    .split(/(?<=\S) [-•] (?=\d{1,2}:\d{2}(?: ?[AaPp][Mm])?: |\*\*[^*]{2,40}:\*\*|\p{Lu}[\p{L}/ ]{2,30}: )/u)
    .map((part, index) => (index === 0 ? part : `${pad}- ${part}`));
}

/** `| start = 2023-03-07 10:14` of a template of MediaWiki. */
const PARAMETER = /^\|\s*([\p{L}][\p{L}\d _-]{1,30}?)\s*=\s*(\S.*)$/u;

function tableLine(trimmed: string, number: number): Line {
  const [, name, value] = PARAMETER.exec(trimmed) ?? [];
  if (name !== undefined && value !== undefined) return rowOf([name, value], number);
  if (/^[|\s:+-]+$/.test(trimmed) && trimmed.includes('-')) return lineOf('rule', number, {});
  const inner = trimmed.replace(/^\|/, '').replace(/(?<!\\)\|\s*$/, '');
  return rowOf(
    inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|')),
    number,
  );
}

function rowOf(raw: readonly string[], number: number): Line {
  const plain = raw.map((cell) => plainLine(cell.replace(/<br\s*\/?>/gi, ' ')));
  const cells = plain.map(({ words }) => words);
  return lineOf('row', number, { words: cells.join(' | ').trim(), cells, links: plain.flatMap(({ links }) => links) });
}

function lineOf(kind: LineKind, number: number, more: Partial<Line>): Line {
  return { number, kind, indent: 0, words: '', bold: 0, links: [], width: 0, ...more };
}

function indentOf(raw: string): number {
  let indent = 0;
  for (const character of raw) {
    if (character === '\t') indent += 4 - (indent % 4);
    else if (character === ' ' || character === '\u00a0' || character === '\u3000') indent++;
    else break;
  }
  return indent;
}
