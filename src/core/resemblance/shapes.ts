// The shape of a line of a log: what would differ the next time is masked, so that `ERR_4012 at 10.1.2.3` and `ERR_4012 at 10.9.9.9` are one.
import { maskToken } from './masks.ts';

/** A stretch of a line between spaces, quotes and brackets, as its shape has it. */
export interface ShapePiece {
  /** UTF-16 units of the line as given. */
  readonly start: number;
  readonly end: number;
  /** In small letters: `err_4012`, `<ip>`, `node-<n>`. */
  readonly text: string;
}

/** Longer lines are data; they are told apart by their beginning. */
const LINE_AT_MOST = 400;

/** An address is one as far as it goes; a number keeps its commas: `14:02:33,120`, `1,034`. */
const TOKEN = /[a-z]{2,12}:\/\/[^\s"'`<>()[\]{}|]+|[^\s()[\]{}<>"'`;=|,]+(?:,\d+)*/gi;
const MONTH_OR_WEEKDAY = /^(?:(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|may|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})$/;
/** What comes after these is a code that means something, however much it looks like a number. */
const BEFORE_CODE = /^(?:http|https|status|code|error|err|errno|exit|signal|sqlstate|rc|returned|grpc)$/;

/** In time linear in the line. */
export function shapePieces(line: string): ShapePiece[] {
  const pieces: ShapePiece[] = [];
  let before = '';
  for (const match of line.slice(0, LINE_AT_MOST).matchAll(TOKEN)) {
    const token = match[0].replace(/[.:!?]+$/, '');
    if (token === '') continue;
    const isCode = /^\d{1,5}$/.test(token) && BEFORE_CODE.test(before);
    const text = isCode ? token : maskToken(token);
    before = text;
    pieces.push({ start: match.index, end: match.index + token.length, text });
  }
  return pieces.map((piece, index) => (isOfDate(piece, pieces[index - 1], pieces[index + 1]) ? { ...piece, text: '<time>' } : piece));
}

/** `Fri`, `Nov` and `20` of `Fri Nov 20 14:02:33`. */
function isOfDate({ text }: ShapePiece, before: ShapePiece | undefined, after: ShapePiece | undefined): boolean {
  const isName = (piece: ShapePiece | undefined): boolean => piece !== undefined && MONTH_OR_WEEKDAY.test(piece.text);
  if (isName({ text } as ShapePiece)) return after?.text === '<n>' || after?.text === '<time>' || isName(after);
  return text === '<n>' && isName(before);
}

/** Empty where nothing is left that tells the line from others. What repeats itself is said once: `<n> <n> <n>` is `<n>`. */
export function shapeOf(line: string): string {
  const texts = shapePieces(line).map(({ text }) => text);
  const kept = texts.filter((text, index) => !(text.startsWith('<') && text === texts[index - 1]));
  const shape = kept.join(' ');
  return /[\p{L}\p{N}]{3}/u.test(shape.replace(/<[a-z]+>/g, ' ')) ? shape : '';
}
