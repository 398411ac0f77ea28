// Plain text with the marks of Markdown: what a reader sees by its look (headings, labels, entries, items) the site is told by marks.
import type { Draft } from '../model.ts';
import { rawItems } from '../recognise/actions/lists.ts';
import type { Line } from '../recognise/layout/lines.ts';
import { aboutOf, type Section } from '../recognise/layout/outline.ts';
import type { Role } from '../recognise/layout/role-names.ts';
import { type Layout, layoutOf } from '../recognise/page.ts';

interface Plan {
  readonly lines: ReadonlyMap<number, Line>;
  /** Levels of headings, by the number of their line. */
  readonly levels: ReadonlyMap<number, number>;
  /** Lines that are one entry of the timeline or one thing to do each. */
  readonly listed: ReadonlySet<number>;
  /** Lines that only go on with the one above, because the text is of a fixed width. */
  readonly goingOn: ReadonlySet<number>;
  /** How far the outermost lists are indented. */
  readonly outer: number;
}

interface Writing {
  readonly out: string[];
  /** What the last line is part of. */
  last: 'nothing' | 'heading' | 'list' | 'text' | 'code';
  /** Of the last listed line. */
  indent: number;
}

export function markedUp(draft: Draft): string {
  const plan = planOf(draft);
  const writing: Writing = { out: [], last: 'nothing', indent: 0 };
  draft.source.text.split('\n').forEach((raw, index) => {
    writeLine(raw, index + 1, plan, writing);
  });
  return writing.out.join('\n');
}

function planOf(draft: Draft): Plan {
  const layout = layoutOf(draft.source);
  const lines = new Map<number, Line>();
  const goingOn = new Set<number>();
  for (const line of layout.lines) {
    if (!lines.has(line.number)) lines.set(line.number, line);
    for (let number = line.number + 1; number <= (line.last ?? line.number); number++) goingOn.add(number);
  }
  const items = layout.lines.filter(({ kind }) => kind === 'item');
  const outer = items.reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return { lines, goingOn, levels: levelsOf(layout, draft), listed: listedIn(draft, layout), outer: Number.isFinite(outer) ? outer : 0 };
}

/** Below the title, which alone has the first level. */
const TOP = 2;
const DEEPEST = 4;

function levelsOf({ lines, sections }: Layout, { fields: { title } }: Draft): Map<number, number> {
  const levels = new Map<number, number>();
  let group: { readonly about: Role | undefined; readonly level: number } | undefined;
  const name = title && title.sure !== 'guess' ? lines.find(({ number }) => number === title.line) : undefined;
  if (name && (name.kind === 'heading' || (name.kind === 'text' && !/^label/.test(title?.why ?? '')))) levels.set(name.number, 1);
  for (const section of sections) {
    const line = section.isRunIn ? undefined : lines[section.at];
    if (!line || levels.has(line.number) || line.kind === 'row' || !isHeading(section, line)) continue;
    const level = line.kind === 'heading' ? Math.max(TOP, line.level ?? TOP) : Math.min(DEEPEST, TOP + depthOf(section, lines));
    const isWithin = group !== undefined && group.about === aboutOf(section) && group.level === level;
    levels.set(line.number, isWithin ? level + 1 : level);
    // A heading with nothing below it but others about the same is over them, however they are written.
    if (!isWithin) group = section.lines.every(({ kind }) => kind === 'blank') ? { about: aboutOf(section), level } : undefined;
  }
  return levels;
}

/** A name above everything that is not what the document is called ("REPORT") heads no section. */
function isHeading(section: Section, line: Line): boolean {
  return line.kind === 'heading' || section.roles.length > 0 || section.rank > 10;
}

function depthOf(section: Section, lines: readonly Line[]): number {
  let depth = 0;
  for (let up = section.parent; up; up = up.parent) if (up.roles.length > 0 && !up.isRunIn && lines[up.at]) depth++;
  return depth;
}

/** A line that holds several things to do is prose, and stays so. */
function listedIn({ fields: { timeline = [], actionItems = [] } }: Draft, { sections }: Layout): Set<number> {
  const counts = new Map<number, number>();
  const wishes = sections.filter((section) => aboutOf(section) === 'action_items').map(({ lines }) => rawItems(lines));
  const numbers = wishes.filter((items) => items.length > 1).flatMap((items) => items.map(({ line }) => line.number));
  const known = new Set([...timeline, ...actionItems].map(({ line }) => line));
  for (const { line } of [...timeline, ...actionItems]) counts.set(line, (counts.get(line) ?? 0) + 1);
  for (const line of numbers) if (!known.has(line)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count === 1).map(([line]) => line));
}

function writeLine(raw: string, number: number, plan: Plan, writing: Writing): void {
  const line = plan.lines.get(number);
  const words = raw.trim();
  const level = plan.levels.get(number);
  if (plan.goingOn.has(number)) writing.out.push(writing.last === 'list' ? `  ${words}` : words);
  else if (words === '') writeBlank(writing);
  else if (!line || MARKS_ONLY.test(words)) writeUnread(words, writing);
  else if (level !== undefined) writeHeading(line.words.replace(/\s*:$/, ''), level, writing);
  else if (line.kind === 'code' || line.kind === 'rule' || isLog(line)) writeAsItIs(raw, writing);
  else if (line.kind === 'item') writeItem(raw, line, plan, writing);
  else if (line.kind === 'row') writeRow(raw, line, writing);
  else {
    const told = FOREIGN.test(words) ? line.words : words;
    if (plan.listed.has(number)) writeListed(told, line, writing);
    else writeText(told, line, writing);
  }
}

