// The incidents most like each incident: what people have stated first, then what was worked out, each with its reasons.
import type { Archive } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import { type Compared, compareAll, type ResemblanceMemory } from './compare.ts';
import { type Difference, differencesOf, type Reason, reasonsOf, type SharedTerm } from './reasons.ts';
import { type Relation, type StatedRelation, statedRelations } from './relations.ts';

export interface Resembling {
  readonly incident: Incident;
  readonly relation: Relation;
  /** Of a stated relation: whether this incident says so, or the other one. */
  readonly isOwn: boolean;
  readonly reasons: readonly Reason[];
  readonly differences: readonly Difference[];
}

const SIMILAR_AT_MOST = 5;
/** Below, nothing is shown: a wrong answer, told with confidence, is worse than none. Between 0 and 1; found on pairs that people have judged. */
const FLOOR = 0.07;
/** One thing in common is chance. */
const EVIDENCE_LEAST = 2;

/** As much of an archive as is compared. */
type ComparedArchive = Pick<Archive, 'config' | 'incidents' | 'duplicates' | 'byId' | 'backlinks'>;

/** Maker of the lists of one archive. The same archive gives the same lists, whatever was read before it and in whatever order. */
export function similarIn(archive: ComparedArchive, memory?: ResemblanceMemory): (incident: Incident) => Resembling[] {
  const compared = compareAll(archive, memory);
  const stated = statedRelations(archive);
  return (incident) => {
    const facts = (stated.get(incident) ?? []).slice(0, SIMILAR_AT_MOST);
    const isStated = new Set((stated.get(incident) ?? []).map(({ to }) => to));
    const found: Resembling[] = sortFacts(incident, facts, compared).map(({ relation, to, isOwn }) =>
      describe(incident, { relation, isOwn, to, shared: compared.shared(incident, to) }, { compared, archive }),
    );
    for (const { to, score } of compared.nearest(incident)) {
      if (found.length >= SIMILAR_AT_MOST || score < FLOOR) break;
      if (isStated.has(to) || to.id === incident.duplicateOf) continue;
      const shared = compared.shared(incident, to);
      if (compared.evidence(shared) < EVIDENCE_LEAST) continue;
      found.push(describe(incident, { relation: 'alike', isOwn: true, to, shared }, { compared, archive }));
    }
    return found;
  };
}

/** Within one relation the most alike first; between equals the newer, as links come. */
function sortFacts(incident: Incident, facts: readonly StatedRelation[], compared: Compared): StatedRelation[] {
  const likeness = new Map(facts.map(({ to }) => [to, compared.shared(incident, to).reduce((sum, { weight }) => sum + weight, 0)]));
  const strength = facts.map(({ relation }) => relation);
  return facts
    .map((fact, at) => ({ fact, at }))
    .sort((a, b) => {
      const [first, second] = [strength.indexOf(a.fact.relation), strength.indexOf(b.fact.relation)];
      return first - second || (likeness.get(b.fact.to) ?? 0) - (likeness.get(a.fact.to) ?? 0) || a.at - b.at;
    })
    .map(({ fact }) => fact);
}

interface Found {
  readonly relation: Relation;
  readonly isOwn: boolean;
  readonly to: Incident;
  readonly shared: readonly SharedTerm[];
}

interface Context {
  readonly compared: Compared;
  readonly archive: Pick<Archive, 'config'>;
}

function describe(here: Incident, { relation, isOwn, to, shared }: Found, { compared, archive: { config } }: Context): Resembling {
  const { lexicon } = compared;
  const pair = { here, shared, spelling: (word: number) => compared.spelling(here, word) };
  return {
    incident: to,
    relation,
    isOwn,
    reasons: reasonsOf(pair, { lexicon, config }),
    differences: relation === 'duplicate' ? [] : differencesOf(here, to, config),
  };
}
