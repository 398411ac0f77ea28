// What grows with the days: written as of the build, and counted on to the day it is read by `src/client/lateness.ts`.
import type { TrackedAction } from '../../src/core/model/archive.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { formatDay } from '../../src/core/time/format.ts';
import { fixedOffset } from '../../src/core/time/zone.ts';
import { countLate, writeLateDays } from '../../src/core/tracker/late-days.ts';
import type { View } from './view.ts';

/** The day that lateness is counted to. */
export function CountedTo({ view: { asOf, config, standsStill } }: { readonly view: Pick<View, 'asOf' | 'config' | 'standsStill'> }) {
  if (standsStill) return <time datetime={asOf}>{formatDay(asOf)}</time>;
  return (
    <time datetime={asOf} data-counted-to={fixedOffset(config.timezone) ?? config.timezone}>
      {formatDay(asOf)}
    </time>
  );
}

/** A long list comes in hundreds of pages, and all say it of the whole. */
const known = new WeakMap<readonly Pick<TrackedAction, 'overdueDays'>[], string>();

/** How many are late, of any list of which a part can become so. */
export function LateCount({ actions }: { readonly actions: readonly Pick<TrackedAction, 'overdueDays'>[] }) {
  const written = known.get(actions) ?? writeLateDays(actions);
  known.set(actions, written);
  const count = sayCount(countLate(written, 0));
  return written.includes(' ') ? <span data-late={written}>{count}</span> : count;
}

/** How long something has lasted that goes on. */
export function DayCount({ days }: { readonly days: number }) {
  return <span data-days={days}>{countOf(days, 'day')}</span>;
}

export function canBeLate(actions: readonly Pick<TrackedAction, 'overdueDays'>[]): boolean {
  return actions.some(({ overdueDays }) => overdueDays !== undefined);
}

export function isAnyLate(actions: readonly Pick<TrackedAction, 'overdueDays'>[]): boolean {
  return actions.some(({ overdueDays = 0 }) => overdueDays > 0);
}
