// What has a name, found among the stems of an action item.
import { type NamedNotion, PRACTICES, SUBJECTS, THINGS } from './practices.ts';
import { type Stem, stemsOf } from './stems.ts';

/** `practice`: names what is to be done. `subject`: names half of it, and leaves open to what. */
export type NamedKind = 'practice' | 'subject' | 'word';

interface NamedAs {
  readonly key: string;
  readonly kind: NamedKind;
  readonly name: string;
  /** By what it is counted how common it is, where that is not the key. */
  readonly counted?: string;
}

interface Called {
  readonly stems: readonly string[];
  readonly notion: NamedAs;
  /** The last may stand a little further on: to optimize slow queries is to optimize queries. */
  readonly isLoose: boolean;
}

/** A name, and which stems make it, besides the first. */
interface FoundName {
  readonly notion: NamedAs;
  /** How many stems on its last stands. */
  readonly reach: number;
  /** Those between belong to it as well. */
  readonly isWhole: boolean;
}

/** What begins with the stem at a place, the longest name first. */
export function nameAt(stems: readonly Stem[], at: number, text: string): FoundName | undefined {
  const begun = names.get(stems[at]?.text ?? '') ?? [];
  for (const { stems: called, notion, isLoose } of begun) {
    if (called.every((stem, index) => stems[at + index]?.text === stem)) return { notion, reach: called.length - 1, isWhole: true };
    const reach = isLoose ? objectAfter(stems, { at, object: called[1] ?? '', text }) : undefined;
    if (reach !== undefined) return { notion, reach, isWhole: false };
  }
  return undefined;
}

/** Between a verb and what it is done to: which of them. */
const BETWEEN_AT_MOST = 2;
/** Words of a text up to its object; after the verb's noun stands "of". */
const WHICH =
  /^(?:\s+of)?(?:\s+(?!(?:and|as|at|before|after|by|during|for|from|if|in|into|is|of|on|or|so|that|to|when|with|without)\s)[\p{L}\p{M}\p{N}'’_/-]+)*\s+$/iu;

interface Sought {
  readonly at: number;
  readonly object: string;
  readonly text: string;
}

function objectAfter(stems: readonly Stem[], { at, object, text }: Sought): number | undefined {
  for (let reach = 1; reach <= BETWEEN_AT_MOST + 1; reach++) {
    const stem = stems[at + reach];
    if (!stem) return undefined;
    if (stem.text === object) return WHICH.test(text.slice(stems[at]?.end, stem.start)) ? reach : undefined;
    // What has a name of its own says no more which.
    if (isNamed(stems, at + reach)) return undefined;
  }
  return undefined;
}

function isNamed(stems: readonly Stem[], at: number): boolean {
  return (names.get(stems[at]?.text ?? '') ?? []).some(({ stems: called }) =>
    called.every((stem, index) => stems[at + index]?.text === stem),
  );
}

/** Everything that has a name, by the first word of each of its names, the longest first. */
const names = new Map<string, Called[]>();
addNames(PRACTICES, 'practice');
addNames(SUBJECTS, 'subject');
addNames(THINGS, 'word');
for (const list of names.values()) list.sort((a, b) => b.stems.length - a.stems.length);

function addNames(list: readonly NamedNotion[], kind: NamedKind): void {
  for (const { name, called, doing, sameAs } of list) {
    const notion = sameAs === undefined ? { key: `=${name}`, kind, name } : { key: `=${sameAs}`, kind, name: sameAs, counted: `=${name}` };
    const add = (phrase: string, isLoose: boolean): void => {
      const stems = stemsOf(phrase).map(({ text }) => text);
      const [first = ''] = stems;
      names.set(first, [...(names.get(first) ?? []), { stems, notion, isLoose }]);
    };
    for (const phrase of called) add(phrase, false);
    for (const verb of doing?.verbs ?? []) {
      for (const object of doing?.to ?? []) {
        add(`${verb} ${object}`, true);
        // As its noun comes after what it is done to: query optimization.
        add(`${object} ${verb}`, false);
      }
    }
  }
}
