// One action item of the body where it stands in the source: an item of a list, or a row of a table.
import type { Token } from 'markdown-it';
import { makeEnv } from '../markdown/env.ts';
import { inlineText } from '../markdown/plain.ts';
import { parseMarkdown } from '../markdown/renderer.ts';
import { lineIndex } from '../text/line-index.ts';
import { endOfLine, type Region } from './splice.ts';

/** `- [ ] Do it (@ana)`, with what hangs below it. */
export interface ListItem {
  readonly kind: 'list';
  readonly region: Region;
  /** Its first paragraph, behind the marker and the box. */
  readonly head: Region;
  /** Offset of the character between the brackets of its box. */
  readonly box?: number;
  /** Column in which its text begins, from 0: what belongs to it is indented so far. */
  readonly indent: number;
}

export interface TableRow {
  readonly kind: 'row';
  readonly region: Region;
  /** Of its table: what the columns are called, and the line that says so. */
  readonly header: readonly Token[];
  readonly headerLine: Region;
}

interface BodySource {
  readonly text: string;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
}

const NO_REGISTRY = { resolve: () => undefined, resolveFile: () => undefined };
const MARKER = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+/;

/** The innermost item that begins on a line of the file. */
export function findBodyItem({ text, body, bodyLine }: BodySource, line: number): ListItem | TableRow | undefined {
  const env = makeEnv({ docId: 'edit', file: '', registry: NO_REGISTRY, bodyLine });
  const tokens = parseMarkdown(body, env);
  const lines = lineIndex(text);
  const start = lines.lineStart(line);
  const index = tokens.findLastIndex(({ type, map }) => (type === 'list_item_open' || type === 'tr_open') && map?.[0] === line - bodyLine);
  const token = tokens[index];
  if (token?.type === 'tr_open') {
    const header = headerAbove(tokens, index);
    const above = lines.lineStart(bodyLine + (header[0]?.map?.[0] ?? 0));
    return {
      kind: 'row',
      region: { from: start, to: endOfLine(text, start) },
      header,
      headerLine: { from: above, to: endOfLine(text, above) },
    };
  }
  const paragraph = tokens[index + 1];
  if (!token?.map || paragraph?.type !== 'paragraph_open' || !paragraph.map) return undefined;
  const offsetOf = (bodyIndex: number): number =>
    bodyLine + bodyIndex > lines.lineCount ? text.length : lines.lineStart(bodyLine + bodyIndex);
  const trimmedTo = (from: number, to: number): number => from + text.slice(from, to).trimEnd().length;
  const marker = MARKER.exec(text.slice(start, endOfLine(text, start)))?.[0] ?? '';
  const box = /^\[[ xX]\]\s+/.exec(text.slice(start + marker.length))?.[0];
  const from = start + marker.length + (box?.length ?? 0);
  return {
    kind: 'list',
    region: { from: start, to: trimmedTo(start, offsetOf(token.map[1])) },
    head: { from, to: trimmedTo(from, offsetOf(paragraph.map[1])) },
    ...(box !== undefined && { box: start + marker.length + 1 }),
    indent: marker.length,
  };
}

function headerAbove(tokens: readonly Token[], row: number): Token[] {
  const from = tokens.findLastIndex(({ type }, index) => index < row && type === 'thead_open');
  const to = tokens.findIndex(({ type }, index) => index > from && type === 'thead_close');
  return tokens.slice(from, to).filter(({ type }) => type === 'inline');
}

/** A piece of a line as it is shown: its words with their marks and links. */
export function inlineOfSource(source: string): readonly Token[] {
  const env = makeEnv({ docId: 'edit', file: '', registry: NO_REGISTRY, bodyLine: 1 });
  const [first, inline] = parseMarkdown(source.trim(), env);
  return first?.type === 'paragraph_open' ? (inline?.children ?? []) : [];
}

/** The words of a piece of a line. */
export function shownText(source: string): string {
  return inlineText([...inlineOfSource(source)]).trim();
}
