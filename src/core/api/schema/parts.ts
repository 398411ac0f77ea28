// The small shapes that several of the published files share.
import { z } from 'zod';

export const day = z.iso.date().describe('A calendar day, such as 2026-11-22.');

export const moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .describe('ISO 8601 with the offset of the incident\u2019s zone, or a day alone where no time is known.');

export const seconds = z.int().min(0);
export const count = z.int().min(0);

export const address = z.string().describe('Relative to the file it stands in.');

export const ids = z.array(z.string());

/** What opens every file: which schema it follows and the day its counts are true for. */
export const fileHead = {
  schema: address.describe(
    'JSON Schema of this file, relative to it. Its number changes when a field is renamed, removed or redefined; new fields may come at any time.',
  ),
  generated: day.describe('The day that "overdue" and ages are counted to.'),
};
