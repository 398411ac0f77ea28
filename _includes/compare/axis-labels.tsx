// The line that says how far from detection each place of the axis is; as an image it has nothing that the lanes do not say in words.
import type { CompareAxis } from '../../src/core/compare/axis.ts';
import { sayOffset } from '../../src/core/compare/say.ts';

export interface AxisLabelsProps {
  readonly axis: CompareAxis;
  /** It holds the pattern that the phases of all lanes are filled with. */
  readonly hasHatch?: boolean;
}

/** Of the pattern, unique on the page. */
export const HATCH = '_compare-hatch';

export function AxisLabels({ axis, hasHatch = false }: AxisLabelsProps) {
  return (
    <div class="compare__axis">
      <svg class="chart__svg compare__svg" width="100%" height="20" aria-hidden="true">
        {hasHatch && (
          <defs>
            <pattern id={HATCH} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect class="phase-bar__wash" width="6" height="6" />
              <line class="phase-bar__hatch" x1="0" x2="0" y1="0" y2="6" />
            </pattern>
          </defs>
        )}
        {axis.ticks.map(({ ms, x, isMinor }) => (
          <text
            key={ms}
            class={`chart__label${ms === 0 ? ' compare__detected' : ''}${isMinor ? ' chart__long' : ''}`}
            x={`${x}%`}
            y="13"
            text-anchor={x < 12 ? 'start' : x > 88 ? 'end' : 'middle'}
          >
            {ms === 0 ? 'detected' : sayOffset(ms)}
          </text>
        ))}
      </svg>
    </div>
  );
}
