// A line of Markdown source as far as marks are concerned: brackets that are brackets, and the commas between what stands in them.
import type { Region } from './splice.ts';

/** Code, links, mentions, escaped characters: nothing in them is a bracket or a comma of its own. */
const INERT =
  /(`+)[^`]+\1|!?\[[^[\]]*\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)|\[[^[\]]*\]\[[^[\]]*\]|\[\[[^[\]]*\]\]|\\.|<[^<>\s]+>/g;

export interface Scan {
  readonly source: string;
  /** 1 where a character is part of something else. */
  readonly inert: Uint8Array;
  /** Outermost brackets, round and square, with what is in them. */
  readonly brackets: readonly Region[];
}

export function scanSource(source: string): Scan {
  const inert = new Uint8Array(source.length);
  for (const { 0: piece, index } of source.matchAll(INERT)) inert.fill(1, index, index + piece.length);
  const brackets: Region[] = [];
  const open: { readonly close: string; readonly from: number }[] = [];
  for (let index = 0; index < source.length; index++) {
    const character = source[index];
    if (inert[index] === 1) continue;
    if (character === '(' || character === '[') open.push({ close: character === '(' ? ')' : ']', from: index });
    else if (character === open.at(-1)?.close) {
      const from = open.pop()?.from ?? index;
      if (open.length === 0) brackets.push({ from, to: index + 1 });
    }
  }
  return { source, inert, brackets };
}

/** What stands between the commas of a stretch of source, blanks at the ends aside. */
export function partsOf({ source, inert }: Scan, from: number, to: number): Region[] {
  const parts: Region[] = [];
  let start = from;
  let depth = 0;
  for (let index = from; index <= to; index++) {
    const character = index < to && inert[index] !== 1 ? (source[index] ?? '') : '';
    if (character === '(' || character === '[') depth++;
    if (character === ')' || character === ']') depth--;
    if (index < to && (depth > 0 || !endsPart(source, index, character))) continue;
    const text = source.slice(start, index);
    const trimmed = { from: start + (text.length - text.trimStart().length), to: start + text.trimEnd().length };
    if (trimmed.from < trimmed.to) parts.push(trimmed);
    start = index + 1;
  }
  return parts;
}

/** The comma of "February 3, 2024" parts nothing. */
function endsPart(source: string, index: number, character: string): boolean {
  if (character === ';' || character === '·' || character === '|') return true;
  return character === ',' && !/^,\s\d{4}(?:\s*[,;)\]]|\s*$)/.test(source.slice(index, index + 20));
}
