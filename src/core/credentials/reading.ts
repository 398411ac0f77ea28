// A text as it is searched for credentials: as readers and programs take it, not as it happens to be written. Every place leads back to the text.
import { decodeHTML } from 'entities';

export interface Reading {
  readonly text: string;
  /** Where what stands at this offset begins in the text as it is written. */
  rawStart(offset: number): number;
  /** Where what ends at this offset ends there. */
  rawEnd(offset: number): number;
}

/**
 * What is written otherwise than it is meant: characters nobody sees, full-width and mathematical letters, Markdown's and JSON's backslashes,
 * entities of HTML, and what URLs and JSON escape.
 */
const WRITTEN =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uff01-\uff5e\uffa0]|\u034f|[\u17b4\u17b5]|[\u180b-\u180d\u180f]|[\ufe00-\ufe0f]|\ud835[\udc00-\udfff]|\\(?:u00[2-7][\da-f]|(?=[!-/:-@[-`{-~]))|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});|%[2-7][\da-f]/gi;

/** What is taken out or undone leaves at most this much: cheap to see that there is none of it. */
const ANY = /[\u00ad-\uffff\\&%]/;

export function readingOf(text: string): Reading {
  if (!ANY.test(text)) return asWritten(text);
  const parts: string[] = [];
  /** Of every change: where it begins in the reading, its length there, where it begins in the text, its length there. */
  const steps: (readonly [at: number, length: number, raw: number, rawLength: number])[] = [];
  let [done, length] = [0, 0];
  for (const { 0: written, index } of text.matchAll(WRITTEN)) {
    const meant = undo(written);
    if (meant === written) continue;
    const kept = text.slice(done, index);
    parts.push(kept, meant);
    steps.push([length + kept.length, meant.length, index, written.length]);
    length += kept.length + meant.length;
    done = index + written.length;
  }
  if (steps.length === 0) return asWritten(text);
  parts.push(text.slice(done));
  const stepBefore = (offset: number): (typeof steps)[number] => steps[lastFrom(steps, offset)] ?? [0, 0, 0, 0];
  return {
    text: parts.join(''),
    rawStart: (offset) => {
      const [at, size, raw, rawSize] = stepBefore(offset);
      return offset < at + size ? raw : raw + rawSize + offset - at - size;
    },
    rawEnd: (offset) => {
      const [at, size, raw, rawSize] = stepBefore(offset - 1);
      return raw + rawSize + Math.max(0, offset - at - size);
    },
  };
}

function asWritten(text: string): Reading {
  return { text, rawStart: (offset) => offset, rawEnd: (offset) => offset };
}

function undo(written: string): string {
  const [first] = written;
  if (first === '&') return decodeHTML(written);
  if (first === '%') return String.fromCharCode(Number.parseInt(written.slice(1), 16));
  if (first === '\\') return written.length === 1 ? '' : String.fromCharCode(Number.parseInt(written.slice(2), 16));
  return /\p{Default_Ignorable_Code_Point}/u.test(written) ? '' : written.normalize('NFKC');
}

/** The last step that begins at or before the offset. */
function lastFrom(steps: readonly (readonly number[])[], offset: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
