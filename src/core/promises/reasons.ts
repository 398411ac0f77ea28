// Why promises are held to be one: the words they share, and where they come from. Sentences for people.
import type { SiteConfig } from '../model/site-config.ts';
import type { FindIncident } from './chain.ts';
import { type Fact, factsOf, mentionedBy, ownFactsOf } from './context.ts';
import type { Group } from './groups.ts';
import type { Promised, Statement } from './statements.ts';
import { type Notion, pairOf } from './wording.ts';

/** The name of a service, cause, team or tag. */
export type NameOf = (fact: Fact) => string;

interface Surroundings {
  readonly find: FindIncident;
  readonly nameOf: NameOf;
}

/** What can be quoted as one. */
const PHRASE = /^[\p{L}\p{M}\p{N}' -]{1,40}$/u;
const WORDS_AT_MOST = 4;
const SPELLINGS_AT_MOST = 3;
const FACTS_AT_MOST = 2;

export function reasonsOf(group: Group, { find, nameOf }: Surroundings): string[] {
  const promised = group.members.flatMap((member) => member.promised);
  return [sharedWords(group), ...mentions(promised, find), ...sharedFacts(promised, { find, nameOf })];
}

interface SharedNotion {
  readonly notion: Notion;
  readonly weight: number;
  readonly written: Set<string>;
  /** Ids. */
  readonly incidents: Set<string>;
}

/** What most of the group speaks of, the core first. */
function sharedWords(group: Group): string {
  if (group.core === undefined) return 'the same words, which say little of what is to be done';
  const common = commonNotions(group, group.core);
  const names = sayNotions(common, phrasesOf(group));
  const isLittle = common.length === 1 && common[0]?.notion.kind !== 'practice';
  return isLittle ? `rest on little: all they share is ${names.join('')}` : `share ${names.join(', ')}`;
}

/** What stands together in the leader and in another. */
function phrasesOf({ leader, members }: Group): Statement['pairs'] {
  const others = members.filter((member) => member !== leader);
  return new Map([...leader.pairs].filter(([pair]) => others.length === 0 || others.some(({ pairs }) => pairs.has(pair))));
}

function commonNotions({ members }: Group, core: string): SharedNotion[] {
  const found = new Map<string, SharedNotion>();
  const total = new Set<string>();
  for (const { notions, weights, promised } of members) {
    for (const { incident } of promised) total.add(incident.id);
    for (const [index, notion] of notions.entries()) {
      if (notion.kind === 'weak') continue;
      const known = found.get(notion.key) ?? { notion, weight: weights[index] ?? 0, written: new Set(), incidents: new Set() };
      found.set(notion.key, known);
      known.written.add(notion.written);
      for (const { incident } of promised) known.incidents.add(incident.id);
    }
  }
  const rank = ({ notion, weight, incidents }: SharedNotion): number =>
    notion.key === core ? Number.POSITIVE_INFINITY : incidents.size * weight;
  return [...found.values()]
    .filter(({ notion, incidents }) => notion.key === core || (incidents.size >= 2 && incidents.size * 2 > total.size))
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, WORDS_AT_MOST);
}

/** `"connection pool"`, where two stand beside each other; `load testing ("load tests", "stress test")` */
function sayNotions(common: readonly SharedNotion[], phrases: Statement['pairs']): string[] {
  const rest = new Set(common);
  return common.flatMap((shared) => {
    if (!rest.delete(shared)) return [];
    const { notion, written } = shared;
    const [first = ''] = written;
    if (notion.name !== undefined && (written.size > 1 || first !== notion.name)) {
      return `${notion.name} (${[...written].slice(0, SPELLINGS_AT_MOST).map(quote).join(', ')})`;
    }
    for (const beside of notion.name === undefined ? rest : []) {
      const phrase = phrases.get(pairOf(notion.key, beside.notion.key));
      if (phrase === undefined || !PHRASE.test(phrase)) continue;
      rest.delete(beside);
      return quote(phrase);
    }
    return quote(first);
  });
}

function quote(text: string): string {
  return `"${text}"`;
}

/** An item that names the incident of another says itself that it repeats it. */
function mentions(promised: readonly Promised[], find: FindIncident): string[] {
  const incidents = new Set(promised.map(({ incident }) => incident));
  return promised.flatMap((one) =>
    mentionedBy(one, find)
      .filter((named) => incidents.has(named))
      .map((named) => `${one.incident.id}/${one.item.id} names ${named.id}`),
  );
}

/** Services and causes that incidents of the group have in common; where there are none, teams and tags. */
function sharedFacts(promised: readonly Promised[], { find, nameOf }: Surroundings): string[] {
  const incidents = new Map<string, { fact: Fact; of: Set<string> }>();
  for (const one of promised) {
    for (const fact of ownFactsOf(one, factsOf(one.incident, find), find)) {
      const key = `${fact.kind}\n${fact.value}`;
      const known = incidents.get(key) ?? { fact, of: new Set<string>() };
      incidents.set(key, known);
      known.of.add(one.incident.id);
    }
  }
  const total = new Set(promised.map(({ incident }) => incident.id)).size;
  const say = (kinds: readonly Fact['kind'][]): string[] =>
    kinds.flatMap((kind) =>
      [...incidents.values()]
        .filter(({ fact, of }) => fact.kind === kind && of.size > 1)
        .sort((a, b) => b.of.size - a.of.size)
        .slice(0, FACTS_AT_MOST)
        .map(({ fact, of }) => sayFact(fact, { name: nameOf(fact), isAll: of.size === total, count: of.size, total })),
    );
  const strong = say(['chain', 'service', 'cause']);
  return strong.length > 0 ? strong : say(['team', 'tag']);
}

interface FactCount {
  readonly name: string;
  readonly isAll: boolean;
  readonly count: number;
  readonly total: number;
}

function sayFact({ kind }: Fact, { name, isAll, count, total }: FactCount): string {
  const what = kind === 'chain' ? `recurrences of ${name}` : `${kind} ${name}`;
  return isAll ? what : `${what} in ${count} of ${total} incidents`;
}

/** Names as the vocabularies of the site have them, else as files write them. */
export function factNames({ vocabularies }: SiteConfig): NameOf {
  const names = new Map<string, string>();
  for (const [kind, vocabulary] of Object.entries({ service: 'services', cause: 'root_causes', team: 'teams', tag: 'tags' } as const)) {
    for (const { id, name } of vocabularies[vocabulary].terms) names.set(`${kind}\n${id}`, name);
  }
  return ({ kind, value }) => names.get(`${kind}\n${value}`) ?? value;
}
