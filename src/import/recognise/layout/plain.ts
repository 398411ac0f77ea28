// A line's words without its markup: Markdown, raw HTML and entities, in one pass over the characters.

export interface PlainLine {
  readonly words: string;
  /** How many characters of the words are bold from the first on. */
  readonly bold: number;
  /** Addresses of the links, in order. */
  readonly links: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', rarr: '→', hellip: '…', '#39': "'" },
};
/** A tag or address in angle brackets is never longer. */
const LONGEST_TAG = 500;
const TAG = /<(?:\/?[a-z][a-z0-9]*(?=[\s/>])[^<>]*|!--[^<>]*--)>/iy;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]+)>/iy;
const TARGET = /\]\(\s*<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?:\s+["'(][^"'()]*["')])?\s*\)/y;
const BOLD_TAG = /^<\/?(?:b|strong)[\s>]/i;
const ENTITY = /&(#?[a-z0-9]{2,6});/iy;
const PUNCTUATION = /[!-/:-@[-`{-~]/;

interface Reading {
  readonly raw: string;
  position: number;
  out: string;
  isBold: boolean;
  /** Where the bold that began with the first word ends; -1 while it goes on. */
  boldEnd: number;
  readonly links: string[];
  /** Places in `out` of brackets that may begin a link. */
  readonly brackets: number[];
}

export function plainLine(raw: string): PlainLine {
  const reading: Reading = { raw, position: 0, out: '', isBold: false, boldEnd: 0, links: [], brackets: [] };
  while (reading.position < raw.length) step(reading);
  const whole = reading.out.replace(/[\s\u00a0]+/g, ' ');
  const lead = whole.length - whole.trimStart().length;
  const end = reading.boldEnd < 0 ? whole.length : reading.out.slice(0, reading.boldEnd).replace(/[\s\u00a0]+/g, ' ').length;
  const words = whole.trim();
  return { words, bold: Math.min(words.length, Math.max(0, end - lead)), links: reading.links };
}

function step(reading: Reading): void {
  const { raw, position } = reading;
  const character = raw[position] ?? '';
  switch (character) {
    case '<':
      readTag(reading);
      return;
    case '*':
    case '_':
    case '~':
      readMark(reading, character);
      return;
    case "'":
      readApostrophes(reading);
      return;
    case '`':
      readCode(reading);
      return;
    case '[':
      reading.brackets.push(reading.out.length);
      emit(reading, '[');
      return;
    case ']':
      readTarget(reading);
      return;
    case '!':
      if (raw[position + 1] === '[') skipImage(reading);
      else emit(reading, '!');
      return;
    case '\\':
      if (PUNCTUATION.test(raw[position + 1] ?? '')) reading.position++;
      emit(reading, raw[reading.position] ?? '');
      return;
    case '&':
      readEntity(reading);
      return;
    default:
      emit(reading, character);
      return;
  }
}

function emit(reading: Reading, text: string, length = 1): void {
  if (!reading.isBold && reading.boldEnd < 0 && text.trim() !== '') reading.boldEnd = reading.out.length;
  reading.out += text;
  reading.position += length;
}

function at(pattern: RegExp, reading: Reading): RegExpExecArray | undefined {
  pattern.lastIndex = 0;
  return pattern.exec(reading.raw.slice(reading.position, reading.position + LONGEST_TAG)) ?? undefined;
}

function readTag(reading: Reading): void {
  const address = at(AUTOLINK, reading);
  if (address?.[1]) {
    reading.links.push(address[1]);
    emit(reading, address[1], address[0].length);
    return;
  }
  const tag = at(TAG, reading);
  if (!tag) {
    emit(reading, '<');
    return;
  }
  if (BOLD_TAG.test(tag[0])) toggleBold(reading, tag[0][1] !== '/');
  reading.position += tag[0].length;
}

/** `**`, `__`, `~~` and single marks of emphasis; a mark between blanks, or inside a word where it is no emphasis, stays. */
function readMark(reading: Reading, mark: string): void {
  const { raw, position } = reading;
  let length = 1;
  while (raw[position + length] === mark) length++;
  const before = raw[position - 1] ?? ' ';
  const after = raw[position + length] ?? ' ';
  const isInside = mark === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  const isAlone = /\s/.test(before) && /\s/.test(after) && length === 1;
  if (isInside || isAlone || (mark === '~' && length < 2)) {
    emit(reading, mark.repeat(length), length);
    return;
  }
  if (mark !== '~' && length >= 2) toggleBold(reading, !reading.isBold);
  reading.position += length;
}

/** `''so''` and `'''so'''` of MediaWiki. */
function readApostrophes(reading: Reading): void {
  const { raw, position } = reading;
  let length = 1;
  while (raw[position + length] === "'") length++;
  if (length === 1) {
    emit(reading, "'");
    return;
  }
  if (length >= 3) toggleBold(reading, !reading.isBold);
  reading.position += length;
}

function toggleBold(reading: Reading, isBold: boolean): void {
  if (isBold === reading.isBold) return;
  reading.isBold = isBold;
  if (isBold && reading.out.trim() === '') reading.boldEnd = -1;
}

/** Marks inside of code are its own. */
function readCode(reading: Reading): void {
  const { raw, position } = reading;
  let length = 1;
  while (raw[position + length] === '`') length++;
  const end = raw.indexOf('`'.repeat(length), position + length);
  if (end < 0 || end - position > 10_000) {
    reading.position += length;
    return;
  }
  const code = raw.slice(position + length, end);
  emit(reading, code, end + length - position);
}

function readTarget(reading: Reading): void {
  const target = at(TARGET, reading);
  const open = reading.brackets.pop();
  if (!target || open === undefined) {
    emit(reading, ']');
    return;
  }
  if (target[1]) reading.links.push(target[1]);
  reading.out = reading.out.slice(0, open) + reading.out.slice(open + 1);
  if (reading.boldEnd > open) reading.boldEnd--;
  reading.position += target[0].length;
}

function skipImage(reading: Reading): void {
  const match = /!\[[^\]]{0,300}\]\([^)]{0,500}\)/y;
  const image = at(match, reading);
  if (image) reading.position += image[0].length;
  else emit(reading, '!');
}

function readEntity(reading: Reading): void {
  const entity = at(ENTITY, reading);
  const text = entity?.[1] === undefined ? undefined : ENTITIES[entity[1].toLowerCase()];
  if (entity && text !== undefined) emit(reading, text, entity[0].length);
  else emit(reading, '&');
}
