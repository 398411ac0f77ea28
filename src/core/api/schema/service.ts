// What is published about one service: its dossier, for a catalogue of services or a wiki.
import { z } from 'zod';
import { trackedAction } from './action.ts';
import { address, count, day, seconds } from './parts.ts';
import { term } from './term.ts';

const incidentLink = z.object({ id: z.string(), title: z.string(), url: address, day: day.optional(), severity: z.string().optional() });

export const service = term.extend({
  badge_url: address,
  last_incident: incidentLink.optional().describe('Of those with a day.'),
  longest_incident: incidentLink.extend({ seconds }).optional().describe('From start to end, of those whose both times are known.'),
  lengths_known: count.describe('Of how many incidents the length is known.'),
  usual_causes: z.array(z.object({ id: z.string(), count })).describe('The commonest first.'),
  causes_known: count.describe('How many incidents name a cause.'),
  signatures: z.array(z.object({ text: z.string(), count, last_incident: incidentLink })).describe('The most frequent first.'),
  runbooks: z.array(z.object({ title: z.string(), url: z.string(), named_by: incidentLink })),
  before_you_deploy: z.object({
    triggers_known: count.describe('How many incidents say what set them off.'),
    incidents: z
      .array(
        incidentLink.extend({
          trigger: z.string().optional(),
          root_causes: z.array(z.string()),
          went_wrong: z.array(z.string()),
          open_actions: z.array(z.string()),
        }),
      )
      .describe('Those whose trigger is a change, newest first; `open_actions` are ids within their incident.'),
  }),
  open_actions: z.array(trackedAction).describe('The latest first.'),
});
export type ServiceJson = z.infer<typeof service>;
