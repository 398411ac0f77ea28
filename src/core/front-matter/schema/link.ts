// A link to something outside the archive.
import { z } from 'zod';
import { LINK_RELATIONS } from '../../model/incident.ts';
import { choice, field, fields, line, needed, url } from './kit.ts';

export const linkFields = fields({
  title: field(line(), 'What it is; default: the address.', 'Status page'),
  url: needed(url(), 'The whole address: `https:`, `http:` or `mailto:`.', 'https://status.example.com/incidents/42'),
  rel: field(choice(LINK_RELATIONS), 'What kind of thing it is.', 'status_page'),
});

/** A bare URL, or the fields. */
export const link = z.union([url(), linkFields]);
