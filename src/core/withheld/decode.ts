// A text with its escapes undone: entities of HTML, `%41` of URLs, `\u0041` of JSON, JavaScript and YAML; and without its tags, where that is wanted.
// Every place of the result leads back to a place of the text.
import { decodeHTML } from 'entities';

export interface Decoded {
  readonly text: string;
  /** Where what begins at this place begins in the text it was decoded from. */
  rawStart(place: number): number;
  /** The same of an end. */
  rawEnd(place: number): number;
}

export interface DecodeOptions {
  /** Tags are taken out: those within a line leave nothing, the others a blank. */
  readonly tags?: boolean;
  /** `\n` and `\"` are escapes, as in JSON; in what people write they are mostly paths of Windows. */
  readonly short?: boolean;
}

const ESCAPED =
  '&(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z][a-z\\d]{1,31});?|(?:%[\\da-f]{2})+|\\\\u\\{[\\da-f]{1,6}\\}|\\\\u[\\da-f]{4}|\\\\x[\\da-f]{2}|\\\\[nrtbf"\'/\\\\]';
const ESCAPES = new RegExp(ESCAPED, 'gi');
/** What a drawing may hold in the midst of a word, and nobody sees. */
const UNSEEN = '<!\\[CDATA\\[|\\]\\]>|<\\?[^<>]{0,4000}\\?>|<!--(?:[^-]|-(?!->)){0,4000}-->';
const ESCAPES_AND_TAGS = new RegExp(`${ESCAPED}|${UNSEEN}|</?[a-z!][^<>]{0,4000}>`, 'gi');

const INLINE =
  /^(?:<\/?(?:a|abbr|b|bdi|bdo|code|del|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|textpath|tref|tspan|u|var|wbr)[\s/>]|<!\[CDATA\[|<!--|<\?)/i;

const SHORT: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Undefined where there is nothing to undo. */
export function decode(text: string, options: DecodeOptions = {}): Decoded | undefined {
  if (!/[&%\\<]/.test(text)) return undefined;
  const parts: string[] = [];
  /** Of every escape: where it begins in the result, how long it is there, where it begins in the text, how long it is there. */
  const steps: (readonly [at: number, length: number, raw: number, rawLength: number])[] = [];
  let done = 0;
  let length = 0;
  for (const { 0: written, index } of text.matchAll(options.tags ? ESCAPES_AND_TAGS : ESCAPES)) {
    const meant = undo(written, options);
    if (meant === undefined || meant === written) continue;
    const kept = text.slice(done, index);
    parts.push(kept, meant);
    steps.push([length + kept.length, meant.length, index, written.length]);
    length += kept.length + meant.length;
    done = index + written.length;
  }
  if (steps.length === 0) return undefined;
  parts.push(text.slice(done));
  const before = (place: number): (typeof steps)[number] | undefined => steps[lastBefore(steps, place)];
  return {
    text: parts.join(''),
    rawStart: (place) => {
      const [at, size, raw, rawSize] = before(place) ?? [0, 0, 0, 0];
      return place < at + size ? raw : raw + rawSize + (place - at - size);
    },
    rawEnd: (place) => {
      const [at, size, raw, rawSize] = before(place - 1) ?? [0, 0, 0, 0];
      return place <= at + size && size > 0 ? raw + rawSize : raw + rawSize + (place - at - size);
    },
  };
}

/** The last step that begins at or before the place. */
function lastBefore(steps: readonly (readonly number[])[], place: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.[0] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function undo(written: string, { tags, short }: DecodeOptions): string | undefined {
  if (written[0] === '&') return decodeHTML(written);
  if (written[0] === '%') return percentDecoded(written);
  if (written[0] === '<') return tags ? (INLINE.test(written) ? '' : ' ') : undefined;
  if (written === ']]>') return '';
  const kind = written[1] ?? '';
  if (written.length > 2) return fromCode(Number.parseInt(written.replace(/[^\da-f]/gi, ''), 16));
  return short ? (SHORT[kind] ?? kind) : undefined;
}

function fromCode(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function percentDecoded(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}
