// Finished action items that do not show it, where it was to be shown.
import type { IncidentRule } from '../rule.ts';
import { sayItems } from '../say-items.ts';

export const doneWithoutEvidence: IncidentRule = {
  code: 'done-without-evidence',
  severity: 'warning',
  title: 'A finished action item does not say what shows that it is done.',
  why: 'What was ticked off and never happened comes back as the next incident. Checked of items that say `done_when`, and of those done since the postmortem first gave evidence of another; a ticket is enough.',
  bad: '{ title: Alert on the pool, status: done, done_when: An alert fired in a drill }',
  fixed: '{ title: Alert on the pool, status: done, done_when: An alert fired in a drill, evidence: https://git.example/runbooks/pull/7 }',
  check({ actionItems }, { report }) {
    const shown = actionItems.flatMap(({ evidence, completed }) => (evidence === undefined || completed === undefined ? [] : completed));
    const since = shown.sort()[0] ?? 'never';
    const found = actionItems.filter(
      ({ status, evidence, ticket, doneWhen, completed = '' }) =>
        status === 'done' && evidence === undefined && ticket === undefined && (doneWhen !== undefined || completed >= since),
    );
    const [first] = found;
    if (!first) return;
    const words = found.length === 1 ? 'is done, and nothing shows it' : 'are done, and nothing shows it';
    report(first.place, `${sayItems(found)} ${words}.`, { hint: 'Give a link or a sentence as "evidence", or the ticket.' });
  },
};
