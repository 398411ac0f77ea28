// Messages about other things may quote a text, and a credential in it: no message shows any.
import { makeFinder } from '../withheld/find.ts';
import { replaceWithheld } from '../withheld/replace.ts';

const IN_ITS_PLACE = '•••';

/** A quotation cut short may end within one. Fewer characters than this tell nothing. */
const SHORTEST_CUT = 3;

/** However it is spelt: as a slug, in other case, with escapes. Of one over several lines each line counts. */
export function makeMask(values: readonly string[]): (text: string) => string {
  const lines = [...new Set(values.flatMap((value) => value.split('\n').map((line) => line.trim())))].filter((line) => line !== '');
  if (lines.length === 0) return (text) => text;
  const finder = makeFinder(lines.map((text) => ({ kind: 'string', text })));
  return (text) => withoutCut(replaceWithheld(text, { finder, say: () => IN_ITS_PLACE }), lines);
}

function withoutCut(text: string, values: readonly string[]): string {
  if (!text.includes('…')) return text;
  return text.replace(/[^\s"]{3,}(?=…)/g, (end) => {
    const longest = values.reduce((most, value) => Math.max(most, beginningAtEndOf(end, value)), 0);
    return longest < SHORTEST_CUT ? end : end.slice(0, end.length - longest) + IN_ITS_PLACE;
  });
}

/** How many characters at the end of a text are the beginning of the value. */
function beginningAtEndOf(text: string, value: string): number {
  for (let length = Math.min(text.length, value.length); length >= SHORTEST_CUT; length--) {
    if (text.endsWith(value.slice(0, length))) return length;
  }
  return 0;
}
