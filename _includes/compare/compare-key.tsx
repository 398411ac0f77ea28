// What the colours and marks of a comparison mean.
import { HATCH } from './axis-labels.tsx';

export interface CompareKeyProps {
  readonly has: { readonly entries: boolean; readonly silence: boolean };
}

/** A phase is named by what ends it. */
const PHASES = [
  ['detect', 'until detected'],
  ['acknowledge', 'until acknowledged'],
  ['identify', 'until the cause was found'],
  ['mitigate', 'until mitigated'],
  ['resolve', 'until resolved'],
] as const;

export function CompareKey({ has }: CompareKeyProps) {
  return (
    <p class="chart__key">
      {PHASES.map(([phase, words]) => (
        <span class="chart__key-item" key={phase}>
          <svg width="12" height="12" aria-hidden="true">
            <rect class={`phase-bar__${phase}`} width="12" height="12" fill={phase === 'identify' ? `url(#${HATCH})` : undefined} />
          </svg>{' '}
          {words}
        </span>
      ))}
      {has.entries && (
        <span class="chart__key-item">
          <svg width="10" height="12" aria-hidden="true">
            <circle class="compare__entry" cx="5" cy="6" r="3" />
          </svg>{' '}
          an entry of the timeline
        </span>
      )}
      {has.silence && (
        <span class="chart__key-item">
          <svg width="24" height="12" aria-hidden="true">
            <rect class="compare__silence" x="1" y="1" width="22" height="10" />
          </svg>{' '}
          the longest stretch without one
        </span>
      )}
    </p>
  );
}
