// What somebody pasted, as triage reads it: lines with the pieces of their shapes, each shape once, however often a log repeats it.
import { shapePieces } from '../resemblance/shapes.ts';

export interface PasteLine {
  /** Of as many UTF-16 units as it was pasted with; what cannot be shown is a space. */
  readonly text: string;
  readonly pieces: readonly PastePiece[];
  /** How many lines of the paste have this shape. */
  readonly count: number;
}

export interface PastePiece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Paste {
  readonly lines: readonly PasteLine[];
  /** Lines as pasted, as far as they are read. */
  readonly lineCount: number;
  /** What came after the first `PASTE_AT_MOST` bytes was left out. */
  readonly isCut: boolean;
  /** Much of it is no text. */
  readonly isBinary: boolean;
}

/** Bytes of UTF-8. */
export const PASTE_AT_MOST = 200_000;
/** Lines of JSON and paragraphs of prose are read in stretches: a shape is made of so many units at most. */
const STRETCH = 400;
const BINARY_SHARE = 0.05;

/** What is not text: control characters but for the tab, and what stands for bytes that were none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: logs have them, and they are to be taken out
const NOT_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd\ufeff]/g;
/** Colours of a terminal, with and without the character that the clipboard swallows; and breaks and tabs as JSON writes them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what begins them
const DRESS = /\u001b\[[\d;]{0,20}[A-Za-z]|\[\d{1,2}(?:;\d{1,2}){0,3}m|\\[nrt](?![a-z]:)/g;

export function readPaste(text: string): Paste {
  const whole = cut(text);
  const isBinary = (whole.match(NOT_TEXT)?.length ?? 0) > Math.max(8, whole.length * BINARY_SHARE);
  const clean = whole
    .replace(/\r\n?/g, '\n')
    .replace(DRESS, (dress) => ' '.repeat(dress.length))
    .replace(NOT_TEXT, ' ');
  const byShape = new Map<string, { text: string; pieces: readonly PastePiece[]; count: number }>();
  const lines = clean.split('\n').filter((line) => line.trim() !== '');
  for (const line of lines) {
    for (const stretch of stretches(line)) {
      const pieces = mergePieces(shapePieces(stretch));
      const key = pieces.map((piece) => piece.text).join(' ');
      const known = byShape.get(key);
      if (known) known.count++;
      else if (key !== '') byShape.set(key, { text: stretch, pieces, count: 1 });
    }
  }
  return { lines: [...byShape.values()], lineCount: lines.length, isCut: whole.length < text.length, isBinary };
}

function cut(text: string): string {
  // A unit takes at most three bytes.
  if (text.length * 3 <= PASTE_AT_MOST) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(PASTE_AT_MOST));
  return text.slice(0, read);
}

/** Cut at a space, where there is one in the second half. */
function* stretches(line: string): Iterable<string> {
  let from = 0;
  while (line.length - from > STRETCH) {
    const space = line.lastIndexOf(' ', from + STRETCH);
    const to = space > from + STRETCH / 2 ? space : from + STRETCH;
    yield line.slice(from, to);
    from = to;
  }
  yield line.slice(from);
}

/** What repeats itself is one: `<n> <n> <n>` is `<n>`, as in shapes. */
export function mergePieces(pieces: readonly PastePiece[]): PastePiece[] {
  const found: { start: number; end: number; text: string }[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last && piece.text.startsWith('<') && last.text === piece.text) last.end = piece.end;
    else found.push({ ...piece });
  }
  return found;
}
