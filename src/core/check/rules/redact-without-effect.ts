// Words that somebody wants withheld, as long as nothing withholds them.
import type { IncidentRule } from '../rule.ts';

export const redactWithoutEffect: IncidentRule = {
  code: 'redact-without-effect',
  severity: 'warning',
  title: 'The field `redact` is given, and does nothing yet.',
  why: 'It is meant for a public edition, which cannot be built yet: the words are on every page that holds them.',
  bad: 'redact: [Acme Ltd]',
  fixed: 'visibility: restricted',
  check(incident, { report }) {
    if (incident.redact.length === 0) return;
    report({ path: ['redact'], key: true }, '"redact" has no effect yet: the site is built with these words in it.', {
      hint: 'Take the words out of the text, or keep the incident out of the site with `visibility: restricted`.',
    });
  },
};
