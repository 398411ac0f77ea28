// Judges an edit without knowing how it is made: which bytes it may touch is told from where the item and its neighbours stand, and what it did from
// reading the file before and after.
import { readChanges } from '../../../src/core/edit/changes.ts';
import { type EditResult, editAction } from '../../../src/core/edit/edit-action.ts';
import type { Reading } from '../../../src/core/edit/reread.ts';
import type { ActionItem } from '../../../src/core/model/action-item.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import type { SiteConfig } from '../../../src/core/model/site-config.ts';

export interface EditedFile {
  readonly file: string;
  readonly text: string;
  readonly config: SiteConfig;
  readonly read: (text: string) => Reading;
}

export interface Judged {
  readonly result: EditResult;
  /** Bytes that differ before or behind the item. */
  readonly outside: number;
  /** What is wrong with what the edit did; empty where all is well. */
  readonly faults: readonly string[];
}

/** The names of fields in the model. */
const MODEL_NAMES: Readonly<Record<string, keyof ActionItem>> = { done_when: 'doneWhen' };

export function judgeEdit(file: EditedFile, index: number, written: readonly string[]): Judged {
  const changes = readChanges(written);
  if ('problem' in changes) throw new Error(changes.problem);
  const result = editAction(file, index, changes);
  if (result.kind !== 'changed') return { result, outside: 0, faults: [] };
  const [before, after] = [file.read(file.text), file.read(result.text)];
  const outside = bytesOutside(file.text, result.text, ownPart(file.text, before, index));
  const faults = [
    ...(outside > 0 ? [`${outside} bytes changed outside of the item`] : []),
    ...wrongFields(incidentOf(before).actionItems[index], incidentOf(after).actionItems[index], written),
    ...(restOf(before, index) === restOf(after, index) ? [] : ['something else reads differently']),
    ...(errorsOf(after) > errorsOf(before) ? ['there are new errors'] : []),
  ];
  return { result, outside, faults };
}

export function incidentOf({ incident }: Reading): Incident {
  if (!incident) throw new Error('there is no incident');
  return incident;
}

/** A reader that remembers the text before all edits, and the last one it was shown: both are asked for again and again. */
export function remembering(text: string, read: (text: string) => Reading): EditedFile['read'] {
  const asGiven = read(text);
  let last = { text, reading: asGiven };
  return (changed) => {
    if (changed === text) return asGiven;
    if (changed !== last.text) last = { text: changed, reading: read(changed) };
    return last.reading;
  };
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** From the first character of the item's first line to the last of its last: up to the next item, or as far as its lines are indented. */
function ownPart(text: string, reading: Reading, index: number): Part {
  const starts = lineStarts(text);
  const { actionItems } = incidentOf(reading);
  const offsets = actionItems.map(({ place }) => {
    const { line, column } = reading.locate(place);
    return { line, column, at: (starts[line - 1] ?? 0) + column - 1 };
  });
  const own = offsets[index];
  const next = offsets[index + 1];
  if (!own) throw new Error('there is no such item');
  const isRow =
    'line' in (actionItems[index]?.place ?? {}) &&
    lineAt(text, starts, own.line).includes('|') &&
    !/^\s*(?:[-*+]|\d+[.)])\s/.test(lineAt(text, starts, own.line));
  // Items of one line share it.
  if (next?.line === own.line) return { from: own.at, to: next.at };
  let last = own.line;
  const isBody = 'line' in (actionItems[index]?.place ?? {});
  const least = isBody ? indentOf(lineAt(text, starts, own.line)) + 1 : own.column - 1;
  const isBraced = text[own.at] === '{';
  while (!isRow && last < starts.length && (next === undefined || last + 1 < next.line)) {
    const line = lineAt(text, starts, last + 1);
    const isClosing = isBraced && /^\s*\}/.test(line);
    if (line.trim() !== '' && !isClosing && indentOf(line) < least) break;
    if (!isBody && /^(?:---|\]|[A-Za-z_]+:)/.test(line)) break;
    last++;
  }
  while (last > own.line && lineAt(text, starts, last).trim() === '') last--;
  return { from: isBody ? (starts[own.line - 1] ?? 0) : own.at, to: (starts[last - 1] ?? 0) + lineAt(text, starts, last).length };
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length)];
}

