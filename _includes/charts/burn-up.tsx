// Promised and finished in total, month by month: two lines, and between them what is open. The figures stand in a table below.
import { sayCount } from '../../src/core/text/count.ts';
import { formatMonth } from '../../src/core/time/format.ts';
import { FEWEST_ITEMS, FEWEST_MONTHS, type Flow, type FlowMonth } from '../../src/core/tracker/flow.ts';
import { DateText } from '../ui/time.tsx';
import { round } from './last-year.ts';

const HEIGHT = 224;
const BASE = 200;
const TOP = 22;
/** Of the lines' own coordinates, which stretch with the chart. */
const WIDTH = 1000;
const MOST_LINES = 5;
/** Pixels between two labels that stand above one another. */
const LABEL = 15;

export function BurnUp({ flow }: { readonly flow: Flow }) {
  const { months, dated, total, asOf } = flow;
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) {
    return (
      <p class="chart__note">
        Their course is drawn from {FEWEST_ITEMS} dated items and {FEWEST_MONTHS} months on; here {dated} of {total} are dated.
      </p>
    );
  }
  return (
    <figure class="burn-up chart" aria-labelledby="_burn-title">
      <Lines months={months} first={first} last={last} />
      <Key />
      <p class="chart__note">
        Promised: by the day an item was created, else by the day its incident ended. Finished: by the day it was done or dropped.{' '}
        {sayCount(dated)} of {sayCount(total)} items have these days; the others are in neither line. The last month counts up to{' '}
        <DateText day={asOf} />.
      </p>
      <Figures months={months} />
    </figure>
  );
}

interface LinesProps {
  readonly months: readonly FlowMonth[];
  readonly first: FlowMonth;
  readonly last: FlowMonth;
}

function Lines({ months, first, last }: LinesProps) {
  const step = stepOf(last.promised);
  const y = (count: number): number => round(BASE - (count / (Math.ceil(last.promised / step) * step)) * (BASE - TOP));
  const points = (of: (month: FlowMonth) => number): string[] =>
    months.map((month, index) => `${round((index / (months.length - 1)) * WIDTH)} ${y(of(month))}`);
  const [promised, finished] = [points((month) => month.promised), points((month) => month.finished)];
  return (
    <svg class="chart__svg chart__svg--axis" width="100%" height={HEIGHT} role="img" aria-labelledby="_burn-title _burn-desc">
      <title id="_burn-title">{`Action items promised and finished, in total, from ${formatMonth(first.month)} to ${formatMonth(last.month)}`}</title>
      <desc id="_burn-desc">{`${last.promised} promised and ${last.finished} finished. The distance between the lines, what is still open, was ${openOf(first)} in ${formatMonth(first.month)} and ${openOf(last)} in ${formatMonth(last.month)}.`}</desc>
      {gridOf(last.promised, step).map((count) => (
        <>
          <line class="chart__grid" x1="0" x2="100%" y1={y(count)} y2={y(count)} />
          <text class="chart__label" x="-8" y={y(count)} dy="4" text-anchor="end">
            {sayCount(count)}
          </text>
        </>
      ))}
      <Months months={months} />
      <svg width="100%" height={BASE} aria-hidden="true" viewBox={`0 0 ${WIDTH} ${BASE}`} preserveAspectRatio="none">
        <path class="burn-up__gap" d={`M${[...promised, ...[...finished].reverse()].join('L')}Z`} />
        <path class="burn-up__line burn-up__line--opened" d={`M${promised.join('L')}`} />
        <path class="burn-up__line burn-up__line--closed" d={`M${finished.join('L')}`} />
      </svg>
      <Ends last={last} y={y} />
    </svg>
  );
}

