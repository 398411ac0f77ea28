// `--as-of DAY` of the commands that show the archive of a day: what to load, and how it is said what that rests on.
import { sayStanding } from '../core/archive/say-standing.ts';
import type { Standing } from '../core/model/standing.ts';
import type { Day } from '../core/model/timestamp.ts';
import { countOf } from '../core/text/count.ts';
import type { Later, LoadOptions } from '../site/load.ts';

/** `history: false` is `--no-history`: then git is not asked for the files of then either. */
export function asOfOptions({
  asOf,
  history = true,
}: {
  readonly asOf?: Day;
  readonly history?: boolean;
}): Pick<LoadOptions, 'asOf' | 'lookBack'> {
  return asOf === undefined ? {} : { asOf, lookBack: history ? 'git' : 'dates' };
}

interface Shown {
  readonly standing?: Standing | undefined;
  readonly later?: Later | undefined;
}

/** A line, or none where no day was asked for. */
export function sayAsOf({ standing, later }: Shown): string[] {
  if (standing === undefined) return [];
  const { incidents = 0, reopened = 0 } = later ?? {};
  const of = [
    ...(incidents > 0 ? [`${countOf(incidents, 'incident')} began later and ${incidents === 1 ? 'is' : 'are'} left out`] : []),
    ...(reopened > 0 ? [`${countOf(reopened, 'action item')} closed later ${reopened === 1 ? 'counts' : 'count'} as open`] : []),
  ];
  // A page keeps a day on one line; in a terminal no-break spaces would only hide it from a search.
  return [`${[sayStanding(standing), ...of].join('; ').replaceAll('\u00a0', ' ')}.`];
}
