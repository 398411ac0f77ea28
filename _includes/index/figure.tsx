// A number in a table; nothing steps back.
import { sayCount } from '../../src/core/text/count.ts';

export function Figure({ count }: { readonly count: number }) {
  return <span class={count === 0 ? 'quiet' : undefined}>{sayCount(count)}</span>;
}

/** What is late stands out, unless there is none. */
export function LateFigure({ count }: { readonly count: number }) {
  return count === 0 ? <Figure count={0} /> : <span class="late-word">{sayCount(count)}</span>;
}
