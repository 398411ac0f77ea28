// The shapes of all signatures, to be found within the lines of a log by their rarest pieces.
import { shapeOf } from '../resemblance/shapes.ts';
import { rarityAmong } from '../text/rarity.ts';
import type { TriageRecord } from './record.ts';

interface Shape {
  /** Without what is masked at its ends. */
  readonly pieces: readonly string[];
  /** Of how few incidents it is: 1 for one alone. */
  readonly rarity: number;
  readonly places: readonly ShapePlace[];
}

/** An incident, by its number, and which of its signatures has the shape. */
interface ShapePlace {
  readonly document: number;
  readonly signature: number;
}

/** One piece of a shape, by which it is found. */
interface Anchor {
  readonly shape: number;
  readonly at: number;
}

export interface ShapeTable {
  readonly shapes: readonly Shape[];
  readonly anchors: ReadonlyMap<string, readonly Anchor[]>;
}

/** With more than one, a signature is found in a log that has cut or changed a part of it. */
const ANCHORS_A_SHAPE = 3;
/** A further one has to be rare: every line with `timed out` would else be held against each of thousands. */
const SHAPES_A_FURTHER_ANCHOR = 50;
/** More shapes with the same rarest piece are of no use: that piece says nothing. */
const SHAPES_AN_ANCHOR = 500;

export function makeShapeTable(records: readonly TriageRecord[]): ShapeTable {
  const found = new Map<string, ShapePlace[]>();
  for (const [document, { signatures }] of records.entries()) {
    for (const [signature, { text }] of signatures.entries()) {
      const key = withoutEnds(shapeOf(text));
      if (key === '') continue;
      const places = found.get(key);
      if (places === undefined) found.set(key, [{ document, signature }]);
      else if (places.at(-1)?.document !== document) places.push({ document, signature });
    }
  }
  const rarity = rarityAmong(records.length);
  const shapes = [...found].map(([key, places]) => ({ pieces: key.split(' '), rarity: rarity(places.length), places }));
  return { shapes, anchors: anchorsOf(shapes) };
}

function withoutEnds(shape: string): string {
  return shape.replace(/^(?:<[a-z]+> )+/, '').replace(/(?: <[a-z]+>)+$/, '');
}

function anchorsOf(shapes: readonly Shape[]): Map<string, Anchor[]> {
  const spreads = new Map<string, number>();
  for (const { pieces } of shapes) for (const piece of new Set(pieces)) spreads.set(piece, (spreads.get(piece) ?? 0) + 1);
  const anchors = new Map<string, Anchor[]>();
  for (const [shape, { pieces }] of shapes.entries()) {
    const rarest = pieces
      .map((piece, at) => ({ piece, at, spread: spreads.get(piece) ?? 0 }))
      .filter(({ piece }) => !piece.startsWith('<'))
      .sort((a, b) => a.spread - b.spread || b.piece.length - a.piece.length || a.at - b.at);
    const chosen = rarest.slice(0, ANCHORS_A_SHAPE).filter(({ spread }, n) => n === 0 || spread <= SHAPES_A_FURTHER_ANCHOR);
    for (const { piece, at } of chosen) {
      const known = anchors.get(piece);
      if (known === undefined) anchors.set(piece, [{ shape, at }]);
      else if (known.length < SHAPES_AN_ANCHOR) known.push({ shape, at });
    }
  }
  return anchors;
}
