// Past incidents that look like what was pasted, the closest first, with what they have in common; none where nothing is like it.
import { SHAPE_WEIGHTS } from '../resemblance/texts.ts';
import { type FoundShape, findShapes } from './find-shapes.ts';
import { type CommonWord, findWords, type WordsFound } from './find-words.ts';
import { type Paste, readPaste } from './paste.ts';
import type { TriageRecord, TriageSignature } from './record.ts';
import { makeShapeTable, type ShapeTable } from './shape-table.ts';
import { makeWordTable, type WordTable } from './word-table.ts';

export interface TriageIndex {
  readonly records: readonly Pick<TriageRecord, 'id' | 'signatures'>[];
  readonly shapes: ShapeTable;
  readonly words: WordTable;
}

/** `records` stand in the order of the search: of two that match alike, the later one comes first. */
export function makeIndex(records: readonly TriageRecord[]): TriageIndex {
  const named = records.map(({ id, signatures }) => ({ id, signatures }));
  return { records: named, shapes: makeShapeTable(records), words: makeWordTable(records) };
}

/** `strong`: a signature of it stands in the paste. `weak`: nothing but words. */
export type Strength = 'strong' | 'fair' | 'weak';

export interface FoundSignature extends TriageSignature {
  readonly found: FoundShape;
  /** All of it, but for what is masked. */
  readonly isWhole: boolean;
}

export interface TriageMatch {
  readonly id: string;
  readonly score: number;
  readonly strength: Strength;
  /** The most telling first. */
  readonly signatures: readonly FoundSignature[];
  /** That both have, the most telling first. */
  readonly words: readonly CommonWord[];
}

export interface TriageResult {
  readonly paste: Paste;
  /** How many incidents are like it; `matches` are the first of them. */
  readonly total: number;
  readonly matches: readonly TriageMatch[];
}

/** A signature nobody else has is worth many words. */
const SIGNATURE_WORTH = 4;
const PART_WORTH = 0.5;
const WORDS_WORTH = 12;
const WORDS_SHOWN = 12;

export function triage(index: TriageIndex, text: string, limit: number): TriageResult {
  const paste = readPaste(text);
  const bySignature = findSignatures(paste, index);
  const words = findWords(paste.lines, index.words);
  const found: Found[] = [];
  for (const document of new Set([...bySignature.keys(), ...words.documents])) {
    const signatures = bySignature.get(document) ?? [];
    const strength = strengthOf(signatures, words, document);
    if (strength === undefined) continue;
    const score = WORDS_WORTH * words.likeness(document) + signatures.reduce((sum, { worth }) => sum + worth, 0);
    found.push({ document, score: round(score), strength, signatures });
  }
  found.sort((a, b) => b.score - a.score || b.document - a.document);
  const matches = found.slice(0, limit).map(({ document, score, strength, signatures }) => ({
    ...{ id: index.records[document]?.id ?? '', score, strength },
    signatures: signatures.map(({ own, found, isWhole }) => ({ ...own, found, isWhole })),
    words: besides(words.wordsOf(document), signatures).slice(0, WORDS_SHOWN),
  }));
  return { paste, total: found.length, matches };
}

/** Words that a signature shown above them already says are not said again. */
function besides(words: readonly CommonWord[], signatures: readonly Weighed[]): CommonWord[] {
  const said = signatures.map(({ own }) => own.text.toLowerCase()).join('\n');
  return words.filter(({ text }) => text.length > 1 && !said.includes(text.toLowerCase()));
}

interface Found {
  readonly document: number;
  readonly score: number;
  readonly strength: Strength;
  readonly signatures: readonly Weighed[];
}

interface Weighed {
  readonly own: TriageSignature;
  readonly found: FoundShape;
  readonly isWhole: boolean;
  readonly rarity: number;
  readonly worth: number;
}

/** By incident, the most telling first. */
function findSignatures({ lines }: Paste, { records, shapes }: TriageIndex): Map<number, Weighed[]> {
  const byDocument = new Map<number, Weighed[]>();
  for (const found of findShapes(lines, shapes)) {
    const { pieces, rarity, places } = shapes.shapes[found.shape] ?? { pieces: [], rarity: 0, places: [] };
    const share = (found.shapeTo - found.shapeFrom) / pieces.length;
    for (const { document, signature } of places) {
      const own = records[document]?.signatures[signature];
      if (own === undefined) continue;
      const worth = SIGNATURE_WORTH * SHAPE_WEIGHTS[own.source] * (share === 1 ? 1 : share * PART_WORTH) * rarity ** 2;
      const all = byDocument.get(document) ?? [];
      if (all.push({ own, found, isWhole: share === 1, rarity, worth }) === 1) byDocument.set(document, all);
    }
  }
  for (const all of byDocument.values()) all.sort((a, b) => b.worth - a.worth || a.found.line - b.found.line);
  return byDocument;
}

/** What half the archive has says nothing. */
const RARE = 0.4;
/** Texts about something else stay below: a licence, a manual, an hour of other services' logs. */
const FLOOR = { likeness: 0.22, telling: 1.6, share: 0.15 };
const BESIDE_A_PART = 0.07;

/** Undefined below the floor: what little there is in common says nothing. */
function strengthOf(signatures: readonly Weighed[], words: WordsFound, document: number): Strength | undefined {
  const rare = signatures.filter(({ rarity }) => rarity >= RARE);
  const whole = rare.filter(({ isWhole }) => isWhole);
  if (whole.some(({ own }) => own.source === 'field') || whole.length > 1) return 'strong';
  const likeness = words.likeness(document);
  if (whole.length > 0 || (rare.length > 0 && likeness >= BESIDE_A_PART)) return 'fair';
  const isEnough = likeness >= FLOOR.likeness && words.telling(document) >= FLOOR.telling && words.share(document) >= FLOOR.share;
  return isEnough ? 'weak' : undefined;
}

/** Sums of other orders differ in their last digits. */
function round(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
