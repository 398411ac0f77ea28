// One entry of a timeline.
import { TIMELINE_KINDS } from '../../model/incident.ts';
import { choice, field, fields, moment, needed, prose } from './kit.ts';

export const timelineEntry = fields({
  at: field(
    moment(),
    'When; a time of day such as `14:07` counts on from the entry before, as in the text. Left out where nobody recorded it: the entry keeps its position.',
    '2026-11-20T14:07:00Z',
  ),
  text: needed(prose(5000), 'What happened. Markdown.', 'The alert fires; Ana acknowledges it.'),
  kind: field(choice(TIMELINE_KINDS), 'What the entry stands for; default: told from its time, else `note`.', 'detected'),
});
