// What is kept of an earlier comparison: after any edits, the lists are those that a fresh comparison of the same archive makes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assembleArchive } from '../../../src/core/archive/assemble.ts';
import { defaultConfig } from '../../../src/core/config/read.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import type { ResemblanceMemory } from '../../../src/core/resemblance/compare.ts';
import { findNeighbours, type NeighbourMemory } from '../../../src/core/resemblance/neighbours.ts';
import { similarIn } from '../../../src/core/resemblance/similar.ts';
import type { Vector } from '../../../src/core/resemblance/vectors.ts';
import { rich, told } from './incidents.ts';

const INCIDENTS = 150;
const WORDS = 260;

/** Numbers that look as if by chance; the same for the same seed. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

/** Words of letters alone, a few of which come often. */
function someText(next: (below: number) => number, count: number): string {
  const word = (n: number): string => `word${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}q`;
  return Array.from({ length: count }, () => word(Math.min(next(WORDS), next(WORDS)))).join(' ');
}

function someIncident(id: string, next: (below: number) => number): Incident {
  return told(id, { title: someText(next, 4), summary: rich(someText(next, 1 + next(24))), services: [`s-${next(9)}`] });
}

type Edit = (list: readonly Incident[], next: (below: number) => number) => Incident[];
const EDITS: readonly Edit[] = [
  (list, next) => replaceOne(list, next, (incident) => ({ ...incident, title: `${incident.title} ${someText(next, 1)}` })),
  (list, next) => replaceOne(list, next, (incident) => ({ ...incident, summary: rich(someText(next, 20)) })),
  (list, next) => replaceOne(list, next, (incident) => someIncident(incident.id, next)),
  (list, next) => replaceOne(list, next, (incident) => ({ ...incident, duplicateOf: list.at(-1)?.id ?? '' })),
  (list, next) => [...list, someIncident(`new-${list.length}-${next(1e6)}`, next)],
  (list, next) => list.toSpliced(next(list.length), 1),
  (list) => [...list],
];

function replaceOne(list: readonly Incident[], next: (below: number) => number, edit: (incident: Incident) => Incident): Incident[] {
  const at = next(list.length);
  return list.map((incident, index) => (index === at ? edit(incident) : incident));
}

test('edits one after the other: the lists of a fresh comparison', () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.constantFrom(...EDITS), { minLength: 1, maxLength: 6 }), (seed, edits) => {
      const next = numbersFrom(seed);
      const memory: ResemblanceMemory = {};
      let list = Array.from({ length: INCIDENTS }, (_, n) => someIncident(`i-${n}`, next));
      for (const edit of [undefined, ...edits]) {
        list = edit?.(list, next) ?? list;
        const archive = assembleArchive(list, { config: defaultConfig, asOf: '2026-12-01' });
        const [again, fresh] = [similarIn(archive, memory), similarIn(archive)];
        for (const incident of archive.byId.values()) expect(again(incident)).toEqual(fresh(incident));
      }
    }),
    { numRuns: 3 },
  );
});

/** The last nine are not to be found, as second tellings are. */
const VECTORS = 450;
/** So few that many terms are in more vectors than they find. */
const TERMS = 60;

function someVector(next: (below: number) => number): Vector {
  const terms = new Set(Array.from({ length: 1 + next(40) }, () => Math.min(next(TERMS), next(TERMS))));
  const weighed = [...terms].map((term) => [term, 1 + next(60)] as const).sort(([, a], [, b]) => b - a);
  return {
    terms: Int32Array.from(weighed, ([term]) => term),
    weights: Int32Array.from(weighed, ([, weight]) => weight),
    length: Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight ** 2, 96 ** 2)),
  };
}

test('vectors that come, go and change: all neighbours with their scores as they are found afresh', () => {
  let [kept, all] = [0, 0];
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const next = numbersFrom(seed);
      const memory: NeighbourMemory = {};
      let vectors = Array.from({ length: VECTORS }, () => someVector(next));
      for (let round = 0; round < 8; round++) {
        if (round > 0) vectors = vectors.toSpliced(next(VECTORS - 20), next(3), ...Array.from({ length: next(3) }, () => someVector(next)));
        const bounds = { size: TERMS, candidates: vectors.length - 9 };
        const [again, fresh] = [findNeighbours(vectors, bounds, memory), findNeighbours(vectors, bounds)];
        if (round > 0) kept += memory.last?.found.size ?? 0;
        all += vectors.length;
        const say = (near: typeof fresh): string[] => vectors.map((_, at) => JSON.stringify(near(at)));
        expect(say(again)).toEqual(say(fresh));
      }
    }),
    { numRuns: 3 },
  );
  expect(kept).toBeGreaterThan(all / 8);
});
