// Incidents by the month they began, one on top of the other: blocks with their severity's word in a year, marks in several, bars where they are many.
import { sayCount } from '../../src/core/text/count.ts';
import type { LaneMark } from './lane-plot.tsx';
import { round } from './last-year.ts';
import { MarkLink, MOST_LINKS } from './mark-link.tsx';

interface StackedMark extends Omit<LaneMark, 'x' | 'isEstimate'> {
  /** The label of its severity, empty without one. */
  readonly word: string;
}

export interface StackColumn {
  /** Absent where its neighbour's must do. */
  readonly label?: string;
  /** In a narrow column; absent where there is room for none. */
  readonly short?: string;
  /** From the bottom. */
  readonly marks: readonly StackedMark[];
}

export interface MonthStackProps {
  readonly id: string;
  readonly title: string;
  readonly desc: string;
  readonly columns: readonly StackColumn[];
}

/** So many columns leave room for a word in each. */
const MOST_BLOCK_COLUMNS = 14;
/** Higher stacks of marks are bars. */
const HIGHEST = 8;
const BLOCK = 26;
const MARK = 17;
const BAR_HEIGHT = 120;

export function MonthStack({ id, title, desc, columns }: MonthStackProps) {
  const count = columns.reduce((sum, { marks }) => sum + marks.length, 0);
  const most = Math.max(1, ...columns.map(({ marks }) => marks.length));
  const isLinked = count <= MOST_LINKS && most <= HIGHEST;
  const isBlocks = isLinked && columns.length <= MOST_BLOCK_COLUMNS;
  const base = isLinked ? most * (isBlocks ? BLOCK : MARK) + 8 : BAR_HEIGHT + 20;
  return (
    <svg
      class="chart__svg"
      width="100%"
      height={base + 26}
      role={isLinked && count > 0 ? 'group' : 'img'}
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{desc}</desc>
      <line class="chart__axis" x1="0" x2="100%" y1={base} y2={base} />
      {columns.map((column, index) => {
        const at = { column, x: round(((index + 0.5) / columns.length) * 100), base };
        return (
          <>
            {isBlocks ? <Blocks {...at} width={78 / columns.length} /> : isLinked ? <Marks {...at} /> : null}
            {!isLinked && <Bar {...at} most={most} width={70 / columns.length} isCounted={columns.length <= 24} />}
            <Label {...at} />
          </>
        );
      })}
    </svg>
  );
}

interface AtProps {
  readonly column: StackColumn;
  /** Of its middle, in per cent. */
  readonly x: number;
  readonly base: number;
}

function Blocks({ column, x, base, width }: AtProps & { readonly width: number }) {
  if (column.marks.length === 0) {
    return (
      <svg aria-hidden="true" overflow="visible">
        <text class="chart__label" x={`${x}%`} y={base - 8} text-anchor="middle">
          0
        </text>
      </svg>
    );
  }
  return (
    <>
      {column.marks.map(({ target, rank, word }, index) => {
        const { href, label } = target();
        const y = base - BLOCK * (index + 1);
        return (
          <a class="month-stack__link" href={href} aria-label={label}>
            <title>{label}</title>
            <rect
              class={`month-stack__block sev-fill--${rank}`}
              x={`${round(x - width / 2)}%`}
              width={`${round(width)}%`}
              y={y}
              height={BLOCK - 2}
            />
            <svg aria-hidden="true" overflow="visible">
              <text class="month-stack__word" x={`${x}%`} y={y + 16} text-anchor="middle">
                <tspan class="chart__long">{word.slice(0, -1)}</tspan>
                {word.slice(-1)}
              </text>
            </svg>
          </a>
        );
      })}
    </>
  );
}

function Marks({ column, x, base }: AtProps) {
  return (
    <>
      {column.marks.map(({ target, rank }, index) => (
        <MarkLink {...target()} rank={rank} x={x} y={base - 11 - MARK * index} />
      ))}
    </>
  );
}

interface BarProps extends AtProps {
  readonly most: number;
  readonly width: number;
  readonly isCounted: boolean;
}

/** A segment for each severity, in the order of the marks. */
function Bar({ column, x, base, most, width, isCounted }: BarProps) {
  const { marks } = column;
  const height = (count: number): number => round((count / most) * BAR_HEIGHT);
  let below = 0;
  return (
    <>
      {([1, 2, 3, 4] as const).map((rank) => {
        const count = marks.filter((mark) => mark.rank === rank).length;
        if (count === 0) return null;
        below += count;
        const size = Math.max(1, height(count) - 1);
        return (
          <rect
            class={`sev-fill--${rank}`}
            x={`${round(x - width / 2)}%`}
            width={`${round(width)}%`}
            y={round(base - height(below))}
            height={size}
          />
        );
      })}
      {isCounted && marks.length > 0 && (
        <text class="chart__label chart__label--ink" x={`${x}%`} y={round(base - height(marks.length) - 6)} text-anchor="middle">
          {sayCount(marks.length)}
        </text>
      )}
    </>
  );
}

function Label({ column: { label, short }, x, base }: AtProps) {
  if (label === undefined) return null;
  return (
    <svg aria-hidden="true" overflow="visible">
      <text class="chart__label" x={`${x}%`} y={base + 17} text-anchor="middle">
        <tspan class="chart__long">{label}</tspan>
        {short !== undefined && <tspan class="chart__short">{short}</tspan>}
      </text>
    </svg>
  );
}
