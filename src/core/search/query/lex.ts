// Cuts a query at spaces and quotation marks. Every text has its tokens; a quotation mark that is never closed is closed by the end. Those of
// code and logs are text.

/** `-service:"web app"` has the label `service:`, the quoted value `web app`, and is negated. */
export interface Token {
  /** All of it, as typed. */
  readonly raw: string;
  readonly isNegated: boolean;
  readonly label: string;
  /** What follows minus and label, without quotation marks; `start` is where. */
  readonly value: string;
  readonly start: number;
  readonly isQuoted: boolean;
}

/** Telephones set curly ones. */
const QUOTES = '"“”„«»＂';

/** Labels that may have a quoted value. */
const LABELS = 'service|team|tag|cause|severity|status|owner|year|before|after|has|in|sort';
const LABEL = new RegExp(`^(?:${LABELS}):`, 'i');
const LONGEST_LABEL = 'severity:'.length;

export function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  const read = isCode(text) ? codeTokenAt : tokenAt;
  let index = 0;
  while (index < text.length) {
    if (isSpace(text[index] as string)) {
      index += 1;
      continue;
    }
    const token = read(text, index);
    found.push(token);
    index += token.raw.length;
  }
  return found;
}

function tokenAt(text: string, from: number): Token {
  const isNegated = isMinus(text, from);
  const labelled = from + (isNegated ? 1 : 0);
  const label = LABEL.exec(text.slice(labelled, labelled + LONGEST_LABEL))?.[0] ?? '';
  const start = labelled + label.length;
  if (QUOTES.includes(text[start] ?? ' ')) {
    const end = endOf(text, start + 1, isQuote);
    return { raw: text.slice(from, end + 1), isNegated, label, value: text.slice(start + 1, end), start: start + 1, isQuoted: true };
  }
  const end = endOf(text, start, (character) => isSpace(character) || isQuote(character));
  return { raw: text.slice(from, end), isNegated, label, value: text.slice(start, end), start, isQuoted: false };
}

/** What stands right before a string in code and logs (`{"level`, `msg="`, `=~"5..`, `(\"`, `error("`), and right after it (`"level":`, `"a",`, `"}`). */
const BEFORE_STRING = /[[{,~\\]$|=\s?$|[\p{L}\p{N}_]\($/u;
const AFTER_STRING = /^[:,\]}]/;

/** JSON, logfmt, selectors of metrics, the lines of a web server: whoever searches for a phrase sets quotation marks otherwise. */
function isCode(text: string): boolean {
  for (const { 0: string, index } of text.matchAll(/"[^"]*"?/g)) {
    const isClosed = string.length > 1 && string.endsWith('"');
    const isAfter = isClosed && AFTER_STRING.test(text.slice(index + string.length, index + string.length + 1));
    if (isAfter || BEFORE_STRING.test(text.slice(Math.max(0, index - 2), index))) return true;
  }
  return false;
}

/** In code, only a label or a minus makes a phrase of a string, and a minus is none before a word: java -Xmx4g. */
function codeTokenAt(text: string, from: number): Token {
  const token = tokenAt(text, from);
  if (token.label !== '' || (token.isQuoted && token.isNegated)) return token;
  const raw = text.slice(from, endOf(text, from, isSpace));
  return { raw, isNegated: false, label: '', value: raw, start: from, isQuoted: false };
}

/** One or two letters after a minus are a flag: rm -rf, curl -s. A colon makes a label of them. */
const FLAG = /^-[A-Za-z]{1,2}(?![^\s"“”„«»＂])/;
const LONGEST_FLAG = '-rf '.length;

/** `-without`, but neither `--flag`, nor `-f`, nor `kill -9`, nor a dash between spaces. */
function isMinus(text: string, index: number): boolean {
  const next = text[index + 1];
  const before = text[index - 1];
  const isAtMinus = text[index] === '-' && next !== undefined && !/[-\d\s]/.test(next) && (before === undefined || isSpace(before));
  return isAtMinus && !FLAG.test(text.slice(index, index + LONGEST_FLAG));
}

function endOf(text: string, start: number, isEnd: (character: string) => boolean): number {
  let index = start;
  while (index < text.length && !isEnd(text[index] as string)) index += 1;
  return index;
}

function isQuote(character: string): boolean {
  return QUOTES.includes(character);
}

function isSpace(character: string): boolean {
  return character === ' ' || /\s/.test(character);
}
