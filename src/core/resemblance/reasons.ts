// Why two incidents are held to be alike, as data a page can set and a sentence a program can print: only what anybody can look up in both.
import type { DetectionSource, Incident } from '../model/incident.ts';
import type { SiteConfig, VocabularyName } from '../model/site-config.ts';
import type { Lexicon } from './lexicon.ts';
import { signaturesOf } from './signatures.ts';
import type { FactKind } from './texts.ts';

/** What both have: `same service` and the names, `both have` and signatures, `both mention` and words. */
export interface Reason {
  readonly kind: Exclude<FactKind, 'environment'> | 'signature' | 'words';
  /** Empty where the kind says it all. */
  readonly names: readonly string[];
}

/** What is known of both and is not the same: `here` is this incident, `there` the other. */
export interface Difference {
  readonly kind: 'cause' | 'trigger' | 'detection';
  readonly here: string;
  readonly there: string;
}

/** A term of both, and how much it adds; the most first. */
export interface SharedTerm {
  readonly term: number;
  readonly weight: number;
}

export interface Pair {
  readonly here: Incident;
  readonly shared: readonly SharedTerm[];
  /** How this incident spells a word. */
  readonly spelling: (word: number) => string | undefined;
}

const FACTS: readonly Exclude<FactKind, 'environment'>[] = ['link', 'service', 'cause', 'trigger', 'minute', 'day', 'tag', 'team'];
const NAMES_AT_MOST = 3;
const SIGNATURES_AT_MOST = 2;
const WORDS_AT_MOST = 4;
/** A word counts as said where at least one of the two says it of its cause, in its summary or in its title. */
const WORD_LEAST = 400;

export function reasonsOf(
  { here, shared, spelling }: Pair,
  { lexicon, config }: { readonly lexicon: Lexicon; readonly config: SiteConfig },
): Reason[] {
  const facts = factReasons(shared, lexicon, config);
  const shapes = new Set(shared.flatMap(({ term }) => shapeText(term, lexicon)));
  const signatures =
    shapes.size === 0
      ? []
      : signaturesOf(here)
          .filter(({ shape }) => shapes.has(shape))
          .slice(0, SIGNATURES_AT_MOST);
  const said = lettersOf([...facts.flatMap(({ names }) => names), ...signatures.map(({ text }) => text)].join('\n'));
  const telling = shared.filter(({ weight }) => weight >= WORD_LEAST);
  const words = sharedWords(telling, lexicon, spelling).filter((word) => !said.includes(lettersOf(word)));
  return [
    ...facts,
    ...(signatures.length > 0 ? [{ kind: 'signature' as const, names: signatures.map(({ text }) => text) }] : []),
    ...(words.length > 0 ? [{ kind: 'words' as const, names: words.slice(0, WORDS_AT_MOST) }] : []),
  ];
}

/** What is said once is not said again in another spelling. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}\n]+/gu, '');
}

function shapeText(term: number, lexicon: Lexicon): string[] {
  const found = lexicon.termAt(term);
  return found.kind === 'shape' ? [found.text] : [];
}

function factReasons(shared: readonly SharedTerm[], lexicon: Lexicon, config: SiteConfig): Reason[] {
  const values = new Map<FactKind, string[]>();
  for (const { term } of shared) {
    const found = lexicon.termAt(term);
    if (found.kind !== 'fact') continue;
    values.set(found.fact, [...(values.get(found.fact) ?? []), found.value]);
  }
  if (values.has('minute')) values.delete('day');
  if (values.has('service') || values.has('cause')) values.delete('team');
  return FACTS.flatMap((kind): Reason[] => {
    const own = values.get(kind);
    if (own === undefined) return [];
    const isTold = kind === 'minute' || kind === 'day';
    return [{ kind, names: isTold ? [] : own.slice(0, NAMES_AT_MOST).map((value) => nameOf(kind, value, config)) }];
  });
}

const VOCABULARY_OF: Readonly<Partial<Record<FactKind, VocabularyName>>> = {
  service: 'services',
  cause: 'root_causes',
  tag: 'tags',
  team: 'teams',
};

function nameOf(kind: FactKind, value: string, { vocabularies }: SiteConfig): string {
  const vocabulary = VOCABULARY_OF[kind];
  return (vocabulary && vocabularies[vocabulary].terms.find(({ id }) => id === value)?.name) ?? value;
}

/** Pairs in place of their words. */
function sharedWords(shared: readonly SharedTerm[], lexicon: Lexicon, spelling: Pair['spelling']): string[] {
  const inPairs = new Set<number>();
  for (const { term } of shared) {
    const found = lexicon.termAt(term);
    if (found.kind === 'pair' && !inPairs.has(found.first) && !inPairs.has(found.second)) inPairs.add(found.first).add(found.second);
  }
  const taken = new Set<number>();
  return shared.flatMap(({ term }) => {
    const found = lexicon.termAt(term);
    if (found.kind === 'word') return inPairs.has(term) || !lexicon.isTelling(term) ? [] : (spelling(term) ?? []);
    if (found.kind !== 'pair' || taken.has(found.first) || taken.has(found.second)) return [];
    taken.add(found.first).add(found.second);
    const [first, second] = [spelling(found.first), spelling(found.second)];
    return first === undefined || second === undefined ? [] : [`${first} ${second}`];
  });
}

const DETECTION_WORDS: Readonly<Record<DetectionSource, string>> = {
  monitoring: 'monitoring',
  customer: 'a customer',
  employee: 'an employee',
  vendor: 'a vendor',
  chance: 'chance',
};

export function differencesOf(here: Incident, there: Incident, config: SiteConfig): Difference[] {
  const causes = ({ rootCauses }: Incident): string => rootCauses.map((id) => nameOf('cause', id, config)).join(', ');
  const hasOther =
    here.rootCauses.length > 0 && there.rootCauses.length > 0 && !here.rootCauses.some((id) => there.rootCauses.includes(id));
  const different = (kind: Difference['kind'], a: string | undefined, b: string | undefined): Difference[] =>
    a === undefined || b === undefined || a === b ? [] : [{ kind, here: a, there: b }];
  return [
    ...(hasOther ? different('cause', causes(here), causes(there)) : []),
    ...different('trigger', here.trigger, there.trigger),
    ...different('detection', here.detectedBy && DETECTION_WORDS[here.detectedBy], there.detectedBy && DETECTION_WORDS[there.detectedBy]),
  ];
}
