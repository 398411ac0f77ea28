// When an action item is due, late or finished, in words above its date.
import { type ActionItem, isOpen } from '../../src/core/model/action-item.ts';
import type { Day } from '../../src/core/model/timestamp.ts';
import { countOf } from '../../src/core/text/count.ts';
import { daysBetween } from '../../src/core/time/duration.ts';
import { DateText } from './time.tsx';

export interface DueProps {
  readonly item: ActionItem;
  /** The day lateness is counted to. */
  readonly asOf: Day;
}

const SOON_DAYS = 7;

export function Due({ item, asOf }: DueProps) {
  if (!isOpen(item)) return <Finished item={item} />;
  if (item.due === undefined) return <span class="due due--none">No date</span>;
  const left = daysBetween(asOf, item.due);
  const urgency = left < 0 ? ' due--late' : left <= SOON_DAYS ? ' due--soon' : '';
  return (
    <span class={`due${urgency}`}>
      <span class="due__words">{sayDaysLeft(left)}</span>{' '}
      <span class="due__date">
        <DateText day={item.due} />
        {item.dueFrom === 'policy' && ' by policy'}
      </span>
    </span>
  );
}

function Finished({ item }: { readonly item: ActionItem }) {
  const word = item.status === 'done' ? 'Done' : 'Closed';
  if (item.completed === undefined) return <span class="due due--none">{word}, no date</span>;
  return (
    <span class="due">
      <span class="due__words">
        {word} <DateText day={item.completed} />
      </span>
    </span>
  );
}

/** `in 7 days`, `today`, `1 day overdue`. */
function sayDaysLeft(days: number): string {
  const count = countOf(Math.abs(days), 'day');
  if (days === 0) return 'today';
  return days > 0 ? `in ${count}` : `${count} overdue`;
}
