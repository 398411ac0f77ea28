// A number in a table; nothing steps back.
import type { TrackedAction } from '../../src/core/model/archive.ts';
import { sayCount } from '../../src/core/text/count.ts';
import { isAnyLate, LateCount } from '../ui/lateness.tsx';

export function Figure({ count }: { readonly count: number }) {
  return <span class={count === 0 ? 'quiet' : undefined}>{sayCount(count)}</span>;
}

/** What is late stands out, unless there is none. */
export function LateFigure({ actions }: { readonly actions: readonly Pick<TrackedAction, 'overdueDays'>[] }) {
  return (
    <span class={isAnyLate(actions) ? 'late-word' : 'quiet'} data-late-part="late-word">
      <LateCount actions={actions} />
    </span>
  );
}
