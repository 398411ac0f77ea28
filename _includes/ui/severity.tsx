// A severity by word and shape, then by colour: diamond, triangle, disc, ring.
import type { SeverityLevel } from '../../src/core/model/site-config.ts';

export interface SeverityProps {
  /** From `view.severity(incident.severity)`; undefined says that none was given. */
  readonly level: SeverityLevel | undefined;
  /** With the level's name: `SEV2 Major`. */
  readonly named?: boolean | undefined;
}

export function Severity({ level, named = false }: SeverityProps) {
  if (level === undefined) return <span class="severity severity--none">No severity</span>;
  const rank = shapeRank(level);
  return (
    <span class={`severity severity--${rank}`}>
      <svg class="severity__shape" viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true">
        {SHAPES[rank - 1]?.()}
      </svg>
      {level.label}
      {named && level.name !== undefined && <span class="severity__name"> {level.name}</span>}
    </span>
  );
}

/** Ranks after the fourth, and labels outside the scale, share the ring. */
export function shapeRank(level: SeverityLevel | undefined): 1 | 2 | 3 | 4 {
  const rank = level?.rank;
  return rank === 1 || rank === 2 || rank === 3 ? rank : 4;
}

const SHAPES = [
  () => <path d="M6 0l6 6-6 6-6-6z" />,
  () => <path d="M6 .7L12 11.3H0z" />,
  () => <circle cx="6" cy="6" r="5" />,
  () => <circle cx="6" cy="6" r="4.1" fill="none" stroke="currentColor" stroke-width="1.8" />,
] as const;
