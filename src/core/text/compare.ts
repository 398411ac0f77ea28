// The order of texts that depends on nothing but the texts: by UTF-16 units, the same in every language and on every machine.

/** For `sort`: below 0 where `a` comes first, 0 for equals. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
