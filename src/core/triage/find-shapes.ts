// Finds signatures in the lines of a paste: from a rare piece of one outwards, as far as line and signature agree.
import type { PasteLine } from './paste.ts';
import type { ShapeTable } from './shape-table.ts';

export interface FoundShape {
  readonly shape: number;
  /** In the paste, and which of its pieces: `to` is the first that is not of it. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** Which pieces of the shape were found. */
  readonly shapeFrom: number;
  readonly shapeTo: number;
}

/** A part of a signature is one from so many pieces on. */
const PIECES_OF_A_PART = 3;

/** The best of each shape, the first where several are as good. */
export function findShapes(lines: readonly PasteLine[], { shapes, anchors }: ShapeTable): FoundShape[] {
  const best = new Map<number, FoundShape>();
  for (const [number, { pieces }] of lines.entries()) {
    const texts = pieces.map(({ text }) => text);
    for (const [at, text] of texts.entries()) {
      for (const name of namesOf(text)) {
        for (const anchor of anchors.get(name) ?? []) {
          const shape = shapes[anchor.shape]?.pieces ?? [];
          const before = best.get(anchor.shape);
          // All of it was found: no later line can do better.
          if (before && before.to - before.from >= shape.length) continue;
          const { left, right } = extend(shape, anchor.at, texts, at);
          const length = left + right + 1;
          if (length < shape.length && (length < PIECES_OF_A_PART || length * 2 < shape.length)) continue;
          if (before && before.to - before.from >= length) continue;
          best.set(anchor.shape, {
            shape: anchor.shape,
            line: number,
            ...{ from: at - left, to: at + right + 1 },
            ...{ shapeFrom: anchor.at - left, shapeTo: anchor.at + right + 1 },
          });
        }
      }
    }
  }
  return [...best.values()];
}

/** How many pieces before and after agree. */
function extend(shape: readonly string[], anchor: number, texts: readonly string[], at: number): { left: number; right: number } {
  let [left, right] = [0, 0];
  while (left < anchor && isSame(shape[anchor - left - 1], texts[at - left - 1])) left++;
  while (anchor + right + 1 < shape.length && isSame(shape[anchor + right + 1], texts[at + right + 1])) right++;
  return { left, right };
}

function isSame(wanted: string | undefined, text: string | undefined): boolean {
  if (wanted === undefined || text === undefined) return false;
  if (wanted === text) return true;
  return wanted.startsWith('<') ? text.startsWith('<') || /^\d/.test(text) : namesOf(text).includes(wanted);
}

const NAMES_AT_MOST = 6;

/** `com.example.PoolTimeoutError` is one as well: a name with what it is qualified by, and without. */
function namesOf(text: string): string[] {
  const names = [text];
  for (let at = text.search(/[.:/#]/); at >= 0 && names.length < NAMES_AT_MOST; ) {
    const rest = text.slice(at + 1);
    if (/^\p{L}[\p{L}\p{N}_-]{3}/u.test(rest)) names.push(rest);
    const next = rest.search(/[.:/#]/);
    at = next < 0 ? -1 : at + 1 + next;
  }
  return names;
}
