// Counts beside names: a row of marks that are links while they are few, bars otherwise.
import type { ComponentChildren } from 'preact';
import type { LaneMark } from './lane-plot.tsx';
import { round } from './last-year.ts';
import { MarkLink, MOST_LINKS } from './mark-link.tsx';

interface CountRow {
  readonly name: string;
  readonly count: number;
  /** Of the count, drawn hatched at its beginning. */
  readonly hatched?: number;
  /** The incidents counted, where they are what is counted. */
  readonly marks?: readonly Omit<LaneMark, 'x'>[];
  /** After the count. */
  readonly note?: ComponentChildren;
}

export interface CountBarsProps {
  readonly id: string;
  readonly title: string;
  readonly desc: string;
  readonly rows: readonly CountRow[];
}

const ROW = 32;
/** A mark takes no more room than this, in per cent, however few there are. */
const WIDEST = 4;

export function CountBars({ id, title, desc, rows }: CountBarsProps) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const isLinked = total > 0 && total <= MOST_LINKS && rows.every(({ marks, count }) => (marks?.length ?? 0) === count);
  return (
    <svg
      class="chart__svg chart__svg--names"
      width="100%"
      height={rows.length * ROW + 2}
      role={isLinked ? 'group' : 'img'}
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{desc}</desc>
      <defs>
        <pattern id={`${id}-hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="count-bars__wash" width="5" height="5" />
          <line class="count-bars__hatch" x1="0" x2="0" y1="0" y2="5" />
        </pattern>
      </defs>
      {rows.map((row, index) => (
        <Row key={row.name} row={row} y={index * ROW} most={most} isLinked={isLinked} hatch={`url(#${id}-hatch)`} />
      ))}
    </svg>
  );
}

interface RowProps {
  readonly row: CountRow;
  readonly y: number;
  readonly most: number;
  readonly isLinked: boolean;
  readonly hatch: string;
}

function Row({ row: { name, count, hatched = 0, marks = [], note }, y, most, isLinked, hatch }: RowProps) {
  const step = Math.min(WIDEST, 96 / most);
  const end = isLinked ? step * count : (count / most) * 96;
  const late = (hatched / most) * 96;
  return (
    <>
      <svg aria-hidden="true" overflow="visible">
        <text class="chart__label" x="-112" y={y + 20}>
          {name}
        </text>
        <text class="chart__label chart__label--ink" x={`${round(end)}%`} dx="8" y={y + 20}>
          <tspan class="chart__figure">{count}</tspan>
          {note}
        </text>
      </svg>
      <line class="chart__axis" x1="0" x2="0" y1={y} y2={y + ROW} />
      {isLinked && (
        <>
          <g class="chart__long">
            {marks.map((mark, index) => (
              <MarkLink {...mark.target()} rank={mark.rank} x={round(step * (index + 0.5))} y={y + ROW / 2} />
            ))}
          </g>
          <rect class="count-bars__bar chart__short" width={`${round(end)}%`} y={y + 4} height={ROW - 8} />
        </>
      )}
      {!isLinked && hatched > 0 && <rect class="count-bars__late" width={`${round(late)}%`} y={y + 4} height={ROW - 8} fill={hatch} />}
      {!isLinked && count > hatched && (
        <rect class="count-bars__bar" x={`${round(late)}%`} width={`${round(end - late)}%`} y={y + 4} height={ROW - 8} />
      )}
    </>
  );
}
