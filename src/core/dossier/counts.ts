// What the incidents of one service or team have in common, counted: its causes, and the signatures that came back.
import type { Incident } from '../model/incident.ts';
import { shapeOf } from '../resemblance/shapes.ts';

export interface Counted {
  /** As it stands in files. */
  readonly id: string;
  /** In how many incidents. */
  readonly count: number;
}

export interface CountedSignature {
  /** As the newest incident writes it. */
  readonly text: string;
  readonly count: number;
  readonly newest: Incident;
}

/** The commonest first; between equals the one that happened last. */
export function countValues(newestFirst: readonly Incident[], valuesOf: (incident: Incident) => readonly string[]): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const incident of newestFirst) for (const id of new Set(valuesOf(incident))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count);
}

/** The page of a service asks, and the file for other programs. */
const counted = new WeakMap<readonly Incident[], readonly CountedSignature[]>();

/** Signatures named as such, one per shape: the same message with another address is the same. The commonest first, then the newest. */
export function countSignatures(newestFirst: readonly Incident[]): readonly CountedSignature[] {
  const known = counted.get(newestFirst) ?? countShapes(newestFirst);
  counted.set(newestFirst, known);
  return known;
}

function countShapes(newestFirst: readonly Incident[]): readonly CountedSignature[] {
  const shapes = new Map<string, string>();
  const found = new Map<string, { text: string; newest: Incident; incidents: Set<Incident> }>();
  for (const incident of newestFirst) {
    for (const text of incident.signatures) {
      const shape = shapes.get(text) ?? (shapeOf(text) || text);
      shapes.set(text, shape);
      const known = found.get(shape) ?? { text, newest: incident, incidents: new Set() };
      known.incidents.add(incident);
      found.set(shape, known);
    }
  }
  return [...found.values()]
    .map(({ text, newest, incidents }) => ({ text, newest, count: incidents.size }))
    .sort((a, b) => b.count - a.count);
}
