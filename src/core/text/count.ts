// Numbers of things, as pages say them.

/** `12`, `1,034`, `10,000` */
export function sayCount(count: number): string {
  return count < 1000 ? String(count) : String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 incident`, `12 incidents`: with the plural it is given, else with an s. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${sayCount(count)} ${count === 1 ? noun : plural}`;
}
