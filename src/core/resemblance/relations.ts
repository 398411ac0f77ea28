// What people have said of two incidents themselves: facts, which come before any resemblance.
import type { Archive, Backlink } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';

/** `alike` is nobody's word: it was worked out. */
export const RELATIONS = ['duplicate', 'recurrence', 'related', 'mention', 'alike'] as const;
export type Relation = (typeof RELATIONS)[number];
type Stated = Exclude<Relation, 'alike'>;

export interface StatedRelation {
  readonly relation: Stated;
  readonly to: Incident;
  /** This incident says it, or the other one does. */
  readonly isOwn: boolean;
}

/** Of every incident, the strongest relation to each other one that either of the two states; the strongest first. */
export function statedRelations({ byId, backlinks }: Pick<Archive, 'byId' | 'backlinks'>): Map<Incident, StatedRelation[]> {
  const found = new Map<Incident, Map<Incident, StatedRelation>>();
  const add = (from: Incident, stated: StatedRelation): void => {
    const own = found.get(from) ?? new Map<Incident, StatedRelation>();
    found.set(from, own);
    const known = own.get(stated.to);
    if (known === undefined || rank(stated.relation) < rank(known.relation)) own.set(stated.to, stated);
  };
  for (const [id, links] of backlinks) {
    const target = byId.get(id);
    if (target === undefined) continue;
    for (const { kind, from } of links as readonly Backlink[]) {
      add(target, { relation: kind, to: from, isOwn: false });
      add(from, { relation: kind, to: target, isOwn: true });
    }
  }
  return new Map([...found].map(([incident, own]) => [incident, [...own.values()].sort((a, b) => rank(a.relation) - rank(b.relation))]));
}

function rank(relation: Relation): number {
  return RELATIONS.indexOf(relation);
}
