// What is published about the archive as a whole: the figures of the insights, each with how many incidents it rests on.
import { z } from 'zod';
import { DETECTION_SOURCES } from '../../model/incident.ts';
import { MILESTONES } from '../../model/timestamp.ts';
import { count, day, ids, seconds } from './parts.ts';

const known = count.describe('Incidents that record it: what the figure rests on.');
const of = count.describe('Incidents there are.');

const lane = z.object({
  severity: z.string().optional().describe('Absent for incidents without one.'),
  n: count,
  shortest_seconds: seconds.optional(),
  median_seconds: seconds.optional().describe('From three incidents on.'),
  p85_seconds: seconds.optional().describe('The 85th percentile, by linear interpolation (type 7), from five incidents on.'),
  longest_seconds: seconds.optional(),
  outliers: ids.describe('Incidents far longer than the others of their severity.'),
});

const trend = z
  .object({
    last_12_months: count,
    months_12_before: count,
    verdict: z.enum(['more', 'fewer', 'as-many']).describe('as-many: chance alone may make the difference.'),
  })
  .describe('Absent where the period is shorter than two years or holds fewer than six.');

const term = z.object({
  name: z.string(),
  incidents: ids.describe('Newest first.'),
  last_came_back_after_days: z.int().optional(),
  trend: trend.optional(),
});

const terms = z.object({ known, of, terms: z.array(term) });

const factor = z.object({ kind: z.enum(['causes', 'triggers', 'services', 'tags']), name: z.string(), incident_count: count });

export const insights = {
  period: z.object({ from: day, to: day }).optional().describe('Absent where no incident is dated.'),
  incident_count: count,
  metrics: z.array(
    z.object({
      id: z.string(),
      from: z.enum(MILESTONES),
      to: z.enum(MILESTONES),
      known,
      of,
      estimated: count.describe('Of the known ones, those that rest on an estimate.'),
      severities: z.array(lane),
    }),
  ),
  months: z.object({
    known,
    of,
    step: z.int().min(1).describe('Months in each stretch: 1, 3 or 12.'),
    earlier: count.describe('Incidents before the first stretch.'),
    stretches: z.array(z.object({ from: day, incident_count: count, by_severity: z.record(z.string(), count) })),
    trend: trend.optional(),
  }),
  causes: terms,
  triggers: terms,
  services: terms,
  detected_by: z.object({ known, of, sources: z.partialRecord(z.enum(DETECTION_SOURCES), count) }),
  weekdays: z.array(z.object({ weekday: z.int().min(1).max(7).describe('1 is Monday.'), incident_count: count, quarters: z.array(count) })),
  factors: z.object({
    support: count.describe('Incidents that have to name both.'),
    pairs: z.array(z.object({ factors: z.array(factor), incidents: ids, lift: z.number() })),
  }),
  actions: z.object({
    total: count,
    done: count,
    dropped: count,
    open: count,
    overdue: count,
    median_age_days: z.number().optional(),
    on_time: z.object({ kept: count, of: count }),
    ages: z.array(z.object({ from_days: count, to_days: count.optional(), open: count, overdue: count })),
  }),
  luck: z.array(
    z.object({ incident: z.string(), text: z.string(), actions: ids.describe('Ids of the action items that the text names.') }),
  ),
  causes_without_action: z.array(z.string()),
  detect_only: z.object({ known, of, incidents: ids }),
};
const file = z.object(insights);
export type InsightsJson = z.infer<typeof file>;
