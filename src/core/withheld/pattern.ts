// What is withheld, as it is looked for.
import { isAlphanumeric, lettersOf } from './letters.ts';

/**
 * `string`: of a `redact` list, also found within words; `title`: of an incident that is left out; `id`: of one, or its file; `person`: a name.
 * Ids are found only as written, but for case; the others also with other marks between their words, or none.
 */
type WithheldKind = 'string' | 'title' | 'id' | 'person';

export interface Withheld {
  readonly kind: WithheldKind;
  readonly text: string;
  /** Only with the same capitals: `Will`, not `will`. */
  readonly isCased?: true;
  /** Replaced wherever it is seen, but too ordinary a word to be looked for in every byte of the site. */
  readonly isUnproven?: true;
}

export interface Pattern {
  /** In the list that was given. */
  readonly number: number;
  readonly kind: WithheldKind;
  readonly isCased: boolean;
  readonly text: string;
  readonly letters: readonly string[];
  /** What stands before each letter, where it is not part of the same word as the letter before it. */
  readonly gaps: readonly (string | undefined)[];
  /** Has to be a word of its own: a text of three letters stands in too many others. */
  readonly isWhole: boolean;
}

const SHORTEST_WITHIN = 4;

/** Undefined for what has neither letter nor digit: nothing could be told of it. */
export function makePattern({ kind, text, isCased }: Withheld, number: number): Pattern | undefined {
  const letters: string[] = [];
  const gaps: (string | undefined)[] = [];
  let gap = '';
  for (const character of text.trim()) {
    const code = character.codePointAt(0) ?? 0;
    if (!isAlphanumeric(code)) {
      gap += /\p{M}|\p{Default_Ignorable_Code_Point}/u.test(character) ? '' : character;
      continue;
    }
    for (const letter of lettersOf(code)) {
      gaps.push(gap === '' || letters.length === 0 ? undefined : gap);
      letters.push(letter);
      gap = '';
    }
  }
  if (letters.length === 0) return undefined;
  return {
    number,
    kind,
    isCased: isCased === true,
    text: text.trim().normalize('NFC'),
    letters,
    gaps,
    isWhole: kind !== 'string' || letters.length < SHORTEST_WITHIN,
  };
}
