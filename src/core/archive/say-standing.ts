// How it is known what an archive was like on its day, in words: the same in the terminal and on the pages.
import type { Standing } from '../model/standing.ts';
import { formatDay } from '../time/format.ts';

/** `The archive of 22 Nov 2026, as git has it in commit 4c01dd3e21 of 21 Nov 2026` */
export function sayStanding(standing: Standing): string {
  return `The archive of ${formatDay(standing.of)}, ${sayWay(standing)}`;
}

function sayWay(standing: Standing): string {
  switch (standing.by) {
    case 'git':
      return `as git has it in commit ${standing.commit.slice(0, 10)} of ${formatDay(standing.committed)}`;
    case 'dates':
      return `by the dates in its files: ${standing.reason}`;
    case 'files':
      return 'as its files are now, with changes that are not committed';
  }
}
