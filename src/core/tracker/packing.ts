// Lists of whole numbers as text, one character for each: short in a file once it is compressed, and read without being parsed.

/** Stands for -1. Below it are the space, which separates lists, and characters that JSON has to escape. */
const LEAST = 0x23;
/** Halves of characters, none of which may stand alone. */
const SURROGATES = 0xd800;
const SURROGATE_COUNT = 0x800;
/** What lies beyond takes two places of a text. */
const LAST_SHORT = 0xffff;

/** Of numbers from -1 to about a million. */
export function pack(numbers: readonly number[]): string {
  let text = '';
  for (const number of numbers) {
    const code = number + 1 + LEAST;
    text += String.fromCodePoint(code < SURROGATES ? code : code + SURROGATE_COUNT);
  }
  return text;
}

/** Of a text that was not packed it makes numbers too, which whoever reads them has to check. */
export function unpack(text: string): readonly number[] {
  const numbers: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    // It took two places.
    if (code > LAST_SHORT) at++;
    numbers.push(numberOf(code));
  }
  return numbers;
}

function numberOf(code: number): number {
  return (code < SURROGATES ? code : code - SURROGATE_COUNT) - LEAST - 1;
}

/** Rising numbers as the steps between them, which are small. */
export function packRising(numbers: readonly number[]): string {
  return pack(numbers.map((number, index) => number - (numbers[index - 1] ?? 0)));
}

export function unpackRising(text: string): readonly number[] {
  let last = 0;
  return unpack(text).map((step) => {
    last += step;
    return last;
  });
}

export function packLists(lists: readonly (readonly number[])[]): string {
  return lists.map(pack).join(' ');
}

/** `count` tells one empty list from none. */
export function unpackLists(text: string, count: number): readonly (readonly number[])[] {
  return count === 0 ? [] : text.split(' ').map(unpack);
}
