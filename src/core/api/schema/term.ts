// What is published about one value of an index: a tag, a service, a team, a cause, a severity, a year.
import { z } from 'zod';
import { address, count, ids } from './parts.ts';

export const term = z.object({
  id: z.string().describe('As it stands in the files.'),
  name: z.string(),
  description: z.string().optional(),
  owner: z.string().optional().describe('Of a service: the team that owns it.'),
  url: address,
  feed_url: address,
  incident_count: count,
  action_count: count,
  open_action_count: count,
  overdue_action_count: count,
  incidents: ids.describe('Newest first.'),
});
export type TermJson = z.infer<typeof term>;
