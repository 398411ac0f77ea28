// Plain YAML, read fast: js-yaml is ten times as fast as `yaml`, but gives no positions. It reads only documents of the subset below, in
// which both readers agree on every value; a property test holds them to it. The subset is what people write: fields, lists and maps in
// block or one-line form, plain or simply quoted values, and `|` or `>` text. Everything else takes the slow way.
import { CORE_SCHEMA, load } from 'js-yaml';

/** Names that need no thought: `null` would be no text, the others are refused, and those in quotes may hold anything. */
const KEY = '(?!(?:null|Null|NULL|__proto__|constructor|prototype):)[a-zA-Z_][\\w-]{0,99}';
/** Numbers that are the same to both readers. */
const NUMBER = '(?:0|-?(?:0\\.\\d{1,15}|[1-9]\\d{0,14}(?:\\.\\d{1,15})?))';
/** How a text may begin without a quote, here and in brackets: a letter, a few harmless signs, a date, a UUID. */
const ITEM_START = '(?:[A-Za-z_/($\\u00a1-\\u2027\\u202a-\\ud7ff]|\\d{4}-\\d\\d-\\d\\d|[\\da-f]{8}-[\\da-f]{4}-)';
/** A number and more words are a text, too. */
const START = `(?:${ITEM_START}|\\d(?:[^\\s:#]|:(?=\\S))* +(?=[^\\s:#]))`;
/** Goes on to a comment (` #`), a nested field (`: `) or the end of the line. */
const REST = '(?:[^\\s:#]|:(?=\\S)|(?<=\\S)#| +(?=[^\\s#]))*';
const QUOTED = "(?:\"[^\"\\\\]*\"|'[^']*(?:''[^']*)*')";
/** In one-line lists and maps, brackets and commas end a value. */
const ITEM_REST = '(?:[^\\s:#,[\\]{}]|:(?=[^\\s,[\\]{}])|(?<=\\S)#| +(?=[^\\s#,[\\]{}]))*';
const ITEM = `(?:${QUOTED}|${NUMBER}(?= *[,\\]}])|${ITEM_START}${ITEM_REST})`;
const LIST = `\\[ *(?:${ITEM}(?: *, *${ITEM})*)? *\\]`;
const FIELD = `${KEY}: +(?:${ITEM}|${LIST})`;
const MAP = `\\{ *${FIELD}(?: *, *${FIELD})* *\\}`;
const COMMENT = '(?<= )#.*';

/** Indentation, dash of a list item, key, and what follows: the header of block text, or a complete value. */
const LINE = new RegExp(
  `^( *)(- +)?(?:(${KEY}):(?: +|$))?(?:([|>]-?)|(${QUOTED}|${LIST}|${MAP}|${NUMBER}(?= *$| +#)|${START}${REST}))? *(?:${COMMENT})?$`,
);

/** Tabs and control characters; half characters, too, which js-yaml lets pass in quotes. */
const UNUSUAL = /[^\n\x20-\x7e\u00a0-\u{10ffff}]|\p{Surrogate}/u;

/** The value of a document of the subset, or nothing. */
export function readPlainYaml(source: string): { readonly value: unknown } | undefined {
  if (UNUSUAL.test(source) || !isPlain(source)) return undefined;
  try {
    return { value: load(source, { schema: CORE_SCHEMA }) ?? null };
  } catch {
    // The other reader says what is wrong, and where.
    return undefined;
  }
}

/** An open list or map, and the column its items or keys stand in. */
interface Level {
  readonly kind: 'list' | 'map';
  readonly column: number;
}

interface Line {
  readonly indent: number;
  readonly dash: number;
  readonly hasKey: boolean;
}

function isPlain(source: string): boolean {
  const open: Level[] = [];
  /** The line before was a key without a value: what belongs to it may follow. */
  let isPending = true;
  /** Lines of block text are indented by more than this. */
  let block = Number.POSITIVE_INFINITY;
  for (const text of source.split('\n')) {
    const indent = indentation(text);
    if (text === '' || (indent > block && indent < text.length)) continue;
    block = Number.POSITIVE_INFINITY;
    if (text.charAt(indent) === '#') continue;
    const match = LINE.exec(text);
    if (!match) return false;
    const [, , dash = '', key, header, value] = match;
    const line = { indent, dash: dash.length, hasKey: key !== undefined };
    if (!placeLine(open, line, isPending)) return false;
    isPending = header === undefined && value === undefined;
    // A dash alone, or text that goes on from the line before.
    if (!line.hasKey && (isPending || line.dash === 0)) return false;
    if (header !== undefined) block = line.hasKey ? indent + line.dash : indent;
  }
  return true;
}

/** Puts a line under the open list or map it belongs to; false where its indentation leaves that open to doubt. */
function placeLine(open: Level[], line: Line, isPending: boolean): boolean {
  const { indent, dash, hasKey } = line;
  while ((open.at(-1)?.column ?? -1) > indent) open.pop();
  // A list may stand in the column of the key it belongs to: a key in that column ends it.
  if (dash === 0 && open.at(-1)?.kind === 'list' && open.at(-1)?.column === indent) open.pop();
  const last = open.at(-1);
  const kind = dash > 0 ? 'list' : 'map';
  const isNext = last?.column === indent && last.kind === kind;
  const isNested = isPending && (last === undefined || last.column < indent || (kind === 'list' && last.kind === 'map'));
  if (!isNext && !isNested) return false;
  if (!isNext) open.push({ kind, column: indent });
  if (dash > 0 && hasKey) open.push({ kind: 'map', column: indent + dash });
  return true;
}

function indentation(text: string): number {
  let indent = 0;
  while (text.charAt(indent) === ' ') indent++;
  return indent;
}
