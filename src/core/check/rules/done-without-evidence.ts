// Finished action items that do not show it, where it was to be shown.
import type { IncidentRule } from '../rule.ts';
import { sayItems } from '../say-items.ts';

export const doneWithoutEvidence: IncidentRule = {
  code: 'done-without-evidence',
  severity: 'warning',
  title: 'A finished action item does not say what shows that it is done.',
  why: 'What was ticked off and never happened comes back as the next incident. Checked of items that say `done_when`, and where the postmortem gives evidence of others; a ticket is enough.',
  bad: '{ title: Alert on the pool, status: done, done_when: An alert fired in a drill }',
  fixed: '{ title: Alert on the pool, status: done, done_when: An alert fired in a drill, evidence: https://git.example/runbooks/pull/7 }',
  check({ actionItems }, { report }) {
    const isUsed = actionItems.some(({ evidence }) => evidence !== undefined);
    const found = actionItems.filter(
      ({ status, evidence, ticket, doneWhen }) =>
        status === 'done' && evidence === undefined && ticket === undefined && (isUsed || doneWhen !== undefined),
    );
    const [first] = found;
    if (!first) return;
    const words = found.length === 1 ? 'is done, and nothing shows it' : 'are done, and nothing shows it';
    report(first.place, `${sayItems(found)} ${words}.`, { hint: 'Give a link or a sentence as "evidence", or the ticket.' });
  },
};
