// A text and the pieces of it that are replaced. Everything reads and edits a text whose lines end in LF; what is written back keeps the line
// ends of the file, byte for byte.
import { plainLines } from '../text/line-ends.ts';
import { lineIndex } from '../text/line-index.ts';

/** The characters from one offset to another, and what comes in their place. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** One file: as it stands, and as its readers see it. */
export interface EditedText {
  readonly raw: string;
  readonly plain: string;
}

/** A run of the text's lines, by offset. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

export function editedText(raw: string): EditedText {
  return { raw, plain: plainLines(raw) };
}

/** The text with all pieces replaced. Offsets are those of the plain text; pieces must not overlap. */
export function applySplices({ raw, plain }: EditedText, splices: readonly Splice[]): EditedText {
  const ordered = [...splices].sort((a, b) => b.from - a.from || b.to - a.to);
  if (raw === plain) {
    const text = ordered.reduce(replace, raw);
    return { raw: text, plain: text };
  }
  const lineEnd = /\r\n?|\n/.exec(raw)?.[0] ?? '\n';
  const toRaw = rawOffsets({ raw, plain });
  const inRaw = ordered.map(({ from, to, text }) => ({ from: toRaw(from), to: toRaw(to), text: text.replaceAll('\n', lineEnd) }));
  return { raw: inRaw.reduce(replace, raw), plain: ordered.reduce(replace, plain) };
}

/** Lines of both have the same characters; only what ends them differs. */
function rawOffsets({ raw, plain }: EditedText): (offset: number) => number {
  const [inRaw, inPlain] = [lineIndex(raw), lineIndex(plain)];
  return (offset) => {
    const { line, column } = inPlain.lineColumn(offset);
    return inRaw.lineStart(line) + column - 1;
  };
}

function replace(text: string, { from, to, text: inserted }: Splice): string {
  return text.slice(0, from) + inserted + text.slice(to);
}

/** Offset of the end of the line that an offset stands on, its line feed aside. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
