// One incident in a chart as a link: its mark, round it a target that a finger finds, and what it is for those who do not see it.
import { SevMark, type SevMarkProps } from './sev-mark.tsx';

export interface MarkTarget {
  readonly href: string;
  /** For readers who do not see the mark. */
  readonly label: string;
}

export interface MarkLinkProps extends SevMarkProps, MarkTarget {
  /** What a pointer is told; default: the label. */
  readonly hint?: string;
}

export function MarkLink({ href, label, hint = label, rank, x, y }: MarkLinkProps) {
  return (
    <a class="year-strip__link" href={href} aria-label={label}>
      <svg x={`${x}%`} y={y} width="1" height="1" overflow="visible">
        <title>{hint}</title>
        <rect class="year-strip__target" x="-12" y="-12" width="24" height="24" />
      </svg>
      <SevMark rank={rank} x={x} y={y} />
    </a>
  );
}

/** Beyond these nobody goes through the marks of a chart one by one: a table has the same links. */
export const MOST_LINKS = 40;

/** One of many: it leads a pointer to its incident. Keys and readers pass it over, so it stands in a group that is hidden from them. */
export function CrowdedMark({ href, label, rank, x, y }: SevMarkProps & MarkTarget) {
  return (
    <a class="year-strip__link" href={href} tabindex={-1}>
      <title>{label}</title>
      <SevMark rank={rank} x={x} y={y} />
    </a>
  );
}
