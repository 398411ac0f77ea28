// The marks around the title of an action item, where they stand in its source: in brackets, behind a dash, before the title, below it.
import { type ActionFields, type FieldContext, type FieldName, type FieldReading, fieldNamed, readField } from '../body/action-fields.ts';
import { readMarks } from '../body/action-words.ts';
import { flatten, linksIn } from '../body/inline.ts';
import { inlineOfSource } from './body-item.ts';
import type { FieldKey } from './changes.ts';
import type { SomeFields } from './mark-spellings.ts';
import { partsOf, type Scan, scanSource } from './source-scan.ts';
import type { Region } from './splice.ts';

export interface Mark extends Region {
  /** What it says by itself. */
  readonly fields: SomeFields;
  /** What is deleted with it. */
  readonly cut: Region;
  /** Outside of brackets, where not every mark is read. */
  readonly isBare?: true;
  /** For a value under a label or a column's head: its field. */
  readonly column?: FieldKey;
}

/** A place where one more mark may stand, with what parts it from the others. */
export interface Gap {
  readonly at: number;
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

export interface Marks {
  readonly marks: readonly Mark[];
  /** The likeliest first. */
  readonly gaps: readonly Gap[];
}

interface Finding {
  readonly scan: Scan;
  /** Offset of the source in the file. */
  readonly base: number;
  readonly context: FieldContext;
  readonly marks: Mark[];
  readonly gaps: Gap[];
}

const STATUS_SIGN = /^(?:(✅|☑|✔)|(🔲|⬜|☐|◻)|(⏳|🚧)|(\[-\](?=\s)))\ufe0f?\s*/u;
const LABEL =
  /^[*_]*((?:AI|ACTION|ACT|AP|A)[-_ #]?\d{1,4}|[A-Z][A-Z0-9]{1,9}-\d{1,7}|P[0-9]|@[\p{L}\p{N}_.-]{1,40}|[A-Za-z]{3,14})[*_]*\s*[:.)–—-]+[*_]*\s+/iu;
const LINK_LABEL = /^(\[[^[\]]*\]\([^()\s]*\))\s*[:–—-]\s*/;
const JOINT = /^\s*[:–—-]?\s*/;
const DASH = /\s[-–—|]\s/g;
/** No line has more. */
const MOST_DASHES = 3;
const LAST_WORDS = [/\s(@[\p{L}\p{N}_][\p{L}\p{N}_.-]*)[\s.;,]*$/u, /\s((?:due|by|deadline):?\s\d{4}-\d{2}-\d{2})[\s.;,]*$/i];
const LAST_LINK = /\s(\[[^[\]]*\]\([^()\s]*\))[\s.;,]*$/;

/** Marks in the line of an item or in the cell of its title. `text` is the file's, `head` where the line stands in it. */
export function marksInHead(text: string, head: Region, context: FieldContext): Marks {
  const source = text.slice(head.from, head.to);
  const finding: Finding = { scan: scanSource(source), base: head.from, context, marks: [], gaps: [] };
  const lead = findLeading(finding);
  const limits = findBrackets(finding, lead);
  for (const limit of [source.length, ...limits]) findTrailing(finding, limit);
  finding.gaps.reverse();
  finding.gaps.push({ at: head.to, before: ' (', between: ', ', after: ')' });
  return finding;
}

/** Signs and labels before the title; returns where the title begins. */
function findLeading(finding: Finding): number {
  const { source, brackets } = finding.scan;
  const sign = STATUS_SIGN.exec(source);
  let at = sign?.[0].length ?? 0;
  if (sign) {
    const status = sign[1] ? 'done' : sign[3] ? 'in_progress' : sign[4] ? 'wont_do' : 'open';
    addMark(finding, { from: 0, to: sign[0].trimEnd().length }, { fields: { status }, cut: { from: 0, to: at } });
  }
  for (let count = 0; count < 4; count++) {
    const bracket = brackets.find(({ from }) => from === at);
    const label = bracket ? undefined : (LINK_LABEL.exec(source.slice(at)) ?? LABEL.exec(source.slice(at)) ?? undefined);
    const word = label?.[1] ?? '';
    const fields = label && recognise(word, finding.context);
    if (label && fields) {
      const from = at + label[0].indexOf(word);
      addMark(finding, { from, to: from + word.length }, { fields, cut: { from: at, to: at + label[0].length }, isBare: true });
    }
    if (!bracket && !fields) break;
    at = bracket ? bracket.to + (JOINT.exec(source.slice(bracket.to))?.[0].length ?? 0) : at + (label?.[0].length ?? 0);
  }
  return at;
}

/** Returns where brackets of marks begin: other marks may stand before them. */
function findBrackets(finding: Finding, lead: number): number[] {
  const { source, brackets } = finding.scan;
  const starts: number[] = [];
  for (const { from, to } of brackets) {
    const isLeading = from < lead;
    const cut = isLeading
      ? { from, to: to + (JOINT.exec(source.slice(to))?.[0].length ?? 0) }
      : { from: source.slice(0, from).trimEnd().length, to };
    if (addZone(finding, { from: from + 1, to: to - 1 }, cut) && !isLeading) starts.push(cut.from);
  }
  return starts;
}

/** Marks behind a dash, a last handle, date or link, before the end or before a bracket of marks. */
function findTrailing(finding: Finding, limit: number): void {
  const { source, inert } = finding.scan;
  const before = source.slice(0, limit);
  for (const pattern of [...LAST_WORDS, LAST_LINK]) {
    const match = pattern.exec(before);
    const fields = match?.[1] === undefined ? undefined : recognise(match[1], finding.context);
    if (!match?.[1] || !fields) continue;
    const from = match.index + 1;
    const to = from + match[1].length;
    addMark(finding, { from, to }, { fields, cut: { from: before.slice(0, from).replace(/[\s,;:–—-]+$/, '').length, to }, isBare: true });
  }
  let end = before.replace(/[\s.;,]+$/, '').length;
  const dashes = [...before.matchAll(DASH)].filter(({ index }) => inert[index + 1] !== 1).slice(-MOST_DASHES);
  // "Do it - done - @ana": the later ones first, as they are read.
  for (const { index } of dashes.reverse())
    if (index + 3 < end && addZone(finding, { from: index + 3, to: end }, { from: index, to: end })) end = index;
}

/** The marks between the commas of a stretch; false where there is none. */
function addZone(finding: Finding, inside: Region, whole: Region): boolean {
  const { scan, base, context } = finding;
  const { parts, read } = joinReasons(partsOf(scan, inside.from, inside.to), ({ from, to }) =>
    recognise(scan.source.slice(from, to), context),
  );
  const last = parts.at(-1);
  if (!last || read.every((fields) => fields === undefined)) return false;
  const [first, second] = parts;
  const between = first && second ? scan.source.slice(first.to, second.from) : ', ';
  parts.forEach((part, index) => {
    const fields = read[index];
    const [previous, next] = [parts[index - 1], parts[index + 1]];
    const cut = previous ? { from: previous.to, to: part.to } : next ? { from: part.from, to: next.from } : whole;
    if (fields) addMark(finding, part, { fields, cut });
  });
  finding.gaps.push({ at: base + last.to, before: between, between, after: '' });
  return true;
}

interface Parts {
  readonly parts: Region[];
  readonly read: (SomeFields | undefined)[];
}

/** "blocked: waits for the vendor, who is slow" is one mark in two parts. */
function joinReasons(parts: readonly Region[], read: (part: Region) => SomeFields | undefined): Parts {
  const joined: Parts = { parts: [], read: [] };
  for (const part of parts) {
    const fields = read(part);
    const last = joined.parts.at(-1);
    if (last && !fields && joined.read.at(-1)?.reason !== undefined)
      joined.parts.push({ from: joined.parts.pop()?.from ?? last.from, to: part.to });
    else {
      joined.parts.push(part);
      joined.read.push(fields);
    }
  }
  return joined;
}

function addMark(finding: Finding, { from, to }: Region, { cut, ...said }: Pick<Mark, 'fields' | 'cut' | 'isBare'>): void {
  const { base, marks } = finding;
  if (marks.some((mark) => mark.from === base + from && mark.to === base + to)) return;
  marks.push({ from: base + from, to: base + to, ...said, cut: { from: base + cut.from, to: base + cut.to } });
}

/** What a piece of source says as a mark. */
function recognise(source: string, context: FieldContext): SomeFields | undefined {
  const { text, href } = shown(source);
  return fieldsOf(readMarks([{ text, ...(href !== undefined && { href }) }], { ...context, isAmongMarks: true }));
}

/** `- Owner: ana` and `**Due:** 2026-12-01` below an item, one field a line. */
const LABELLED =
  /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(?:\*\*|__)?([A-Za-z_ #]{1,24}?)(?:\*\*|__)?\s*:(?:\*\*|__)?[ \t]*(\S.*?)[ \t]*$/;

export function marksBelow(text: string, below: Region, context: FieldContext): Mark[] {
  const marks: Mark[] = [];
  let from = below.from;
  for (const line of text.slice(below.from, below.to).split('\n')) {
    const [, , label = '', value = ''] = LABELLED.exec(line) ?? [];
    const name = label === '' ? undefined : fieldNamed(label);
    const fields = name && valueFields(name, value, context);
    const at = from + line.lastIndexOf(value);
    if (name && fields)
      marks.push({ from: at, to: at + value.length, fields, column: fieldKey(name), cut: { from: from - 1, to: from + line.length } });
    from += line.length + 1;
  }
  return marks;
}

/** What a value says under the name of a field. */
export function valueFields(name: FieldName, source: string, context: FieldContext): SomeFields | undefined {
  const { text, href } = shown(source);
  return fieldsOf(readField(name, { text, ...(href !== undefined && { href }) }, context));
}

/** `[issue][1]` leads somewhere: where is written elsewhere, and no matter here. */
const BY_REFERENCE = /\[([^[\]]+)\]\[[^[\]]*\]/g;

function shown(source: string): { readonly text: string; readonly href?: string } {
  const children = inlineOfSource(source.replace(BY_REFERENCE, '[$1](https://elsewhere.invalid/)'));
  const href = linksIn(children)[0]?.href;
  return { text: flatten(children).trim(), ...(href !== undefined && { href }) };
}

function fieldsOf(reading: FieldReading | undefined): SomeFields | undefined {
  if (!reading || !('fields' in reading) || Object.keys(reading.fields).length === 0) return undefined;
  const { ticket, doneWhen, ...others }: ActionFields = reading.fields;
  return { ...others, ...(ticket && { ticket: ticket.text }), ...(doneWhen !== undefined && { done_when: doneWhen }) };
}

export function fieldKey(name: FieldName): FieldKey {
  return name === 'doneWhen' ? 'done_when' : name;
}
