// Works the insights out again for what the reader picked, and draws them: the same code as the build's, in a file that is fetched when it is needed.
import { InsightsBody } from '../../../_includes/insights/insights-body.tsx';
import { SelectionLine } from '../../../_includes/insights/selection-line.tsx';
import { workOutInsights } from '../../core/insights/figures.ts';
import type { InsightsRows } from '../../core/insights/rows.ts';
import type { InsightsFilter } from '../../core/insights/select.ts';
import { toDom } from '../elements/to-dom.ts';

export interface Drawn {
  readonly body: DocumentFragment;
  readonly count: DocumentFragment;
}

export function draw(rows: InsightsRows, filter: InsightsFilter, root: string): Drawn {
  const insights = workOutInsights(rows, filter);
  return {
    body: toDom(<InsightsBody root={root} rows={rows} insights={insights} />),
    count: toDom(<SelectionLine selection={insights.selection} />),
  };
}
