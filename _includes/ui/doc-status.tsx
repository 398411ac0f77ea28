// How far a postmortem's document is: a word and a sheet, dashed, half or full.
import { DOCUMENT_STATUS_WORDS, type DocumentStatus } from '../../src/core/model/incident.ts';

export interface DocStatusProps {
  readonly status: DocumentStatus;
}

export function DocStatus({ status }: DocStatusProps) {
  return (
    <span class={`doc-status doc-status--${status.replace('_', '-')}`}>
      <svg
        class="doc-status__shape"
        viewBox="0 0 11 12"
        width="11"
        height="12"
        fill="none"
        stroke="currentColor"
        stroke-width="1.3"
        aria-hidden="true"
      >
        {SHAPES[status]()}
      </svg>
      {DOCUMENT_STATUS_WORDS[status]}
    </span>
  );
}

const SHAPES = {
  draft: () => <path d="M.75.75h6l3.5 3.5v7H.75z" stroke-dasharray="2 1.4" />,
  in_review: () => (
    <>
      <path d="M.75.75h6l3.5 3.5v7H.75z" />
      <path d="M1 6h9v5H1z" fill="currentColor" stroke="none" />
    </>
  ),
  published: () => <path d="M.5.5h6.4l3.6 3.6v7.4H.5z" fill="currentColor" stroke="none" />,
} as const;
