// All fields of a postmortem's front matter.
import type { z } from 'zod';
import { DETECTION_SOURCES, DOCUMENT_STATUSES, VISIBILITIES } from '../../model/incident.ts';
import { MILESTONES } from '../../model/timestamp.ts';
import { actionItem } from './action-item.ts';
import { impact } from './impact.ts';
import { choice, field, fields, id, line, list, prose, time, zone } from './kit.ts';
import { lessons } from './lessons.ts';
import { link } from './link.ts';
import { source } from './source.ts';
import { timelineEntry } from './timeline.ts';

const names = () => list(line(200));

/** Every field may be left out here: which of them a site requires is its own decision, and a check of its own. */
export const incident = fields({
  title: field(line(300), 'What happened, in one line.', 'Checkout errors after a configuration push'),
  id: field(id(), 'Unique and stable: part of every link to the incident. Default: the name of the file.', '2026-11-20-checkout-errors'),
  aliases: field(list(id()), 'Ids the incident had before; each becomes a redirect.', ['incident-4711']),
  summary: field(prose(5000), 'One or two sentences: what broke, for whom, and why. Markdown.', 'A setting reached all zones at once.'),
  status: field(choice(DOCUMENT_STATUSES), 'Where the document stands; default `published`.', 'in_review'),
  severity: field(line(40), "A label of the site's own scale (`severities`).", 'SEV2'),
  started: field(
    time(),
    'When it began to hurt. Without an offset the time is read in `timezone`; a day alone stays a day.',
    '2026-11-20T14:02:00+01:00',
  ),
  detected: field(time(), 'When anyone, or any alert, first noticed.', '2026-11-20T14:07:00+01:00'),
  acknowledged: field(time(), 'When someone took it on.', '2026-11-20T14:09:00+01:00'),
  identified: field(time(), 'When the cause was known.', '2026-11-20T14:31:00+01:00'),
  mitigated: field(time(), 'When it stopped hurting.', '2026-11-20T14:49:00+01:00'),
  resolved: field(time(), 'When everything was as before.', '2026-11-20T16:20:00+01:00'),
  approximate: field(list(choice(MILESTONES)), 'Which of the six times are estimates.', ['started']),
  timezone: field(zone(), "Zone of the times written without an offset, and of the page; default: the site's.", 'Europe/Copenhagen'),
  services: field(names(), 'What was affected.', ['checkout']),
  teams: field(names(), 'Who took part.', ['payments']),
  environments: field(names(), 'Where.', ['production']),
  tags: field(names(), 'Anything worth an index of its own.', ['config', 'rollback']),
  detected_by: field(choice(DETECTION_SOURCES), 'Who or what noticed first.', 'monitoring'),
  trigger: field(line(200), 'What set it off, as one word or a few.', 'config-push'),
  root_causes: field(names(), 'Causes as words to index by; the prose is the section "Root cause".', ['missing-canary']),
  impact: field(impact, 'Who was hit, and how hard.', { users_affected_percent: 15, customer_facing: true }),
  signatures: field(list(line(500)), 'Error messages and names of alerts, exactly as they appear: search finds the incident by them.', [
    'ERR_CHECKOUT_4012',
  ]),
  authors: field(names(), 'Who wrote the postmortem: ids of `people`, or names.', ['ana']),
  reviewers: field(names(), 'Who reviewed it.', ['bo']),
  commander: field(line(100), 'Who led the response.', 'cy'),
  related: field(list(id()), 'Ids of incidents worth reading beside this one.', ['2025-03-02-config-drift']),
  recurrence_of: field(id(), 'Id of the incident that happened again.', '2025-03-02-config-drift'),
  duplicate_of: field(
    id(),
    'Id of the incident that this file tells a second time; counts and lists leave this one out.',
    '2026-11-20-checkout-errors',
  ),
  links: field(list(link), 'Places outside the archive: bare URLs, or `title`, `url` and `rel`.', [
    'https://status.example.com/incidents/42',
  ]),
  visibility: field(
    choice(VISIBILITIES),
    "Who may read it; default: the site's. `restricted` incidents are in no page, list or count but those of the restricted edition.",
    'internal',
  ),
  redact: field(
    list(line(200)),
    'Strings that the public edition withholds, here and in every other incident: each becomes a token such as `redacted-1`. See docs/editions.md.',
    ['Acme Ltd'],
  ),
  timeline: field(list(timelineEntry), 'What happened when; or a "Timeline" section in the text, not both.', [
    { at: '2026-11-20T14:07:00Z', text: 'The alert fires.' },
  ]),
  lessons: field(lessons, 'What was learned; or a "Lessons learned" section in the text, not both.', { got_lucky: ['It was a Sunday.'] }),
  action_items: field(list(actionItem), 'What was promised; or an "Action items" section in the text, not both.', [
    { title: 'Deploy to one zone first', owner: 'ana', due: '2026-12-01' },
  ]),
  source: field(source, 'Where an imported text comes from; what is wrong in the text itself is then a warning, no error.', {
    file: 'wiki/checkout-errors.html',
  }),
});

/** The fields as they are in the file, each checked; times are still text. */
export type IncidentFields = z.output<typeof incident>;
