// What is published about one incident: in short for the list of all, in full beside its page.
import { z } from 'zod';
import { DETECTION_SOURCES, DOCUMENT_STATUSES, LINK_RELATIONS, SECTION_ROLES, TIMELINE_KINDS, VISIBILITIES } from '../../model/incident.ts';
import { MILESTONES } from '../../model/timestamp.ts';
import { RELATIONS } from '../../resemblance/relations.ts';
import { actionItem } from './action.ts';
import { address, count, ids, moment, seconds } from './parts.ts';

const impact = z.object({
  summary: z.string().optional(),
  users_affected: z.number().optional(),
  users_affected_percent: z.number().optional(),
  customer_facing: z.boolean().optional(),
  data_loss: z.string().optional(),
  cost: z.string().optional(),
});

/** Named as in the front matter; what was not recorded is absent. */
const facts = z.object({
  id: z.string(),
  title: z.string(),
  url: address,
  markdown_url: address,
  summary: z.string().optional(),
  status: z.enum(DOCUMENT_STATUSES),
  visibility: z.enum(VISIBILITIES),
  severity: z.string().optional(),
  severity_rank: z.int().min(1).optional().describe('1 is the gravest.'),
  started: moment.optional(),
  detected: moment.optional(),
  acknowledged: moment.optional(),
  identified: moment.optional(),
  mitigated: moment.optional(),
  resolved: moment.optional(),
  timezone: z.string(),
  approximate: z.array(z.enum(MILESTONES)).describe('Times the author gave as estimates.'),
  duration_seconds: seconds.optional().describe('From started to resolved, where both have a time of day.'),
  metrics_seconds: z.record(z.string(), seconds).describe('The metrics of the site, by name, where both of their times are known.'),
  services: ids,
  teams: ids,
  environments: ids,
  tags: ids,
  root_causes: ids,
  detected_by: z.enum(DETECTION_SOURCES).optional(),
  trigger: z.string().optional(),
  impact,
  signatures: z.array(z.string()),
  authors: ids,
  reviewers: ids,
  commander: z.string().optional(),
  related: ids,
  recurrence_of: z.string().optional(),
  duplicate_of: z.string().optional(),
});
export type IncidentFactsJson = z.infer<typeof facts>;

export const incidentSummary = facts.extend({
  json_url: address.describe('The incident in full.'),
  timeline_count: count,
  action_count: count,
  open_action_count: count,
  overdue_action_count: count,
});
export type IncidentSummaryJson = z.infer<typeof incidentSummary>;

export const incidentFile = facts.extend({
  schema: address,
  aliases: ids,
  links: z.array(z.object({ title: z.string(), url: z.string(), rel: z.enum(LINK_RELATIONS).optional() })),
  timeline: z.array(
    z.object({
      at: moment.optional().describe('Absent where no time was recorded; the order of the list stands.'),
      until: moment.optional(),
      kind: z.enum(TIMELINE_KINDS),
      text: z.string(),
    }),
  ),
  lessons: z.object({ went_well: z.array(z.string()), went_wrong: z.array(z.string()), got_lucky: z.array(z.string()) }),
  action_items: z.array(actionItem),
  sections: z.array(
    z.object({
      heading: z.string().optional(),
      anchor: z.string().optional().describe('The fragment of the section on the page.'),
      role: z.enum(SECTION_ROLES).optional(),
      text: z.string().describe('Without markup, and without what stands in timeline, lessons and action_items.'),
    }),
  ),
  similar: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        relation: z
          .enum(RELATIONS)
          .describe('What one of the two states of the other; "alike" where nobody does and their texts and facts are alike.'),
        reasons: z.array(z.string()).describe('What both have, as sentences.'),
        differences: z.array(z.string()).describe('What is known of both and is not the same.'),
      }),
    )
    .describe('At most five, the nearest first.'),
  linked_from: z.array(z.object({ id: z.string(), kind: z.enum(['duplicate', 'recurrence', 'related', 'mention']) })),
});
export type IncidentFileJson = z.infer<typeof incidentFile>;
