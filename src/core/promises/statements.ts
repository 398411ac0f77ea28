// The promises of an archive as distinct statements, with the weight of everything they speak of.
import type { ActionItem } from '../model/action-item.ts';
import type { Incident } from '../model/incident.ts';
import { rarityAmong } from '../text/rarity.ts';
import type { FindIncident } from './chain.ts';
import { type Context, contextOf, type Fact, factKey, factsOf, mentionedBy, ownFactsOf } from './context.ts';
import { type Notion, readWording, type Wording } from './wording.ts';

/** One action item and the incident that promised it. */
export interface Promised {
  readonly item: ActionItem;
  readonly incident: Incident;
}

/** Everything that says the same, however often. */
export interface Statement {
  /** In the order of the text. */
  readonly notions: readonly Notion[];
  /** Of each notion: from 0, for what most of the archive promises, to about 1; what has a name counts for more. */
  readonly weights: readonly number[];
  readonly pairs: Wording['pairs'];
  readonly deed: Wording['deed'];
  /** Sum of the weights. */
  readonly mass: number;
  /** Worked out when asked for: of most statements nobody does. */
  readonly context: () => Context;
  /** In the order given. */
  readonly promised: readonly Promised[];
}

const KIND_WEIGHT = { practice: 1.8, subject: 1.6, word: 1, weak: 0.12 } as const;
/** What is promised comes first; how and what for comes after it. */
const PLACE_WEIGHTS = [1, 1, 1, 1, 0.7, 0.7, 0.7, 0.7];
const LATE_WEIGHT = 0.45;
/** How something is to be done, and what for, differs where the promise is the same. */
const ASIDE_WEIGHT = 0.4;

interface Said {
  readonly wording: Wording;
  readonly promised: Promised[];
  readonly facts: (readonly Fact[])[];
}

/** Statements in the order of their first promise. */
export function statementsOf(incidents: readonly Incident[], find: FindIncident): Statement[] {
  const said = new Map<string, Said>();
  const spread = new Map<string, number>();
  let count = 0;
  for (const incident of incidents) {
    if (incident.actionItems.length === 0) continue;
    count++;
    const shared = factsOf(incident, find);
    const own = new Set(shared.map(factKey));
    for (const item of incident.actionItems) {
      const promised = { item, incident };
      const wording = wordingOf(promised, find);
      const facts = ownFactsOf(promised, shared, find);
      const before = said.get(wording.key) ?? { wording, promised: [], facts: [] };
      said.set(wording.key, before);
      before.promised.push(promised);
      before.facts.push(facts);
      for (const notion of wording.notions) own.add(countedBy(notion));
      if (facts !== shared) for (const fact of facts) own.add(factKey(fact));
    }
    for (const key of own) spread.set(key, (spread.get(key) ?? 0) + 1);
  }
  const rarityIn = rarityAmong(count);
  const rarity = (key: string): number => rarityIn(spread.get(key) ?? 0);
  return [...said.values()].map((one) => weigh(one, rarity));
}

function countedBy({ counted, key }: Notion): string {
  return counted ?? key;
}

/** By item: an item that was read is not read again in the next build. */
const known = new WeakMap<ActionItem, { readonly text: string; readonly wording: Wording }>();

/** The titles of incidents it names are not its own words. */
export function wordingOf(promised: Promised, find: FindIncident): Wording {
  const { plain } = promised.item.title;
  const text = mentionedBy(promised, find).reduce((rest, { title }) => rest.replaceAll(title, ' '), plain);
  const before = known.get(promised.item);
  if (before?.text === text) return before.wording;
  const wording = readWording(text);
  known.set(promised.item, { text, wording });
  return wording;
}

function weigh({ wording: { notions, pairs, deed }, promised, facts }: Said, rarity: (key: string) => number): Statement {
  let place = 0;
  let mass = 0;
  const weights = notions.map((notion) => {
    const { kind, isAside } = notion;
    const late = kind === 'weak' ? 1 : (PLACE_WEIGHTS[place++] ?? LATE_WEIGHT);
    const weight = rarity(countedBy(notion)) * KIND_WEIGHT[kind] * late * (isAside ? ASIDE_WEIGHT : 1);
    mass += weight;
    return weight;
  });
  let context: Context | undefined;
  return {
    notions,
    weights,
    pairs,
    mass,
    promised,
    deed,
    context: () => {
      context ??= contextOf(facts, rarity);
      return context;
    },
  };
}

/** What a statement gives to a notion; 0 where it does not speak of it. */
export function weightIn({ notions, weights }: Statement, key: string): number {
  return weights[notions.findIndex((notion) => notion.key === key)] ?? 0;
}
