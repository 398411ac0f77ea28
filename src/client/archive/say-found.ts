// How many incidents the list shows, of how many.
import { ROWS_PER_PAGE } from '../../core/rows/archive-rows.ts';
import { sayCount } from '../../core/text/count.ts';
import type { ArchiveView } from './archive-view.ts';

export interface CountParts {
  readonly bold: string;
  readonly rest: string;
}

/** `10` and ` of 12 incidents`; with what is shown of them where that is not all. */
export function sayFound({ found, total, state, pages }: Pick<ArchiveView, 'found' | 'total' | 'state' | 'pages'>): CountParts {
  const first = (state.page - 1) * ROWS_PER_PAGE + 1;
  const shown = pages > 1 ? `, ${sayCount(first)} to ${sayCount(Math.min(found, first + ROWS_PER_PAGE - 1))}` : '';
  const noun = total === 1 ? 'incident' : 'incidents';
  return { bold: sayCount(found), rest: `${found === total ? '' : ` of ${sayCount(total)}`} ${noun}${shown}` };
}
