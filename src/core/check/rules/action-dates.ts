// Action items finished or due before they were made.
import type { IncidentRule } from '../rule.ts';

export const completedBeforeCreated: IncidentRule = {
  code: 'completed-before-created',
  severity: 'error',
  title: 'An action item was completed before it was created.',
  why: 'Its age would be negative. One of the two days is wrong.',
  bad: '{ title: Raise the limit, created: 2026-11-22, completed: 2026-11-12 }',
  fixed: '{ title: Raise the limit, created: 2026-11-22, completed: 2026-12-12 }',
  check({ actionItems }, { report }) {
    for (const { id, place, created, completed } of actionItems) {
      if (!created || !completed || completed >= created) continue;
      report(place, `Action item ${id} was completed on ${completed}, before it was created on ${created}.`, {
        hint: 'Correct one of the two days.',
      });
    }
  },
};

export const dueBeforeCreated: IncidentRule = {
  code: 'due-before-created',
  severity: 'warning',
  title: 'An action item was due before it was created.',
  why: 'It would be late from its first day. One of the two days is wrong.',
  bad: '{ title: Raise the limit, created: 2026-11-22, due: 2026-01-12 }',
  fixed: '{ title: Raise the limit, created: 2026-11-22, due: 2027-01-12 }',
  check({ actionItems }, { report }) {
    for (const { id, place, created, due, dueFrom } of actionItems) {
      if (!created || !due || dueFrom === 'policy' || due >= created) continue;
      report(place, `Action item ${id} is due on ${due}, before it was created on ${created}.`, { hint: 'Correct one of the two days.' });
    }
  },
};