/** What the lines come to, beside their ends; what is open only where there is room for it between the two. */
function Ends({ last, y }: { readonly last: FlowMonth; readonly y: (count: number) => number }) {
  const [high, low] = [y(last.promised), y(last.finished)];
  const isTight = low - high < LABEL;
  const finishedAt = isTight ? high + LABEL : low;
  return (
    <>
      <End count={last.promised} word="promised" y={high} isLine />
      {low - high >= 2 * LABEL && <End count={openOf(last)} word="open" y={round((high + low) / 2)} />}
      <End count={last.finished} word="finished" y={finishedAt} isLine />
    </>
  );
}

interface EndProps {
  readonly count: number;
  readonly word: string;
  readonly y: number;
  readonly isLine?: boolean;
}

function End({ count, word, y, isLine = false }: EndProps) {
  return (
    <text class={isLine ? 'chart__label chart__label--ink' : 'chart__label'} x="100%" dx="8" y={y} dy="4">
      <tspan class="chart__figure">{sayCount(count)}</tspan>
      <tspan class="chart__long">{` ${word}`}</tspan>
    </text>
  );
}

function Months({ months }: { readonly months: readonly FlowMonth[] }) {
  // A word for every month of a year fits, of two years for every third.
  const every = months.length > 13 ? 3 : 1;
  return (
    <>
      {months.map(({ month }, index) => {
        const number = Number(month.slice(5, 7));
        if ((number - 1) % every !== 0 || index === months.length - 1) return null;
        const x = `${round((index / (months.length - 1)) * 100)}%`;
        const name = formatMonth(month).slice(0, 3);
        return (
          <>
            <line class="chart__tick" x1={x} x2={x} y1={BASE} y2={BASE + 5} />
            <text class="chart__label" x={x} dx="4" y={BASE + 17}>
              <tspan class="chart__long">{number === 1 ? `Jan ${month.slice(0, 4)}` : name}</tspan>
              <tspan class="chart__short">{number === 1 ? `\u2019${month.slice(2, 4)}` : name.slice(0, 1)}</tspan>
            </text>
          </>
        );
      })}
    </>
  );
}

function Key() {
  return (
    <p class="chart__key">
      <span class="chart__key-item">
        <svg width="20" height="8" aria-hidden="true">
          <line class="burn-up__line burn-up__line--opened" x1="0" x2="20" y1="4" y2="4" />
        </svg>{' '}
        promised
      </span>{' '}
      <span class="chart__key-item">
        <svg width="20" height="8" aria-hidden="true">
          <line class="burn-up__line burn-up__line--closed" x1="0" x2="20" y1="4" y2="4" />
        </svg>{' '}
        finished
      </span>{' '}
      <span class="chart__key-item">
        <svg width="14" height="10" aria-hidden="true">
          <rect class="burn-up__gap" width="14" height="10" />
        </svg>{' '}
        still open
      </span>
    </p>
  );
}

function Figures({ months }: { readonly months: readonly FlowMonth[] }) {
  return (
    <details class="chart__data">
      <summary class="chart__toggle">The figures as a table</summary>
      <section class="table-scroll" aria-label="Action items promised and finished, in total, by month" tabindex={0}>
        <table class="data-table">
          <caption class="visually-hidden">Action items promised and finished, in total, by month</caption>
          <thead>
            <tr>
              <th scope="col">Up to the end of</th>
              {['Promised', 'Finished', 'Still open'].map((head) => (
                <th key={head} scope="col" class="end">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((month, index) => (
              <tr key={month.month}>
                <th scope="row">
                  <time datetime={month.month}>{formatMonth(month.month)}</time>
                  {index === months.length - 1 && ', so far'}
                </th>
                <td class="end">{sayCount(month.promised)}</td>
                <td class="end">{sayCount(month.finished)}</td>
                <td class="end">{sayCount(openOf(month))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function openOf({ promised, finished }: FlowMonth): number {
  return promised - finished;
}

/** 1, 2, 5, 10, 20 …: the least that takes no more than five lines. */
function stepOf(most: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].map((factor) => factor * power).find((size) => Math.ceil(most / size) < MOST_LINES);
    if (step !== undefined) return step;
  }
}

function gridOf(most: number, step: number): number[] {
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
}
