// What is said of a credential, in which it cannot be read.
import type { Credential } from './model.ts';

/** So long ones are made by programs: of a shorter one not even the length should be known. */
const LONG = 16;

export function sayCredential({ start, end, what, shown, name }: Credential): string {
  const given = name === undefined ? '' : `, given as "${name}"`;
  const length = end - start;
  const about = [...(shown === undefined ? [] : [`"${shown}…"`]), ...(length >= LONG ? [`${length} characters`] : [])].join(', ');
  return `${what} stands here${given}${about === '' ? '' : ` (${about})`}.`;
}
