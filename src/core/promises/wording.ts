// What an action item says, reduced to what can be compared: its words by their stems, and practices by their names.
import { termOf } from '../search/terms.ts';
import { words } from '../search/words.ts';
import { clauseEnds } from './clauses.ts';
import { type Deed, deedsBy, isUntold, type Verb } from './deeds.ts';
import { type NamedNotion, PRACTICES, SUBJECTS, THINGS } from './practices.ts';
import { WEAK_WORDS } from './weak-words.ts';

/** `practice`: names what is to be done. `subject`: names half of it, and leaves open to what. `weak`: a word that does not say what is promised. */
type NotionKind = 'practice' | 'subject' | 'word' | 'weak';

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

interface Stem {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Longer items are essays; what they promise stands at their beginning. */
const WORDS_AT_MOST = 60;

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

/** To give is said of whatever is added, of an alert and of a limit: what comes after it tells more. */
function deedOf(notions: readonly PlacedNotion[]): Deed | undefined {
  const first = notions.findIndex(({ kind }) => kind !== 'weak');
  const found = notions.flatMap(({ verb, kind }, at) =>
    verb && (kind === 'subject' || at <= first || !verb.isFirstOnly) ? verb.deed : [],
  );
  return found.find((deed) => deed !== 'give') ?? found[0];
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

/** Stop words and numbers are left out; compounds count as their words. */
function stemsOf(text: string): Stem[] {
  const found: Stem[] = [];
  for (const { text: whole, parts, isIdentifier, start, end } of words(text)) {
    if (found.length >= WORDS_AT_MOST) break;
    for (const part of isIdentifier || parts.length === 0 ? [whole] : parts) {
      const stem = stemOf(part, isIdentifier);
      if (stem !== '') found.push({ text: stem, start, end });
    }
  }
  return found;
}

const STEMS_AT_MOST = 0x10000;
const stems = new Map<string, string>();

/** Empty for a stop word or a number. Remembered: titles have many words and few different ones. */
function stemOf(word: string, isIdentifier: boolean): string {
  const key = isIdentifier ? ` ${word}` : word;
  const before = stems.get(key);
  if (before !== undefined) return before;
  const stem = WHOLE.has(word) ? word : /^\d+$/.test(word) ? '' : (termOf(word, isIdentifier) ?? '');
  if (stems.size >= STEMS_AT_MOST) stems.clear();
  stems.set(key, stem);
  return stem;
}

/** Not what is performed: how fast something is. The stemmer makes one word of both. */
const WHOLE = new Set(['performance']);

const weak = new Set(WEAK_WORDS.map((word) => stemOf(word, false)));

interface PlacedNotion extends Notion {
  readonly start: number;
  readonly end: number;
  readonly verb?: Verb | undefined;
}

function* placedNotions(stems: readonly Stem[], text: string): Iterable<PlacedNotion> {
  for (let at = 0; at < stems.length; ) {
    const { text: stem, start } = stems[at] as Stem;
    const named = names.get(stem)?.find(({ stems: called }) => called.every((one, index) => stems[at + index]?.text === one));
    at += named?.stems.length ?? 1;
    const end = stems[at - 1]?.end ?? start;
    const notion = named?.notion ?? { key: stem, kind: weak.has(stem) ? 'weak' : 'word' };
    yield { ...notion, written: text.slice(start, end).toLowerCase(), start, end, verb: verbOf(stems[at - 1]?.text, notion) };
  }
}

const verbs = deedsBy((word) => stemOf(word, false));

/** A rate limit limits; a canary release releases nothing that could be told apart from it. */
function verbOf(stem: string | undefined, { kind, key }: Omit<Notion, 'written'>): Verb | undefined {
  return kind === 'practice' && key !== '=rate limits' ? undefined : verbs.get(stem ?? '');
}

interface Called {
  readonly stems: readonly string[];
  readonly notion: Omit<Notion, 'written'>;
}

/** Everything that has a name, by the first word of each of its names, the longest first. */
const names = new Map<string, Called[]>();
addNames(PRACTICES, 'practice');
addNames(SUBJECTS, 'subject');
addNames(THINGS, 'word');
for (const list of names.values()) list.sort((a, b) => b.stems.length - a.stems.length);

function addNames(list: readonly NamedNotion[], kind: NotionKind): void {
  for (const { name, called, sameAs } of list) {
    const notion = sameAs === undefined ? { key: `=${name}`, kind, name } : { key: `=${sameAs}`, kind, name: sameAs, counted: `=${name}` };
    for (const phrase of called) {
      const stems = stemsOf(phrase).map(({ text }) => text);
      const [first = ''] = stems;
      names.set(first, [...(names.get(first) ?? []), { stems, notion }]);
    }
  }
}
