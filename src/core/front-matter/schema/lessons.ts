// What was learned.
import { field, fields, list, prose } from './kit.ts';

export const lessons = fields({
  went_well: field(list(prose(2000)), 'What helped. Markdown.', ['The alert fired within a minute.']),
  went_wrong: field(list(prose(2000)), 'What hurt. Markdown.', ['The runbook named a host that is gone.']),
  got_lucky: field(list(prose(2000)), 'What could as well have gone the other way. Markdown.', ['It was a Sunday.']),
});