function lineAt(text: string, starts: readonly number[], line: number): string {
  return text.slice(starts[line - 1], starts[line] ?? text.length).replace(/[\r\n]+$/, '');
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** Both texts must begin and end alike; what differs there is counted. */
function bytesOutside(before: string, after: string, { from, to }: Part): number {
  const [head, tail] = [Buffer.from(before.slice(0, from)), Buffer.from(before.slice(to))];
  const bytes = Buffer.from(after);
  return (
    differing(head, bytes.subarray(0, head.length)) + differing(tail, bytes.subarray(Math.max(head.length, bytes.length - tail.length)))
  );
}

function differing(wanted: Buffer, found: Buffer): number {
  let count = Math.abs(wanted.length - found.length);
  for (let index = 0; index < Math.min(wanted.length, found.length); index++) if (wanted[index] !== found[index]) count++;
  return count;
}

function wrongFields(before: ActionItem | undefined, after: ActionItem | undefined, written: readonly string[]): string[] {
  if (!before || !after) return ['the item is gone'];
  const wanted = new Map<string, string>(
    written.map((change) => [change.slice(0, change.indexOf('=')), change.slice(change.indexOf('=') + 1)]),
  );
  const names = new Set([...Object.keys(before), ...Object.keys(after), ...[...wanted.keys()].map((name) => MODEL_NAMES[name] ?? name)]);
  return [...names].flatMap((name) => {
    const field = name === 'doneWhen' ? 'done_when' : name;
    const value = wanted.get(field);
    const [was, is] = [said(before, name), said(after, name)];
    if (name === 'place') return [];
    // A day that policy works out goes by the others.
    if ((name === 'due' || name === 'dueFrom') && !wanted.has('due') && after.dueFrom !== 'file' && before.dueFrom !== 'file') return [];
    if (name === 'dueFrom') return wanted.has('due') || was === is ? [] : [`dueFrom is ${is}`];
    if (name === 'due' && value === '') return after.dueFrom === 'file' ? [`due is ${is}`] : [];
    if (value === undefined) return was === is ? [] : [`${name} was ${was} and is ${is}`];
    if (name === 'ticket' && isLedAstray(after, value)) return [`${value} leads to ${after.ticket?.url}`];
    const asked = value === '' ? (name === 'status' ? 'open' : undefined) : value;
    return isMeant(is, asked) || isMeant(after.ticket?.url, name === 'ticket' ? asked : '') ? [] : [`${name} is ${is} instead of ${asked}`];
  });
}

function isMeant(is: string | undefined, asked: string | undefined): boolean {
  return is === asked || (asked === 'Ana Silva' && is === 'ana');
}

/** The link of the ticket before must not become that of another. */
function isLedAstray({ ticket }: ActionItem, value: string): boolean {
  return ticket?.url !== undefined && !ticket.url.includes(value) && !ticket.url.includes(new URL(value, 'https://x.example').pathname);
}

function said(item: ActionItem, name: string): string | undefined {
  const value = item[name as keyof ActionItem];
  if (value === undefined || typeof value === 'string') return value;
  if (name === 'title') return item.title.plain;
  return name === 'ticket' ? item.ticket?.text : JSON.stringify(value);
}

/** Everything the file says but for the item, whatever line it stands on. */
function restOf(reading: Reading, index: number): string {
  const incident = incidentOf(reading);
  const rest = { ...incident, actionItems: incident.actionItems.map((item, at) => (at === index ? null : item)) };
  return JSON.stringify(rest, (key, value: unknown) => (key === 'line' || key === 'column' ? undefined : value));
}

function errorsOf({ diagnostics }: Reading): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}