/** Markup of AsciiDoc and MediaWiki that holds no words. */
const MARKS_ONLY =
  /^(?:\{\{[^{}|]{1,40}(?:\|[^{}]{0,60})?\}\}|\{\{[\w ]{1,40}|\}\}|\|={3,}|\[[\w,="'%. ]*(?:cols|options|%header)[^\]]*\]|:[\w-]+:|-{4}|={4}|\+)$/;
/** Marks of a term in AsciiDoc, of a keyword in Org mode, of emphasis and links in MediaWiki. */
const FOREIGN = /::(?:\s|$)|^#\+\w+:|''|\[\[|\{\{/;

/** Indented, and of no words that people write to each other. */
function isLog({ kind, indent, words }: Line): boolean {
  return (
    kind === 'text' && indent >= 4 && /[{};|\\]|\S=\S|\w\(|<\w|^\d{2}:\d{2}:\d{2}|\b(?:ERROR|WARN|INFO|DEBUG|FATAL)\b|^[$#>] /.test(words)
  );
}

function writeAsItIs(raw: string, writing: Writing): void {
  if (writing.last === 'text' || writing.last === 'list') part(writing.last === 'text' ? 'list' : 'text', writing);
  writing.out.push(raw);
  writing.last = 'code';
}

/** The stroke below a heading, the head of a page: what has no line of its own. */
function writeUnread(words: string, writing: Writing): void {
  if (MARKS_ONLY.test(words) || (writing.last === 'heading' && /^[=-]+$/.test(words))) return;
  if (writing.out.at(-1) !== '' && writing.last === 'text') keepApart(writing);
  writing.out.push(words);
  writing.last = 'text';
}

function writeBlank(writing: Writing): void {
  if (writing.out.at(-1) !== '') writing.out.push('');
  if (writing.last !== 'list') writing.last = 'nothing';
}

function writeHeading(words: string, level: number, writing: Writing): void {
  if (writing.out.length > 0) writeBlank(writing);
  writing.out.push(`${'#'.repeat(level)} ${words}`, '');
  writing.last = 'heading';
}

function writeItem(raw: string, line: Line, { outer }: Plan, writing: Writing): void {
  part('list', writing);
  const words = raw.trim();
  const box = line.marker === 'done' ? '[x] ' : line.marker === 'task' ? '[ ] ' : '';
  const isKnown = /^(?:[-*+]|\d{1,3}[.)])\s/.test(words) && !FOREIGN.test(words);
  const mark = /^[*+]\s/.test(words) ? words[0] : '-';
  writing.out.push(`${' '.repeat(Math.max(0, line.indent - outer))}${isKnown ? words : `${mark} ${box}${line.words}`}`);
  writing.last = 'list';
  writing.indent = line.indent;
}

/** `0130 File sent`, as watches write, is read as a time with its colon only. */
const BARE_CLOCK = /^([01]\d|2[0-3])([0-5]\d)(?=\s+\D)/;

function writeListed(words: string, line: Line, writing: Writing): void {
  part('list', writing);
  writing.out.push(`- ${words.replace(BARE_CLOCK, '$1:$2')}`);
  writing.last = 'list';
  writing.indent = line.indent;
}

/** Columns of blanks: a name, and what stands beside it. */
function writeRow(raw: string, { cells = [] }: Line, writing: Writing): void {
  const [name = '', value = '', ...more] = cells;
  if (more.length > 0 || name === '' || value === '') writing.out.push(raw);
  else writeText(`**${name.replace(/\s*:$/, '')}:** ${value}`, undefined, writing);
}

const LABEL = /^([\p{L}][\p{L}\d /'’().-]{0,40}[\p{L}\d)])\s*:\s+(?=\S)/u;
const MOST_LABEL_WORDS = 5;
/** What stands behind a label is a paragraph of its own from here on. */
const LONG = 70;

function writeText(words: string, line: Line | undefined, writing: Writing): void {
  const label = LABEL.exec(words);
  const isLabel = label?.[1] !== undefined && label[1].split(' ').length <= MOST_LABEL_WORDS;
  const text = isLabel ? `**${label[1]}:** ${words.slice(label[0].length)}` : words;
  if (writing.last === 'list' && line && line.indent > writing.indent) {
    if (writing.out.at(-1) !== '') keepApart(writing);
    writing.out.push(`  ${text}`);
    return;
  }
  part('text', writing);
  if (writing.last === 'text') {
    const above = writing.out.at(-1) ?? '';
    if (/^\*\*/.test(text) && (text.length > LONG || above.length > LONG)) writing.out.push('');
    else keepApart(writing);
  }
  writing.out.push(text);
  writing.last = 'text';
}

/** A blank line between a list and a paragraph: either would swallow the other. */
function part(next: 'list' | 'text', writing: Writing): void {
  if (writing.last !== next && writing.last !== 'heading' && writing.last !== 'nothing' && writing.out.at(-1) !== '') writing.out.push('');
}

/** Two blanks at the end of a line keep it apart from the next. */
function keepApart(writing: Writing): void {
  const { out } = writing;
  const last = out.at(-1);
  if (last !== undefined && last !== '' && !last.endsWith('  ')) out[out.length - 1] = `${last}  `;
}
