// One field of the front matter to be written, or what a person is to confirm before it becomes one.
import { yamlScalar } from '../../core/front-matter/yaml-scalar.ts';
import type { Receipt, SourceDocument } from '../model.ts';
import { oneLine } from './words.ts';

const LONGEST_QUOTE = 80;

export interface Entry {
  /** Of the schema; what has no place there has a name of its own, and is a comment. */
  readonly name: string;
  /** Lines of YAML. */
  readonly lines: readonly string[];
  readonly isField: boolean;
}

/** `text` is YAML already. */
export interface Told {
  readonly name: string;
  readonly text: string;
  readonly receipt: Receipt<unknown>;
}

/** A field with its receipt behind it; a guess, or what something speaks against, as a comment. */
export function entryOf({ name, text, receipt }: Told, source: SourceDocument, doubt?: string): Entry {
  if (doubt === undefined && receipt.sure !== 'guess') {
    return { name, isField: true, lines: [`${name}: ${text} # ${sayReceipt(receipt, source)}`] };
  }
  return { name, isField: false, lines: [commentOf({ name, text, receipt }, source, doubt)] };
}

export function commentOf({ name, text, receipt }: Told, source: SourceDocument, doubt?: string): string {
  const why = doubt === undefined ? '' : `${oneLine(doubt, 160)} `;
  return `# ${name}: ${oneLine(text, 200)} ? ${why}${sayReceipt(receipt, source)}`;
}

/** `line 12: "about one in five users"`. */
function sayReceipt({ line, text, sure, why }: Receipt<unknown>, source: SourceDocument): string {
  const quote = oneLine(text, LONGEST_QUOTE).replaceAll('"', "'");
  if (line <= 0) return oneLine(why, LONGEST_QUOTE);
  return `line ${lineInFile(line, source)}${sure === 'certain' ? '' : `, ${sure}`}: "${quote}"`;
}

/** Receipts count in the text, people in the file. */
export function lineInFile(line: number, { firstLine = 1 }: SourceDocument): number {
  return line + firstLine - 1;
}

/** A list on one line; in brackets, commas and colons end a value. */
export function flowList(values: readonly string[]): string {
  const items = values.map((value) => (/^\p{L}[\p{L}\p{N} .()'-]*$/u.test(value) ? yamlScalar(value) : JSON.stringify(value)));
  return `[${items.join(', ')}]`;
}

/** One with a reason for doubt becomes a comment of as many lines. */
export function demote(entry: Entry, reason: string): Entry {
  const [first = '', ...rest] = entry.lines;
  return {
    name: entry.name,
    isField: false,
    lines: [`# left out: ${oneLine(reason, 200)}`, `# ${first}`, ...rest.map((line) => `# ${line}`)],
  };
}
