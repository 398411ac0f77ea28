// Sections of the body that the site wants of a severity.
import { rolesOf } from '../../body/section-role.ts';
import type { Incident, Section, SectionRole } from '../../model/incident.ts';
import type { IncidentRule } from '../rule.ts';

export const missingSection: IncidentRule = {
  code: 'missing-section',
  severity: 'error',
  title: 'A section is missing or empty that the site requires.',
  why: "The site's `sections` lists what a postmortem of a severity must tell. Any usual name of a section will do. A draft is only warned.",
  bad: '## Impact\n\n## Root cause\n\nThe pool had five workers.',
  fixed: '## Impact\n\n38 % of checkouts failed.\n\n## Root cause\n\nThe pool had five workers.',
  check(incident, { config, bodyLine, report }) {
    const { severity, duplicateOf, status } = incident;
    if (severity === undefined || duplicateOf !== undefined || !Object.hasOwn(config.sections, severity)) return;
    for (const name of config.sections[severity] ?? []) {
      const roles = rolesOf(name);
      const found = incident.sections.filter((section) => isNamed(section, name, roles));
      if (found.some((section) => section.html !== '') || roles.some((role) => isTold(incident, role))) continue;
      const isDraft = status === 'draft';
      const [empty] = found;
      report(
        { line: empty?.line ?? bodyLine },
        `The section "${name}" is ${empty ? 'empty' : 'missing'}. Severity "${severity}" requires it.`,
        {
          hint: isDraft
            ? 'Write it before the draft is published.'
            : empty
              ? 'Say what there is to say; that there was none is an answer.'
              : `Add "## ${name}".`,
          ...(isDraft && { severity: 'warning' }),
        },
      );
    }
  },
};

function isNamed({ role, heading }: Section, name: string, roles: readonly SectionRole[]): boolean {
  if (role !== undefined && roles.includes(role)) return true;
  return heading?.title.trim().toLowerCase() === name.trim().toLowerCase();
}

/** What became structured is no longer in the text, and may have come from the front matter. */
function isTold({ summary, impact, timeline, lessons, actionItems }: Incident, role: SectionRole): boolean {
  switch (role) {
    case 'summary':
      return summary !== undefined;
    case 'impact':
      return impact.summary !== undefined;
    case 'timeline':
      return timeline.length > 0;
    case 'lessons':
      return lessons.wentWell.length + lessons.wentWrong.length + lessons.gotLucky.length > 0;
    case 'action_items':
      return actionItems.length > 0;
    default:
      return false;
  }
}
