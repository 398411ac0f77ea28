// Postmortems that tell nothing.
import type { IncidentRule } from '../rule.ts';

export const emptyBody: IncidentRule = {
  code: 'empty-body',
  severity: 'warning',
  title: 'There is no text below the front matter.',
  why: 'A page of fields says when and where, but not what happened and what ended it: that is what it will be looked up for.',
  bad: '---\ntitle: Checkout errors\nstarted: 2026-11-20\n---',
  fixed: '---\ntitle: Checkout errors\nstarted: 2026-11-20\n---\nThe push removed an address; rolling it back brought checkout back.',
  check({ duplicateOf }, { body, bodyLine, report }) {
    if (duplicateOf !== undefined || body.trim() !== '') return;
    report({ line: bodyLine }, 'The postmortem has no text.', { hint: 'Write what happened and what ended it, if only in two sentences.' });
  },
};
