// Text from files, made safe to show in a terminal: a message may quote what an attacker wrote.

/** Control characters move the cursor and change the title; bidirectional ones reorder what is read; line ends would fake lines of the report. */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

/** The text on one line, with every character that would not be seen written as `<U+202E>`. */
export function visible(text: string): string {
  return text.replace(/\r?\n|\t/g, ' ').replace(HIDDEN, (character) => {
    return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
