// Action items that do not say what their status calls for: an owner, a day, a reason.
import { type ActionItem, isOpen } from '../../model/action-item.ts';
import type { IncidentContext, IncidentRule } from '../rule.ts';
import { sayShort } from '../say.ts';

export const openWithoutOwner: IncidentRule = {
  code: 'open-without-owner',
  severity: 'warning',
  title: 'An open action item belongs to nobody.',
  why: "What is everybody's is done by nobody. A team is enough.",
  bad: '- [ ] Alert on the pool (P1, due 2026-12-01)',
  fixed: '- [ ] Alert on the pool (@ana, P1, due 2026-12-01)',
  check({ actionItems }, context) {
    const found = actionItems.filter((item) => isOpen(item) && item.owner === undefined && item.team === undefined);
    say(context, found, { what: 'is open and has no owner', hint: 'Give it an owner or a team.' });
  },
};

export const openWithoutDue: IncidentRule = {
  code: 'open-without-due',
  severity: 'warning',
  title: 'An open action item has no day by which it is due.',
  why: 'Without one it is never late, and so never comes up. The site may set such days by severity and priority (due_days).',
  bad: '- [ ] Alert on the pool (@ana, P1)',
  fixed: '- [ ] Alert on the pool (@ana, P1, due 2026-12-01)',
  check({ actionItems }, context) {
    const found = actionItems.filter((item) => isOpen(item) && item.due === undefined);
    say(context, found, {
      what: 'is open and has no due date',
      hint: 'Say by when, or give it a priority for which the site has a policy.',
    });
  },
};

export const doneWithoutCompleted: IncidentRule = {
  code: 'done-without-completed',
  severity: 'warning',
  title: 'A finished action item does not say when it was finished.',
  why: 'How long promises take to be kept is worked out from that day.',
  bad: '{ title: Raise the limit, status: done }',
  fixed: '{ title: Raise the limit, status: done, completed: 2026-12-12 }',
  check({ actionItems }, context) {
    const found = actionItems.filter((item) => item.status === 'done' && item.completed === undefined);
    say(context, found, { what: 'is done, but not since when', hint: 'Give the day as "completed".' });
  },
};

export const wontDoWithoutReason: IncidentRule = {
  code: 'wont-do-without-reason',
  severity: 'warning',
  title: 'An action item was dropped without a reason.',
  why: 'Whoever meets the same incident again will ask why nothing was done. One sentence answers.',
  bad: '{ title: Buy a second link, status: wont_do }',
  fixed: '{ title: Buy a second link, status: wont_do, reason: The office moves in March. }',
  check({ actionItems }, context) {
    const found = actionItems.filter((item) => item.status === 'wont_do' && item.reason === undefined);
    say(context, found, { what: 'will not be done, and no reason is given', hint: 'Say why in one sentence, as "reason".' });
  },
};

export const blockedWithoutReason: IncidentRule = {
  code: 'blocked-without-reason',
  severity: 'warning',
  title: 'A blocked action item does not say what blocks it.',
  why: 'Whoever could help must know with what.',
  bad: '{ title: Buy a second link, status: blocked }',
  fixed: '{ title: Buy a second link, status: blocked, reason: Waiting for the landlord. }',
  check({ actionItems }, context) {
    const found = actionItems.filter((item) => item.status === 'blocked' && item.reason === undefined);
    say(context, found, { what: 'is blocked, and no reason is given', hint: 'Say what it waits for, as "reason".' });
  },
};

function say({ report }: IncidentContext, items: readonly ActionItem[], said: { readonly what: string; readonly hint: string }): void {
  for (const { id, title, place } of items)
    report(place, `Action item ${id} ("${sayShort(title.plain)}") ${said.what}.`, { hint: said.hint });
}
