// What a run of text is: a plain word, a compound such as split-brain, or an identifier; and the tokens it is found by.
import { findParts, isCompound, tokenOf } from './parts.ts';

/** Everything about a word but where it stands. `from` and `to` cut possessives and emphasis off the run; an empty text is no word. */
export interface Shape {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly isIdentifier: boolean;
  readonly parts: readonly string[];
  readonly places: readonly number[];
  readonly span: number;
}

const NONE: readonly never[] = [];
const KNOWN_AT_MOST = 0x10000;
const known = new Map<string, Shape>();

/** The shape of a run. Remembered: a text has many words and few different ones. */
export function shapeOf(run: string): Shape {
  const remembered = known.get(run);
  if (remembered) return remembered;
  if (known.size >= KNOWN_AT_MOST) known.clear();
  // A slice of a text keeps the whole text in memory; a slice of a copy keeps the copy.
  const copy = ` ${run}`.slice(1);
  const shape = makeShape(copy);
  known.set(copy, shape);
  return shape;
}

const PLAIN = /^[A-Z]?[a-z]+$/;

function makeShape(run: string): Shape {
  if (PLAIN.test(run)) return { from: 0, to: run.length, ...plain(run.toLowerCase()) };
  const [from, to] = edgesOf(run);
  const surface = cleaned(run.slice(from, to));
  const whole = /[\p{L}\p{N}]/u.test(surface) ? tokenOf(surface) : '';
  // e.g., U.S., p.m.
  if (/^\p{L}(?:\.\p{L})+$/u.test(whole)) return { from, to, ...plain(whole.replaceAll('.', '')) };
  if (whole === '' || PLAIN.test(surface)) return { from, to, ...plain(whole) };
  const { tokens, span } = findParts(surface);
  const isWord = /^[\p{L}\p{M}]+$/u.test(surface) && (tokens.length === 0 || isGlued(surface));
  return {
    from,
    to,
    text: isCompound(surface) ? tokenOf(surface, true) : whole,
    isIdentifier: !isWord && !isCompound(surface),
    parts: tokens.map((token) => token.text),
    places: tokens.map((token) => token.place),
    span,
  };
}

function plain(text: string): Omit<Shape, 'from' | 'to'> {
  return { text, isIdentifier: false, parts: NONE, places: NONE, span: 1 };
}

/** Korean words carry their particles: parts of them are not the parts of a name in code. */
function isGlued(surface: string): boolean {
  return /\p{Script=Hangul}/u.test(surface);
}

/** Composed, with full-width forms and typesetters' hyphens as their ASCII twins; without apostrophes, and brackets that ⑴ has inside. */
function cleaned(surface: string): string {
  if (/^[!-&(-~]*$/.test(surface)) return surface;
  return surface
    .normalize('NFKC')
    .replace(/\u2044/g, '/')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}\-_.:/\\@+,#]+/gu, '')
    .replace(/[-_.:/\\@,]+$/, '');
}

/** Without underscores of emphasis (`__init__` keeps its own) and the ends of `service's`, `we'll`, `d'accès`. */
function edgesOf(run: string): [number, number] {
  let [from, to] = [0, run.length];
  if (!/^__[^_].*[^_]__$/s.test(run)) {
    from = /^[_\uff3f][^\p{L}\p{N}]*/u.exec(run)?.[0].length ?? 0;
    to -= /[-_.:/\\@+,\uff3f]*[_\uff3f][^\p{L}\p{N}]*$/u.exec(run.slice(from))?.[0].length ?? 0;
  }
  if (!/['\u2019]/.test(run)) return [from, to];
  to -= /['\u2019](?:s|ll|re|ve|d|m)$/i.exec(run.slice(from, to))?.[0].length ?? 0;
  from += /^(?:[cdjlmnst]|qu)['\u2019](?=\p{L}{2})/iu.exec(run.slice(from, to))?.[0].length ?? 0;
  return [from, to];
}
