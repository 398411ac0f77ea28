// A section of the insights: in the rail what is counted, how many, how much of the archive is known, and for which days; in the column the matter.
import type { ComponentChildren } from 'preact';
import { Section } from '../ui/section.tsx';
import { type InsightsFrame, sayPeriod } from './frame.ts';

export interface MetricSectionProps {
  readonly id: string;
  readonly title: string;
  readonly frame: InsightsFrame;
  /** What is counted, from what to what: one or two sentences. */
  readonly definition: ComponentChildren;
  /** `12 incidents` */
  readonly n: string;
  /** `31 of 48 give both times` */
  readonly coverage: string;
  readonly children: ComponentChildren;
}

export function MetricSection({ id, title, frame, definition, n, coverage, children }: MetricSectionProps) {
  const notes = (
    <>
      <p class="metric__definition">{definition}</p>
      <dl class="metric__basis">
        <Fact name="n" value={n} />
        <Fact name="Known" value={coverage} />
        <Fact name="Period" value={sayPeriod(frame.selection)} />
      </dl>
    </>
  );
  return (
    <Section id={id} title={title} notes={notes}>
      {children}
    </Section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div class="metric__fact">
      <dt>{name}</dt> <dd>{value}</dd>
    </div>
  );
}

export interface FiguresProps {
  /** Unique on the page: folds that are open stay open when the figures change. */
  readonly id: string;
  readonly label: string;
  /** From the page; of the whole archive. */
  readonly csv: string;
  readonly children: ComponentChildren;
}

/** The figures behind a chart, and the same for a spreadsheet. */
export function Figures({ id, label, csv, children }: FiguresProps) {
  return (
    <details class="chart__data" data-fold={id}>
      <summary class="chart__toggle">The figures as a table</summary>
      <section class="table-scroll" aria-label={`${label}: the figures`} tabindex={0}>
        {children}
      </section>
      <p class="chart__csv">
        <a href={csv}>CSV of the whole archive</a>
      </p>
    </details>
  );
}

/** In place of a chart that has nothing to draw. */
export function Nothing({ children }: { readonly children: ComponentChildren }) {
  return <p class="soft">{children}</p>;
}
