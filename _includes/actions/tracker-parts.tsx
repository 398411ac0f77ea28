// What the script makes the tracker of: the rows and groups of the page itself, each in the forms it can have.
import { ACTION_STATUSES, type ActionItem } from '../../src/core/model/action-item.ts';
import { HERE, ListParts, SeverityParts, type SeverityPartsProps } from '../list/list-parts.tsx';
import { ActionRow } from '../ui/action-table.tsx';
import { Due } from '../ui/due.tsx';
import { OwnerLink, Unowned } from '../ui/owner.tsx';
import { Priority } from '../ui/priority.tsx';
import { Status } from '../ui/status.tsx';
import type { View } from '../ui/view.ts';
import { Group } from './tracker.tsx';

const DAY = '2000-01-01';

/** A row with everything in it; the script replaces the words, and takes out what an item has not. */
const FULL: ActionItem = {
  id: 'x',
  title: { source: '', plain: '', html: '' },
  status: 'blocked',
  priority: 'x',
  owner: 'x',
  due: DAY,
  dueFrom: 'policy',
  reason: 'x',
  place: { line: 1 },
};
const { due: _, ...UNDATED } = FULL;

/** Links that the script gives their address. */
function leadingNowhere(view: View): View {
  return { ...view, actionHref: () => HERE, incidentHref: () => HERE, again: () => ({ text: '', href: HERE }), past: () => 'x' };
}

export function TrackerParts({ severities, view }: SeverityPartsProps) {
  return (
    <template id="tracker-parts">
      <table>
        <tbody data-part="row">
          <ActionRow action={{ item: FULL, incident: { id: 'x', title: '' }, recurring: 'x' }} view={leadingNowhere(view)} />
        </tbody>
      </table>
      <table data-part="group">
        <Group title="" href={HERE} tally="" late={[{ overdueDays: 1 }]} />
        <tbody role="rowgroup" />
      </table>
      {ACTION_STATUSES.map((status) => (
        <div key={status} data-part={`status-${status}`}>
          <Status status={status} />
        </div>
      ))}
      <div data-part="owner">
        <OwnerLink to={{ name: '', href: HERE }} />
        <Unowned />
      </div>
      <div data-part="priority">
        <Priority priority="x" />
        <Priority priority={undefined} />
      </div>
      <div data-part="due">
        <Due item={FULL} asOf={DAY} />
        <Due item={UNDATED} asOf={DAY} />
        <Due item={{ ...FULL, status: 'done', completed: DAY }} asOf={DAY} />
        <Due item={{ ...FULL, status: 'done' }} asOf={DAY} />
      </div>
      <SeverityParts severities={severities} view={view} />
      <ListParts nothing="No action item matches all of this" unfiltered="Below is the whole list, as of the day it was built." />
    </template>
  );
}
