// Where an action item stands: a word and a box, open, half, barred, ticked or crossed.
import type { ActionStatus } from '../../src/core/model/action-item.ts';
import { STATUS_WORDS } from '../../src/core/tracker/rows.ts';

export interface StatusProps {
  readonly status: ActionStatus;
}

export function Status({ status }: StatusProps) {
  return (
    <span class={`status status--${status.replace('_', '-')}`}>
      <svg
        class="status__shape"
        viewBox="0 0 12 12"
        width="12"
        height="12"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        aria-hidden="true"
      >
        {SHAPES[status]()}
      </svg>
      {STATUS_WORDS[status]}
    </span>
  );
}

const box = () => <rect x=".75" y=".75" width="10.5" height="10.5" rx="1" />;

const SHAPES = {
  open: box,
  in_progress: () => (
    <>
      {box()}
      <path d="M1 1h5v10H1z" fill="currentColor" stroke="none" />
    </>
  ),
  blocked: () => (
    <>
      {box()}
      <path d="M3 6h6" stroke-width="2" />
    </>
  ),
  done: () => (
    <>
      <rect width="12" height="12" rx="1.5" fill="currentColor" stroke="none" />
      <path class="status__cut" d="M2.8 6.2l2.2 2.3 4.3-5" stroke-width="1.7" />
    </>
  ),
  wont_do: () => (
    <>
      <rect x=".75" y=".75" width="10.5" height="10.5" rx="1" stroke-width="1.2" stroke-dasharray="2 1.4" />
      <path d="M3.5 3.5l5 5m0-5l-5 5" stroke-width="1.3" />
    </>
  ),
} as const;
