// A text with something else in the place of what is withheld.
import { decode } from './decode.ts';
import type { Finder } from './find.ts';
import type { Pattern } from './pattern.ts';

export interface Replacer {
  readonly finder: Finder;
  /** What stands in its place: `isName` where it is part of an address, an id or a file's name, and has to be one word of letters, digits and dashes. */
  say(pattern: Pattern, isName: boolean): string;
}

type View = Pick<NonNullable<ReturnType<typeof decode>>, 'text' | 'rawStart' | 'rawEnd'>;

interface Span {
  readonly pattern: Pattern;
  readonly start: number;
  readonly end: number;
}

/** An entity in an address in an attribute is three deep. */
const DEEPEST = 3;

/** The same text where nothing of it is withheld. Also what is written with entities, `%20` or `\u0041` is found, one within the other too. */
export function replaceWithheld(text: string, { finder, say }: Replacer): string {
  const spans: Span[] = finder.find(text);
  let view: View = { text, rawStart: (place) => place, rawEnd: (place) => place };
  for (let depth = 0; depth < DEEPEST; depth++) {
    const inner = decode(view.text);
    if (inner === undefined) break;
    const outer = view;
    view = {
      text: inner.text,
      rawStart: (place) => outer.rawStart(inner.rawStart(place)),
      rawEnd: (place) => outer.rawEnd(inner.rawEnd(place)),
    };
    for (const { pattern, start, end } of finder.find(view.text)) {
      spans.push({ pattern, start: view.rawStart(start), end: view.rawEnd(end) });
    }
  }
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let done = 0;
  for (const { pattern, start, end } of longestFirst(spans)) {
    if (start < done) continue;
    const marks = openMarks(text.slice(start, end));
    const isClosed = marks !== '' && text.startsWith(marks, end);
    parts.push(text.slice(done, start), say(pattern, isName(text, start, end)), isClosed ? '' : marks);
    done = isClosed ? end + marks.length : end;
  }
  return parts.join('') + text.slice(done);
}

/** Emphasis and code that began or ended within the string: without its mark the rest of the paragraph would change. */
function openMarks(withheld: string): string {
  const odd = new Set<string>();
  for (const [mark] of withheld.matchAll(/\*+|__|~~|`+/g)) if (!odd.delete(mark)) odd.add(mark);
  return [...odd].join('');
}

function longestFirst(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => a.start - b.start || b.end - a.end || a.pattern.number - b.pattern.number);
}

function isName(text: string, start: number, end: number): boolean {
  return (
    /[/=&?#@%_[-]$|\]\($|\w[.-]$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^(?:[/=&?#@%_\]|-]|\.\w)/.test(text.slice(end, end + 2))
  );
}
