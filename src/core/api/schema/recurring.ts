// What is published about promises that recur, and about those that an incident broke by happening again.
import { z } from 'zod';
import { address, day } from './parts.ts';

const incident = z.string().describe('Id of the incident.');

export const recurringPromise = z.object({
  slug: z.string(),
  title: z.string().describe('The words of the item that is most like all others.'),
  url: address,
  reasons: z.array(z.string()).describe('What makes them one promise.'),
  incidents: z.array(z.string()).describe('Oldest first.'),
  actions: z
    .array(z.object({ incident, id: z.string(), promised: day.optional() }))
    .describe('Oldest first; more about each is in actions.json.'),
  tellings: z.array(incident).describe('Other tellings of these incidents, whose promises are not counted again.'),
});
export type RecurringPromiseJson = z.infer<typeof recurringPromise>;

export const brokenPromise = z.object({
  incident: incident.describe('The incident that happened again.'),
  earlier: incident.describe('The incident whose promises were open: its predecessor, or one before that.'),
  actions: z.array(
    z.object({
      id: z.string(),
      days_after_promise: z.int(),
      state_then: z.enum(['open', 'overdue', 'unknown']).describe('unknown: closed by now, and nothing says since when.'),
    }),
  ),
});
export type BrokenPromiseJson = z.infer<typeof brokenPromise>;
