// Draws a comparison with the components of _includes/compare: what they return becomes elements, and every text stays text.
import { CompareBody } from '../../../_includes/compare/compare-body.tsx';
import { CompareNotices } from '../../../_includes/compare/compare-notices.tsx';
import { Suggestions } from '../../../_includes/compare/suggestions.tsx';
import { compareQuery } from '../../core/compare/ids.ts';
import { laneOf } from '../../core/compare/line-up.ts';
import { suggestionsFor } from '../../core/compare/suggest.ts';
import { incidentPath } from '../../core/text/urls.ts';
import { toDom } from '../elements/to-dom.ts';
import { isLoaded, type Loaded } from './load-record.ts';

export interface Comparison {
  readonly root: string;
  readonly asked: readonly string[];
  readonly remarks: readonly string[];
  /** One for each that is asked for. */
  readonly loaded: readonly Loaded[];
}

export interface DrawnComparison {
  readonly body: DocumentFragment;
  readonly suggested: DocumentFragment;
}

export function drawComparison({ root, asked, remarks, loaded }: Comparison): DrawnComparison {
  const records = loaded.filter(isLoaded);
  const missing = loaded.flatMap((each) =>
    isLoaded(each) ? [] : [{ ...each, page: root + incidentPath(each.id), without: compareQuery(asked.filter((id) => id !== each.id)) }],
  );
  return {
    body: toDom(
      <>
        <CompareNotices remarks={remarks} missing={missing} />
        {records.length > 0 && <CompareBody root={root} lanes={records.map(laneOf)} asked={asked} />}
      </>,
    ),
    suggested: toDom(<Suggestions suggestions={suggestionsFor(records, asked)} asked={asked} />),
  };
}
