// How messages name things: times as they stand in files, guesses as questions.

import type { Timestamp } from '../model/timestamp.ts';
import { closest } from '../text/closest.ts';

/** `2026-11-20T14:02+01:00`: with its offset, so that two times of one message can be compared. */
export function sayTime(at: Timestamp): string {
  return at.iso.replace(/:00(?=Z$|[+-]\d\d:\d\d$)/, '');
}

/** Each guess looks at every candidate: so many are worth it, more would let a broken file take minutes. */
const MOST_GUESSES = 20;

export type Guesser = (word: string, candidates: Iterable<string>) => string | undefined;

/** `closest`, until enough has been guessed. */
export function makeGuesser(): Guesser {
  let guesses = 0;
  return (word, candidates) => {
    guesses += 1;
    return guesses > MOST_GUESSES ? undefined : closest(word, candidates);
  };
}

export function didYouMean(guess: string | undefined): string | undefined {
  return guess === undefined ? undefined : `Did you mean "${guess}"?`;
}

/** "a", "b" and "c" */
export function sayList(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

const LONGEST = 60;

/** A name or title, short enough for a message. */
export function sayShort(text: string): string {
  const characters = Array.from(text.slice(0, LONGEST * 2));
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
}
