// Where withheld strings stand in a text, in one pass however many there are.
import { type Automaton, makeAutomaton, symbolOf } from './automaton.ts';
import { isAlphanumeric, isSpaceless, isThin, lettersOf } from './letters.ts';
import { makePattern, type Pattern, type Withheld } from './pattern.ts';

/** From `start` to before `end`, in UTF-16 units of the text. */
interface Match {
  readonly pattern: Pattern;
  readonly start: number;
  readonly end: number;
}

export interface Finder {
  readonly patterns: readonly Pattern[];
  /** In the order of their ends. They may overlap. */
  find(text: string): Match[];
}

export function makeFinder(withheld: readonly Withheld[]): Finder {
  const patterns = withheld.flatMap((item, number) => makePattern(item, number) ?? []);
  const automaton = makeAutomaton(patterns.map(({ letters }) => letters));
  const longest = patterns.reduce((most, { letters }) => Math.max(most, letters.length), 1);
  return { patterns, find: (text) => (patterns.length === 0 ? [] : scan(text, { patterns, automaton, longest })) };
}

interface Machine {
  readonly patterns: readonly Pattern[];
  readonly automaton: Automaton;
  readonly longest: number;
}

/** The last letters of the text as far as a string may reach back, each with the place of its character. */
interface Trail {
  readonly size: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  count: number;
}

function scan(text: string, { patterns, automaton, longest }: Machine): Match[] {
  const found: Match[] = [];
  const trail: Trail = { size: longest, starts: new Int32Array(longest), ends: new Int32Array(longest), count: 0 };
  const report = (number: number): void => {
    const match = matchOf(patterns[number] as Pattern, text, trail);
    if (match !== undefined) found.push(match);
  };
  let state = 0;
  for (let index = 0; index < text.length; ) {
    const unit = text.charCodeAt(index);
    if (unit < 128) {
      const symbol = ASCII_SYMBOLS[unit] as number;
      if (symbol >= 0) {
        state = automaton.stepAscii(state, symbol);
        note(trail, index, index + 1);
        for (const number of automaton.ends(state)) report(number);
      }
      index++;
      continue;
    }
    const code = text.codePointAt(index) as number;
    const width = code > 0xffff ? 2 : 1;
    const letters = lettersOf(code);
    for (let at = 0; at < letters.length; at++) {
      note(trail, index, index + width);
      const letter = letters[at] as string;
      state = automaton.step(state, isHigh(letter) ? letter + (letters[++at] ?? '') : letter);
      for (const number of automaton.ends(state)) report(number);
    }
    index += width;
  }
  return found;
}

const ASCII_SYMBOLS = Int8Array.from({ length: 128 }, (_, code) => symbolOf(lettersOf(code)));

function note(trail: Trail, start: number, end: number): void {
  const at = trail.count++ % trail.size;
  trail.starts[at] = start;
  trail.ends[at] = end;
}

function isHigh(unit: string): boolean {
  const code = unit.charCodeAt(0);
  return code >= 0xd800 && code <= 0xdbff;
}

/** The letters are those of the pattern; whether what stands between and around them lets them be it is another question. */
function matchOf(pattern: Pattern, text: string, trail: Trail): Match | undefined {
  const { letters, gaps } = pattern;
  const first = trail.count - letters.length;
  const place = (letter: number): number => (first + letter) % trail.size;
  const start = trail.starts[place(0)] as number;
  const end = afterMarks(text, trail.ends[place(letters.length - 1)] as number);
  for (let letter = 1; letter < letters.length; letter++) {
    const [from, to] = [trail.ends[place(letter - 1)] as number, trail.starts[place(letter)] as number];
    if (!isGapRight(text.slice(from, Math.max(from, to)), gaps[letter], { pattern, letter })) return undefined;
  }
  if (!isBounded(text, { start, end }, pattern)) return undefined;
  if (pattern.isCased && text.slice(start, end).normalize('NFC') !== pattern.text) return undefined;
  return { pattern, start, end };
}

/** The accent of the last letter, where it is a character of its own. */
function afterMarks(text: string, end: number): number {
  let after = end;
  while (text.charCodeAt(after) > 0x2ff && /\p{M}/u.test(text[after] as string)) after++;
  return after;
}

export const WIDEST_GAP = 80;
const SHORTEST_JOINED = 6;
/** A word divided at the end of a line, as texts copied out of documents have them. */
const BROKEN_WORD = /^[-\u2010\u00ad]\r?\n[ \t>]*$/;

function isGapRight(gap: string, wanted: string | undefined, at: { readonly pattern: Pattern; readonly letter: number }): boolean {
  const { kind, letters } = at.pattern;
  if (wanted === undefined) {
    const isThere = gap === '' || [...gap].every((character) => isThin(character.codePointAt(0) ?? 0));
    return isThere || (letters.length >= SHORTEST_JOINED && BROKEN_WORD.test(gap));
  }
  const isNumber = isDigit(letters[at.letter - 1]) && isDigit(letters[at.letter]) && !/^\s+$/.test(wanted);
  // `10.2.3.4` and ids would otherwise be found in every list of numbers.
  if (kind === 'id' || isNumber) return gap === wanted || withoutThin(gap) === withoutThin(wanted);
  if (gap === '') return letters.length >= SHORTEST_JOINED;
  return gap.length <= WIDEST_GAP;
}

function withoutThin(gap: string): string {
  // In names of branches and files, an id often has these instead of dashes.
  return [...gap.replaceAll('_', '-')]
    .filter((character) => !isThin(character.codePointAt(0) ?? 0))
    .join('')
    .replace(/\p{Pd}/gu, '-');
}

function isDigit(letter: string | undefined): boolean {
  return letter !== undefined && /\p{N}/u.test(letter);
}

function isBounded(text: string, { start, end }: Pick<Match, 'start' | 'end'>, { kind, isWhole, letters }: Pattern): boolean {
  const [before, after] = [text.codePointAt(characterBefore(text, start)), text.codePointAt(end)];
  const [first, last] = [letters[0] ?? '', letters.at(-1) ?? ''];
  if (kind === 'id') return !isIdPart(before, start > 0) && !isIdPart(after, end < text.length);
  if (isWhole) return isEdge(before, first, start > 0) && isEdge(after, last, end < text.length);
  // Within a word, but not within a number: 4012 is not in 140125.
  return !(start > 0 && isDigit(first) && isDigitCode(before)) && !(end < text.length && isDigit(last) && isDigitCode(after));
}

function characterBefore(text: string, index: number): number {
  const isPair = index > 1 && isHigh(text[index - 2] as string);
  return isPair ? index - 2 : index - 1;
}

function isEdge(code: number | undefined, letter: string, isThere: boolean): boolean {
  if (!isThere || code === undefined || !isAlphanumeric(code)) return true;
  return isSpaceless(code) || isSpaceless(letter.codePointAt(0) ?? 0);
}

function isDigitCode(code: number | undefined): boolean {
  return code !== undefined && isDigit(lettersOf(code)[0]);
}

/** `2026-11-20-db` is not in `2026-11-20-db-again`. */
function isIdPart(code: number | undefined, isThere: boolean): boolean {
  return isThere && code !== undefined && (code === 0x2d || code === 0x5f || isAlphanumeric(code));
}
