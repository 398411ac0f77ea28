// Severities that are not on the site's scale.
import type { IncidentRule } from '../rule.ts';
import { didYouMean, makeGuesser, sayList, sayShort } from '../say.ts';

export const unknownSeverity: IncidentRule = {
  code: 'unknown-severity',
  severity: 'error',
  title: 'The severity is not on the scale of the site.',
  why: 'Ranks, required fields and due dates hang on it. The scale is `severities` of the site.',
  bad: 'severity: SEV11',
  fixed: 'severity: SEV1',
  check({ severity }, { config, report }) {
    const labels = config.severities.map(({ label }) => label);
    if (severity === undefined || labels.length === 0 || labels.includes(severity)) return;
    const known = `The scale is ${sayList(labels)}.`;
    const guess = didYouMean(makeGuesser()(severity, labels));
    report({ path: ['severity'] }, `"${sayShort(severity)}" is not a severity of this site.`, {
      hint: guess ? `${guess} ${known}` : known,
    });
  },
};
