// How many incidents the figures below rest on, of how many, and from when to when.
import type { Selection } from '../../src/core/insights/select.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { sayPeriod } from './frame.ts';

export function SelectionLine({ selection }: { readonly selection: Selection }) {
  const { incidents, total, undated } = selection;
  return (
    <span>
      <b>{sayCount(incidents.length)}</b>
      {incidents.length === total ? ` ${total === 1 ? 'incident' : 'incidents'}` : ` of ${countOf(total, 'incident')}`},{' '}
      {sayPeriod(selection)}
      {undated > 0 && `; ${sayCount(undated)} undated left out`}
    </span>
  );
}
