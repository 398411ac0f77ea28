// Takes what does not count off the end of a text. An expression such as `/[.,]+$/` would look from each of a run of them to its end: a hundred thousand
// full stops in a row would take minutes.

/** `text` up to the last character that `character`, an expression of one, does not match. In time that grows with its length. */
export function withoutEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
