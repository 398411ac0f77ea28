// Twelve months of one tag, service or cause on a line: a mark for each incident, bars where marks would hide one another.
import type { Incident } from '../../src/core/model/incident.ts';
import { formatDay } from '../../src/core/time/format.ts';
import { shapeRank } from '../ui/severity.tsx';
import type { View } from '../ui/view.ts';
import { countByPart, type Dated, ofLastYear, round } from './last-year.ts';
import { SevMark } from './sev-mark.tsx';

export interface MiniStripProps {
  /** What the incidents have in common, for readers who do not see the strip. */
  readonly label: string;
  /** Newest first; older ones and undated ones may be among them. */
  readonly incidents: readonly Incident[];
  readonly view: View;
}

const MOST_MARKS = 24;
const MOST_SAID = 6;
/** A bar for a fortnight. */
const BARS = 26;
const HEIGHT = 20;
const MIDDLE = HEIGHT / 2;

export function MiniStrip({ label, incidents, view }: MiniStripProps) {
  const dated = ofLastYear(incidents, view.asOf);
  const isFull = dated.length > MOST_MARKS;
  const base = isFull ? HEIGHT - 1 : MIDDLE;
  return (
    <svg class="mini-strip" width="100%" height={HEIGHT} role="img" aria-label={`${label}: ${sayAll(dated, view)}`}>
      <line class="chart__grid" x1="0" x2="100%" y1={base} y2={base} />
      {isFull
        ? bars(dated)
        : dated.map(({ incident, x }) => <SevMark key={incident.id} rank={shapeRank(view.severity(incident.severity))} x={x} y={MIDDLE} />)}
    </svg>
  );
}

function bars(dated: readonly Dated[]) {
  const counts = countByPart(dated, BARS);
  const most = Math.max(...counts);
  return counts.map((count, index) => {
    const height = Math.round((count / most) * (HEIGHT - 2));
    if (height === 0) return null;
    return (
      <rect key={index} class="mini-strip__bar" x={`${round((index / BARS) * 100)}%`} y={HEIGHT - 1 - height} width="3%" height={height} />
    );
  });
}

function sayAll(dated: readonly Dated[], view: View): string {
  if (dated.length === 0) return 'none in twelve months';
  if (dated.length > MOST_SAID) return `${dated.length} in the twelve months to ${formatDay(view.asOf)}`;
  return dated.map(({ incident, day }) => `${incident.severity ?? 'no severity'} on ${formatDay(day)}`).join(', ');
}
