// When an action item is due, late or finished, in words above its date.
import { type ActionItem, isOpen } from '../../src/core/model/action-item.ts';
import type { Day } from '../../src/core/model/timestamp.ts';
import { sayDue, sayFinished } from '../../src/core/tracker/words.ts';
import { DateText } from './time.tsx';

export interface DueProps {
  readonly item: ActionItem;
  /** The day lateness is counted to. */
  readonly asOf: Day;
}

export function Due({ item, asOf }: DueProps) {
  if (!isOpen(item)) return <Finished item={item} />;
  if (item.due === undefined) return <span class="due due--none">No date</span>;
  const { text, urgency } = sayDue(item.due, asOf);
  return (
    <span class={urgency === 'calm' ? 'due' : `due due--${urgency}`}>
      <span class="due__words">{text}</span>{' '}
      <span class="due__date">
        <DateText day={item.due} />
        {item.dueFrom === 'policy' && <span class="due__policy"> by policy</span>}
      </span>
    </span>
  );
}

function Finished({ item }: { readonly item: ActionItem }) {
  const word = sayFinished(item.status);
  if (item.completed === undefined) return <span class="due due--none">{word}, no date</span>;
  return (
    <span class="due">
      <span class="due__words">
        {word} <DateText day={item.completed} />
      </span>
    </span>
  );
}
