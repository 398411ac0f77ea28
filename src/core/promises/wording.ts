// What an action item says, reduced to what can be compared: its words by their stems, and practices by their names.
import { clauseEnds } from './clauses.ts';
import { type Deed, deedsBy, isUntold, type Verb } from './deeds.ts';
import { type NamedKind, nameAt } from './names.ts';
import { type Stem, stemOf, stemsOf } from './stems.ts';
import { WEAK_WORDS } from './weak-words.ts';

/** `weak`: a word that does not say what is promised. */
type NotionKind = NamedKind | 'weak';

/** One thing an item speaks of. Two items speak of the same thing when the keys are equal. */
export interface Notion {
  readonly key: string;
  readonly kind: NotionKind;
  /** By what it is counted how common it is, where that is not the key. */
  readonly counted?: string;
  /** Of a practice or a subject; absent for words, whose name is how they are written. */
  readonly name?: string;
  /** As this item writes it, in small letters. */
  readonly written: string;
  /** Explains what has been promised before it. */
  readonly isAside?: boolean;
}

export interface Wording {
  /** The same for "Add load tests" and "Run load tests regularly"; what says nothing else is told apart by its weak words. */
  readonly key: string;
  /** In the order of the text, each once. */
  readonly notions: readonly Notion[];
  /** Notions that stand beside each other, with what is written there; without an order, so that "pool connections" is "connection pool". */
  readonly pairs: ReadonlyMap<string, string>;
  readonly deed?: Deed;
}

export function readWording(title: string): Wording {
  const text = withoutNote(title.replace(/<\/?[a-z][^<>]{0,200}>/gi, ' '));
  const notions = new Map<string, Notion>();
  const pairs = new Map<string, string>();
  const all = [...placedNotions(stemsOf(text), text)];
  let before: Pick<PlacedNotion, 'start' | 'key'> | undefined;
  const told = endOfPromise(all, clauseEnds(text));
  for (const { start, end, verb, ...notion } of all) {
    if (!notions.has(notion.key)) notions.set(notion.key, start < told ? notion : { ...notion, isAside: true });
    if (notion.kind === 'weak') continue;
    if (before !== undefined && before.key !== notion.key)
      pairs.set(pairOf(before.key, notion.key), text.slice(before.start, end).toLowerCase());
    before = { start, key: notion.key };
  }
  const deed = deedOf(all.filter(({ start }) => start < told));
  return { key: keyOf([...notions.values()], deed), notions: [...notions.values()], pairs, ...(deed !== undefined && { deed }) };
}

/** The first border after a practice: what was named says what is to be done, and the rest how, and what for. */
function endOfPromise(notions: readonly PlacedNotion[], ends: readonly number[]): number {
  const practice = notions.find(({ kind }) => kind === 'practice');
  return (practice && ends.find((end) => end > practice.start)) ?? Number.POSITIVE_INFINITY;
}

const LIMITS = '=limits';

/** To give is said of whatever is added, of an alert and of a limit: what comes after it tells more, and to give a limit is to limit. */
function deedOf(notions: readonly PlacedNotion[]): Deed | undefined {
  const first = notions.findIndex(({ kind }) => kind !== 'weak');
  const found = notions.flatMap(({ verb, kind }, at) =>
    verb && (kind === 'subject' || at <= first || !verb.isFirstOnly) ? verb.deed : [],
  );
  const telling = found.find((deed) => deed !== 'give');
  if (telling !== undefined) return telling;
  return found[0] === 'give' && notions.some(({ key }) => key === LIMITS) ? 'limit' : found[0];
}

function keyOf(notions: readonly Notion[], deed: Deed | undefined): string {
  const telling = notions.filter(({ kind }) => kind !== 'weak').map(({ key }) => key);
  if (isUntold(deed)) telling.push(`!${deed}`);
  return telling.length > 0 ? telling.sort().join('\n') : `\n${notions.map(({ key }) => key).join('\n')}`;
}

/** Between the keys of a pair. */
export const PAIR_SIGN = '\n';

/** The same for both orders. */
export function pairOf(a: string, b: string): string {
  return a < b ? a + PAIR_SIGN + b : b + PAIR_SIGN + a;
}

/** Without a last bracket, which says when or for whom: "Add alerts (short-term)". */
function withoutNote(text: string): string {
  const end = text.trimEnd();
  if (!end.endsWith(')')) return end;
  let depth = 0;
  for (let at = end.length - 1; at > 0; at--) {
    if (end[at] === ')') depth++;
    else if (end[at] === '(' && --depth === 0) return end.slice(0, at);
  }
  return end;
}

const weak = new Set(WEAK_WORDS.map((word) => stemOf(word, false)));

interface PlacedNotion extends Notion {
  readonly start: number;
  readonly end: number;
  readonly verb?: Verb | undefined;
}

function* placedNotions(stems: readonly Stem[], text: string): Iterable<PlacedNotion> {
  // Objects that were named with their verb, some words before.
  const told = new Set<number>();
  for (let at = 0; at < stems.length; at++) {
    if (told.has(at)) continue;
    const { text: stem, start } = stems[at] as Stem;
    const { notion: named, reach = 0, isWhole = true } = nameAt(stems, at, text) ?? {};
    const end = stems[at + reach]?.end ?? start;
    const notion = named ?? { key: stem, kind: weak.has(stem) ? 'weak' : 'word' };
    yield { ...notion, written: text.slice(start, end).toLowerCase(), start, end, verb: verbOf(stems[at + reach]?.text, notion) };
    if (isWhole) at += reach;
    else told.add(at + reach);
  }
}

const verbs = deedsBy((word) => stemOf(word, false));

/** A rate limit limits; a canary release releases nothing that could be told apart from it. */
function verbOf(stem: string | undefined, { kind, key }: Omit<Notion, 'written'>): Verb | undefined {
  return kind === 'practice' && key !== '=rate limits' ? undefined : verbs.get(stem ?? '');
}
