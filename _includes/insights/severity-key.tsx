// Which mark is which severity, and how many there are of it.
import { countSeverities } from '../../src/core/insights/months.ts';
import type { InsightIncident } from '../../src/core/insights/rows.ts';
import { sayCount } from '../../src/core/text/count.ts';
import { Severity } from '../ui/severity.tsx';
import type { InsightsFrame } from './frame.ts';

export interface SeverityKeyProps {
  readonly incidents: readonly InsightIncident[];
  readonly frame: InsightsFrame;
  /** How they are stacked, where they are. */
  readonly order?: string;
}

export function SeverityKey({ incidents, frame: { rows }, order }: SeverityKeyProps) {
  const counts = countSeverities(rows, incidents);
  return (
    <p class="chart__key">
      {[...rows.severities, undefined].map((severity, position) => {
        const count = counts[position] ?? 0;
        if (count === 0) return null;
        return (
          <>
            <span class="chart__key-item" key={severity?.label}>
              <Severity level={severity} /> {sayCount(count)}
            </span>{' '}
          </>
        );
      })}
      {order !== undefined && counts.filter((count) => count > 0).length > 1 && <span>{order}</span>}
    </p>
  );
}
