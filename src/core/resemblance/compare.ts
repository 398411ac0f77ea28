// All incidents of an archive read, weighed and indexed, to be asked about one after the other.
import type { Archive } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import { type Lexicon, makeLexicon } from './lexicon.ts';
import { findNeighbours, type NeighbourMemory } from './neighbours.ts';
import { makeReader, type Reading } from './reading.ts';
import type { SharedTerm } from './reasons.ts';
import { type Vector, type VectorMemory, vectorsOf } from './vectors.ts';

export interface Compared {
  readonly lexicon: Lexicon;
  /** The nearest first, never a second telling, which lists leave out. */
  nearest(incident: Incident): { readonly to: Incident; readonly score: number }[];
  /** What both speak of, the weightiest first. */
  shared(a: Incident, b: Incident): SharedTerm[];
  /** How many different things that is: a pair of words and a part of a name are no more than their words. */
  evidence(shared: readonly SharedTerm[]): number;
  /** A word as the incident has it first. */
  spelling(incident: Incident, word: number): string | undefined;
}

/** What an earlier comparison read: an incident that is the same object is not read again. Large; without one, all is forgotten when it is done. */
export interface ResemblanceMemory {
  known?: Known;
}

interface Known {
  readonly lexicon: Lexicon;
  readonly read: (incident: Incident) => Reading;
  readonly readings: WeakMap<Incident, Reading>;
  readonly vectors: VectorMemory;
  readonly neighbours: NeighbourMemory;
}

/** A process that serves an archive for months starts afresh now and then. */
const SIZE_AT_MOST = 2 ** 22;

function remembered(memory: ResemblanceMemory): Known {
  const { known } = memory;
  if (known !== undefined && known.lexicon.size() <= SIZE_AT_MOST) return known;
  const lexicon = makeLexicon();
  memory.known = { lexicon, read: makeReader(lexicon), readings: new WeakMap(), vectors: {}, neighbours: {} };
  return memory.known;
}

/** Reads an incident that will be compared: most of the work, and it can be done before it is known which others there are. */
export function readAhead(incident: Incident, memory: ResemblanceMemory): void {
  readingOf(incident, remembered(memory));
}

function readingOf(incident: Incident, { readings, read }: Known): Reading {
  const reading = readings.get(incident) ?? read(incident);
  readings.set(incident, reading);
  return reading;
}

export function compareAll({ incidents, duplicates }: Pick<Archive, 'incidents' | 'duplicates'>, memory: ResemblanceMemory = {}): Compared {
  const known = remembered(memory);
  const { lexicon } = known;
  const all = [...incidents, ...duplicates];
  const own = all.map((incident) => readingOf(incident, known));
  const size = lexicon.size();
  const vectors = vectorsOf(own, size, known.vectors).all;
  const position = new Map(all.map((incident, at) => [incident, at]));
  const near = findNeighbours(vectors, { size, candidates: incidents.length }, known.neighbours);
  const vectorOf = (incident: Incident): Vector => vectors[position.get(incident) ?? 0] as Vector;
  return {
    lexicon,
    nearest: (incident) => near(position.get(incident) ?? 0).map(({ to, score }) => ({ to: all[to] as Incident, score })),
    shared: (a, b) => sharedTerms(vectorOf(a), vectorOf(b)),
    evidence: (shared) => shared.filter(({ term }) => isEvidence(term, lexicon)).length,
    spelling: (incident, word) => spellingIn(own[position.get(incident) ?? 0] as Reading, word, lexicon),
  };
}

function sharedTerms(a: Vector, b: Vector): SharedTerm[] {
  const theirs = new Map<number, number>();
  for (let n = 0; n < b.terms.length; n++) theirs.set(b.terms[n] as number, b.weights[n] as number);
  const found: SharedTerm[] = [];
  for (let n = 0; n < a.terms.length; n++) {
    const term = a.terms[n] as number;
    const weight = (theirs.get(term) ?? 0) * (a.weights[n] as number);
    if (weight > 0) found.push({ term, weight });
  }
  // Stable sort: between equals the order of the first incident's text.
  return found.sort((x, y) => y.weight - x.weight);
}

function isEvidence(term: number, lexicon: Lexicon): boolean {
  const found = lexicon.termAt(term);
  if (found.kind === 'fact') return found.fact !== 'team' && found.fact !== 'environment';
  return found.kind === 'shape' || (found.kind === 'word' && lexicon.isTelling(term));
}

function spellingIn({ spellings }: Reading, word: number, { vocabulary }: Lexicon): string | undefined {
  for (let n = 0; n < spellings.length; n += 2) {
    if (spellings[n] === word) return vocabulary.spellings[spellings[n + 1] as number]?.word;
  }
  return undefined;
}
