// Open action items that are due later than the site's policy lets them be, without a word about it.
import { promisedOn } from '../../archive/actions.ts';
import { type ActionItem, isOpen } from '../../model/action-item.ts';
import type { Incident } from '../../model/incident.ts';
import type { SiteConfig } from '../../model/site-config.ts';
import { countOf } from '../../text/count.ts';
import { daysBetween } from '../../time/duration.ts';
import type { IncidentRule } from '../rule.ts';

export const dueBeyondPolicy: IncidentRule = {
  code: 'due-beyond-policy',
  severity: 'warning',
  title: 'An open action item is due later than the policy of the site allows.',
  why: "The site's `due_days` says how long an item of a severity and priority may take; a later day should be a decision. Not checked where the day has passed, for then the item is overdue, nor where a `reason` is given.",
  bad: 'severity: SEV1, resolved: 2026-11-20, and { title: Raise the limit, priority: P1, due: 2027-06-30 }',
  fixed: 'severity: SEV1, resolved: 2026-11-20, and { title: Raise the limit, priority: P1, due: 2026-12-04 }',
  check(incident, { config, asOf, report }) {
    const open = incident.actionItems.filter((item) => isOpen(item) && item.reason === undefined && (item.due ?? '') >= asOf);
    const found = open.flatMap((item) => beyond(item, incident, config) ?? []);
    const [first] = found;
    if (!first) return;
    const said = found.map(
      ({ item, taken, allowed }) => `${item.id} by ${countOf(taken - allowed, 'day')} (${taken} instead of ${allowed})`,
    );
    report(
      first.item.place,
      `Due later than the policy of the site allows: ${said.slice(0, MOST).join(', ')}${said.length > MOST ? ', \u2026' : ''}.`,
      {
        hint: 'Bring the day forward, give the item the priority it has by now, or say why it takes so long, as "reason".',
      },
    );
  },
};

const MOST = 6;

interface Beyond {
  readonly item: ActionItem;
  /** Days from the promise to the due day, and how many the policy allows. */
  readonly taken: number;
  readonly allowed: number;
}

function beyond(item: ActionItem, incident: Incident, { dueDays }: SiteConfig): Beyond | undefined {
  const { severity } = incident;
  if (item.dueFrom === 'policy' || !item.due || !item.priority || severity === undefined) return undefined;
  const policy = Object.hasOwn(dueDays, severity) ? dueDays[severity] : undefined;
  const allowed = policy && Object.hasOwn(policy, item.priority) ? policy[item.priority] : undefined;
  const promised = promisedOn(item, incident);
  if (allowed === undefined || promised === undefined) return undefined;
  const taken = daysBetween(promised, item.due);
  return taken > allowed ? { item, taken, allowed } : undefined;
}
