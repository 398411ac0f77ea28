// All sections of the insights for one choice of incidents. Made on the build machine for the whole period, and again in the browser for the period
// and the severities that its reader picks: whatever is used here goes to browsers too.
import type { Insights } from '../../src/core/insights/figures.ts';
import type { InsightsRows } from '../../src/core/insights/rows.ts';
import { DetectionSection } from './detection-section.tsx';
import { FactorsSection } from './factors-section.tsx';
import { CauselessSection, DetectOnlySection } from './gaps-section.tsx';
import { LengthsSections } from './lengths-section.tsx';
import { LuckSection } from './luck-section.tsx';
import { MonthsSection } from './months-section.tsx';
import { AgesSection, PromisesSection } from './promises-section.tsx';
import { RecurrenceSection } from './recurrence-section.tsx';
import { RhythmSection } from './rhythm-section.tsx';

export interface InsightsBodyProps {
  /** The page's way to the site's root. */
  readonly root: string;
  readonly rows: InsightsRows;
  readonly insights: Insights;
}

export function InsightsBody({ root, rows, insights }: InsightsBodyProps) {
  const frame = { root, rows, selection: insights.selection };
  return (
    <>
      <LengthsSections lengths={insights.lengths} frame={frame} />
      <MonthsSection figures={insights.months} frame={frame} />
      <RecurrenceSection figures={insights.causes} frame={frame} />
      <RecurrenceSection figures={insights.triggers} frame={frame} />
      <RecurrenceSection figures={insights.services} frame={frame} />
      <DetectionSection figures={insights.detection} frame={frame} />
      <RhythmSection figures={insights.rhythm} frame={frame} />
      <FactorsSection figures={insights.factors} frame={frame} />
      <PromisesSection figures={insights.promises} frame={frame} />
      <AgesSection figures={insights.promises} frame={frame} />
      <LuckSection entries={insights.luck} frame={frame} />
      <CauselessSection figures={insights.gaps} frame={frame} />
      <DetectOnlySection figures={insights.gaps} frame={frame} />
    </>
  );
}
