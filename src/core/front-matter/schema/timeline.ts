// One entry of a timeline.
import { TIMELINE_KINDS } from '../../model/incident.ts';
import { choice, field, fields, needed, prose, time } from './kit.ts';

export const timelineEntry = fields({
  at: field(time(), 'When; left out where nobody recorded it: the entry keeps its position.', '2026-11-20T14:07:00Z'),
  text: needed(prose(5000), 'What happened. Markdown.', 'The alert fires; Ana acknowledges it.'),
  kind: field(choice(TIMELINE_KINDS), 'What the entry stands for; default: told from its time, else `note`.', 'detected'),
});
