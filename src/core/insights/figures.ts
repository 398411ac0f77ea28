// Everything the insights say, worked out from the rows for one choice of period, severities and service or team: the same in build and browser.
import { type DetectionFigures, detectionFigures } from './detection.ts';
import { type FactorFigures, factorFigures } from './factors.ts';
import { type GapFigures, gapFigures, type LuckEntry, luckRegister } from './gaps.ts';
import { type LengthFigures, lengthFigures } from './lengths.ts';
import { type MonthFigures, monthFigures } from './months.ts';
import { type PromiseFigures, promiseFigures } from './promises.ts';
import { type RecurrenceFigures, recurrenceFigures } from './recurrence.ts';
import { type RhythmFigures, rhythmFigures } from './rhythm.ts';
import type { InsightsRows } from './rows.ts';
import { type InsightsFilter, type Selection, selectIncidents } from './select.ts';

export interface Insights {
  readonly selection: Selection;
  readonly lengths: readonly LengthFigures[];
  readonly months: MonthFigures;
  readonly causes: RecurrenceFigures;
  readonly triggers: RecurrenceFigures;
  readonly services: RecurrenceFigures;
  readonly detection: DetectionFigures;
  readonly rhythm: RhythmFigures;
  readonly promises: PromiseFigures;
  readonly factors: FactorFigures;
  /** Newest incident first. */
  readonly luck: readonly LuckEntry[];
  readonly gaps: GapFigures;
}

/** Takes time in proportion to the incidents and what they name; pairs of factors are bounded for each incident. */
export function workOutInsights(rows: InsightsRows, filter: InsightsFilter): Insights {
  const selection = selectIncidents(rows, filter);
  const { incidents } = selection;
  const causes = recurrenceFigures(rows, selection, 'causes');
  return {
    selection,
    lengths: lengthFigures(rows, incidents),
    months: monthFigures(selection),
    causes,
    triggers: recurrenceFigures(rows, selection, 'triggers'),
    services: recurrenceFigures(rows, selection, 'services'),
    detection: detectionFigures(incidents),
    rhythm: rhythmFigures(incidents),
    promises: promiseFigures(incidents, rows.asOf),
    factors: factorFigures(rows, incidents),
    luck: luckRegister(incidents),
    gaps: gapFigures([...causes.recurring, ...causes.once], incidents),
  };
}
