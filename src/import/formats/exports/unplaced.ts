// Sentences of an exported incident for which there is no field: named and written out, so that none is lost.

/** A record of the system's own, told of in its own words: what "Minor" means, what a service is for. */
const CATALOGUE =
  /(?:severity|severities|status|type|types|role|priority|field|fields|definition|mode|page|schema|template|service|services|component|components|team|teams|group|groups|user|users|environment|environments|links|relationships)$/i;
const MOST_NODES = 20_000;
/** Fewer are a name or a value, and stand in `kept` where they matter. */
const FEWEST_WORDS = 4;

export interface Unplaced {
  /** The way to it: `extra.follow_up_text`. */
  readonly name: string;
  readonly text: string;
}

export interface Placed {
  readonly title: string;
  /** All that was made of the record. */
  readonly said: string;
  /** Names of lists of which entries were left out on purpose. */
  readonly passedOver: readonly string[];
}

/**
 * The texts of a record that what was made of it does not hold.
 * A text counts as said when its letters stand in `said`, or nine in ten of its words: it may have been converted.
 */
export function unplacedTexts(record: unknown, { title, said, passedOver }: Placed): Unplaced[] {
  const letters = squeezed(said);
  const words = new Set(wordsOf(said));
  const isSaid = (text: string): boolean => {
    if (isTitle(text, title)) return true;
    // First what does not read all that was said: a record may hold thousands of texts.
    const own = [...new Set(wordsOf(text))];
    return own.filter((word) => words.has(word)).length >= own.length * 0.9 || letters.includes(squeezed(text));
  };
  const found = leavesOf(record, passedOver).filter(({ text }) => !isSaid(text));
  const once = new Map(found.map((leaf) => [leaf.text, leaf] as const).reverse());
  return [...once.values()].reverse();
}

/** Systems put a number before the title, and "report" behind it. */
function isTitle(text: string, title: string): boolean {
  return title !== '' && squeezed(text).includes(squeezed(title)) && wordsOf(text).length <= wordsOf(title).length + 3;
}

/** A stack of its own: nothing is too deep for it. */
function leavesOf(record: unknown, passedOver: readonly string[]): Unplaced[] {
  const leaves: Unplaced[] = [];
  const stack: { readonly value: unknown; readonly way: readonly string[] }[] = [{ value: record, way: [] }];
  for (let seen = 0; seen < MOST_NODES; seen += 1) {
    const next = stack.pop();
    if (next === undefined) break;
    const { value, way } = next;
    if (typeof value === 'string') {
      if (isProse(value)) leaves.push({ name: way.join('.'), text: value.trim() });
    } else if (Array.isArray(value)) stack.push(...value.map((item) => ({ value: item, way })).reverse());
    else if (typeof value === 'object' && value !== null) {
      const inner = Object.entries(value).filter(
        ([name, item]) => !passedOver.includes(name) && !(CATALOGUE.test(name) && typeof item === 'object'),
      );
      stack.push(...inner.map(([name, item]) => ({ value: item, way: [...way, name] })).reverse());
    }
  }
  return leaves;
}

function isProse(text: string): boolean {
  return wordsOf(text).length >= FEWEST_WORDS && /\s/.test(text.trim());
}

function withoutTags(text: string): string {
  return text.replace(/<[^<>]{0,300}>/g, ' ');
}

function squeezed(text: string): string {
  return withoutTags(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function wordsOf(text: string): string[] {
  return (
    withoutTags(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
