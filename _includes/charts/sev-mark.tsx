// One incident in a chart: the shape of its severity round a point given in per cent and pixels.
export interface SevMarkProps {
  readonly rank: 1 | 2 | 3 | 4;
  /** Per cent. */
  readonly x: number;
  /** Pixels. */
  readonly y: number;
}

/** An `<svg>` within the chart's: only that can stand at a per cent and be drawn in pixels. */
export function SevMark({ rank, x, y }: SevMarkProps) {
  return (
    <svg class={`sev-mark sev-mark--${rank}`} x={`${x}%`} y={y} width="1" height="1" overflow="visible" aria-hidden="true">
      {rank === 1 && <path d="M0-7L7 0 0 7-7 0z" />}
      {rank === 2 && <path d="M0-6.2L6.6 5.4H-6.6z" />}
      {rank === 3 && <circle r="5.4" />}
      {rank === 4 && <circle r="4.5" />}
    </svg>
  );
}
