// Finds the stretches of text that may be one word or one identifier. One pass, a few characters of look-ahead, no regular expression.
import { CLINGING, DIGIT, endOfCore, endOfOther, kindAt, LETTER, OTHER, UNDERSCORE, UNSPACED, widthAt } from './characters.ts';

export type OnRun = (start: number, end: number, isUnspaced: boolean) => void;

/** Calls `onRun` for every run, in order; runs never overlap. `1.2.3`, `a_b`, `--no-cache`, `C++` and `user@host:22` are one run each. */
export function findRuns(text: string, onRun: OnRun): void {
  for (let index = endOfOther(text, 0); index < text.length; index = endOfOther(text, index)) {
    const kind = kindAt(text, index);
    const isUnspaced = kind === UNSPACED;
    const start = isUnspaced ? index : index - prefixBefore(text, index, kind);
    const end = isUnspaced ? endOfUnspaced(text, index) : endOfRun(text, index);
    if (!isScheme(text, start, end)) onRun(start, end, isUnspaced);
    index = end;
  }
}

function endOfUnspaced(text: string, start: number): number {
  let index = start;
  for (let kind = UNSPACED; kind === UNSPACED || kind === CLINGING; kind = kindAt(text, index)) index += widthAt(text, index);
  return index;
}

/** Cores joined by punctuation: the end of the last core, or of the `++` or `#` after it. */
function endOfRun(text: string, start: number): number {
  let end = endOfCore(text, start);
  for (let joiner = joinerAt(text, end); joiner > 0; joiner = joinerAt(text, end)) end = endOfCore(text, end + joiner);
  if (!endsInLetter(text, end)) return end;
  if (text[end] === '+' && text.startsWith('++', end) && text[end + 2] !== '+') return end + 2;
  const isNote = text[end] === '#' && end - start === 1 && text.charCodeAt(start) < 128 && !isWordKind(kindAt(text, end + 1));
  return isNote ? end + 1 : end;
}

/** Units of punctuation at `index` that hold together what stands before and after; 0 where a run ends. */
function joinerAt(text: string, index: number): number {
  const character = joinerOf(text.charCodeAt(index));
  if (character === '') return 0;
  const next = kindAt(text, index + 1);
  if (character === "'") return endsInLetter(text, index) && next === LETTER ? 1 : 0;
  if (character === ',') return isThousands(text, index) ? 1 : 0;
  if (isWordKind(next)) return 1;
  const isPair =
    (character === ':' && (text[index + 1] === ':' || text[index + 1] === '\\')) || (character === '/' && text[index + 1] === '.');
  return isPair && isWordKind(kindAt(text, index + 2)) ? 2 : 0;
}

const JOINERS = Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return ".-:/\\@+',".includes(character) ? character : '';
});

function joinerOf(unit: number): string {
  if (unit < 128) return JOINERS[unit] as string;
  // Full-width forms (FF01-FF5E) are read as their ASCII twins; 2010 and 2011 are hyphens, 2019 is how an apostrophe is set.
  if (unit >= 0xff01 && unit <= 0xff5e) return JOINERS[unit - 0xfee0] as string;
  return unit === 0x2010 || unit === 0x2011 ? '-' : unit === 0x2019 ? "'" : '';
}

/** Not of a script without spaces, whose runs end before an apostrophe. */
function endsInLetter(text: string, end: number): boolean {
  const kind = kindAt(text, end - ((text.charCodeAt(end - 1) & 0xfc00) === 0xdc00 ? 2 : 1));
  return kind === LETTER || kind === CLINGING;
}

/** The comma of `10,000`: a digit before it, three digits after it and no fourth. */
function isThousands(text: string, index: number): boolean {
  if (kindAt(text, index - 1) !== DIGIT) return false;
  for (let digit = 1; digit <= 3; digit++) if (kindAt(text, index + digit) !== DIGIT) return false;
  return !isWordKind(kindAt(text, index + 4));
}

function isWordKind(kind: number): boolean {
  return kind === LETTER || kind === DIGIT || kind === UNDERSCORE;
}

/** Units of `--`, `/`, `.` or `::` right before a name, where they begin it: `--no-cache`, `/etc`, `.env`, `::1`. */
function prefixBefore(text: string, index: number, kind: number): number {
  const before = text[index - 1];
  if (before === undefined || (kind !== LETTER && kind !== DIGIT)) return 0;
  const isTwo = (before === '-' && kind === LETTER) || before === ':' || (before === '.' && text[index - 2] === '/');
  if (isTwo) return text[index - 2] === (before === '.' ? '/' : before) && isOpen(text, index - 2) ? 2 : 0;
  if (before === '/') return isOpen(text, index - 1) || '~.*'.includes(text[index - 2] ?? ' ') ? 1 : 0;
  return before === '.' && kind === LETTER && isOpen(text, index - 1) ? 1 : 0;
}

/** Whether something new begins at `index`: after space, a bracket, a quotation mark, an equals sign. */
function isOpen(text: string, index: number): boolean {
  const before = text[index - 1];
  return before === undefined || /[\s"'`([{,;=|“‘«]/.test(before);
}

/** `http` and `https` before `://` say nothing of an incident; other schemes (`redis`, `s3`) do. */
function isScheme(text: string, start: number, end: number): boolean {
  if (text[end] !== ':' || !text.startsWith('://', end) || end - start > 5 || kindAt(text, end + 3) === OTHER) return false;
  const scheme = text.slice(start, end).toLowerCase();
  return scheme === 'http' || scheme === 'https';
}
