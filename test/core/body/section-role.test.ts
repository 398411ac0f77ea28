// Which headings name which part of a postmortem.
import { describe, expect, it } from 'vitest';
import { lessonKind } from '../../../src/core/body/lesson-kind.ts';
import { roleOf, rolesOf } from '../../../src/core/body/section-role.ts';

describe('roleOf', () => {
  it.each([
    ['summary', 'Summary', 'Issue Summary', 'Executive summary', 'TL;DR', 'tl;dr', 'What happened?', '1. Summary', '**Overview**'],
    ['impact', 'Impact', 'Customer impact', 'Scope', 'Affected users', '💥 Impact'],
    ['detection', 'Detection', 'How was this detected?', 'Identified'],
    [
      'timeline',
      'Timeline',
      'Chain of Events',
      'Timeline (All times PST) 09/07/2022 – 11/03/2022',
      'The unforgettable timeline',
      'Key events:',
    ],
    ['trigger', 'Trigger', 'Leadup', 'Lead-up'],
    [
      'root_cause',
      'Root cause',
      'Root Cause(s)',
      'Root Cause Analysis',
      'Contributing Factors',
      'Fault',
      'Why did it happen?',
      'Five whys',
    ],
    ['resolution', 'Resolution', 'Resolution and recovery', 'Recovery', 'Mitigation', 'How it was fixed'],
    ['lessons', 'Lessons learned', 'Lessons Learnt', 'What we learned', 'Takeaways'],
    ['action_items', 'Action Items', 'Follow-ups', 'Corrective and Preventative Measures', 'Remediation', 'Next steps', 'Actionables'],
    ['action_items', 'Review actions', 'Recommendations', 'Moving forward', '5) Action items & next steps', 'To-do'],
    ['background', 'Background', 'Context'],
    ['supporting', 'Supporting information', 'Appendix'],
  ])('%s', (role, ...headings) => {
    expect(headings.map((heading) => [heading, roleOf(heading)])).toEqual(headings.map((heading) => [heading, role]));
  });

  it.each(['Why the timeline service failed', 'Attendees', '', '2024-01-15', 'Database layer', 'Conclusion'])(
    'does not know "%s"',
    (heading) => {
      expect(roleOf(heading)).toBeUndefined();
    },
  );

  it('sees both halves of a heading', () => {
    expect(rolesOf('Root Cause and Resolution: a tale')).toEqual(['root_cause', 'resolution']);
    expect(rolesOf('Detection & response')).toEqual(['detection', 'resolution']);
  });
});

it.each([
  ['What went well', 'wentWell'],
  ['Things that went really well:', 'wentWell'],
  ['What worked', 'wentWell'],
  ['What went wrong?', 'wentWrong'],
  ['What went poorly', 'wentWrong'],
  ["What didn't go well", 'wentWrong'],
  ['What could have gone better', 'wentWrong'],
  ['Where we got lucky 🍀', 'gotLucky'],
  ['Luck', 'gotLucky'],
  ['Well-being', undefined],
])('a label "%s" is about %s', (label, kind) => {
  expect(lessonKind(label)).toBe(kind);
});
