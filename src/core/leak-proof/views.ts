// A text as its readers' programs understand it, one encoding after the other: entities, escapes and `%41` undone, again and again; without its tags;
// folded lines joined; base64 read.
import { decode } from '../withheld/decode.ts';

export interface View {
  readonly text: string;
  /** Where in the text itself a place of this view begins. */
  place(at: number): number;
}

/** HTML in JSON in an attribute is three deep. */
const DEEPEST = 4;

export function* viewsOf(text: string): Generator<View> {
  let view: View = { text, place: (at) => at };
  for (let depth = 0; depth < DEEPEST; depth++) {
    yield view;
    yield* withoutTags(view);
    const inner = decode(view.text, { short: true });
    if (inner === undefined || inner.text === view.text) break;
    const outer = view;
    view = { text: inner.text, place: (at) => outer.place(inner.rawStart(at)) };
  }
  yield* unfolded(text);
  yield* base64In(text);
}

function* withoutTags(view: View): Generator<View> {
  if (!/<[a-z/!?]/i.test(view.text)) return;
  const bare = decode(view.text, { tags: true, short: true });
  if (bare) yield { text: bare.text, place: (at) => view.place(bare.rawStart(at)) };
}

/** Calendars break lines anywhere, also within a word. */
function* unfolded(text: string): Generator<View> {
  if (!text.startsWith('BEGIN:VCALENDAR')) return;
  // Good enough to say where: a few characters early.
  yield { text: text.replace(/\r?\n[ \t]/g, ''), place: (at) => at };
}

const BASE64 = /[A-Za-z0-9+/_-]{12,}={0,2}/g;

function* base64In(text: string): Generator<View> {
  for (const { 0: run, index } of text.matchAll(BASE64)) {
    if (!/[A-Z]/.test(run) || !/[a-z]/.test(run)) continue;
    const read = readBase64(run);
    if (read !== undefined) yield { text: read, place: () => index };
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Undefined for what is no text: nearly every run of letters. */
function readBase64(run: string): string | undefined {
  const whole = run.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
  const head = decodeBase64(whole.slice(0, 8));
  if (head === undefined || !isText(head)) return undefined;
  const bytes = decodeBase64(whole.length % 4 === 1 ? whole.slice(0, -1) : whole);
  try {
    return bytes && isText(bytes) ? utf8.decode(bytes) : undefined;
  } catch {
    return undefined;
  }
}

function decodeBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
