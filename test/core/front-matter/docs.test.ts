// The generated documentation says something about every field, and its examples are valid.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { siteSchema } from '../../../src/core/config/schema.ts';
import { fieldsMarkdown, jsonSchema, siteJsonSchema } from '../../../src/core/front-matter/docs.ts';
import { actionItem } from '../../../src/core/front-matter/schema/action-item.ts';
import { impact } from '../../../src/core/front-matter/schema/impact.ts';
import { incident } from '../../../src/core/front-matter/schema/incident.ts';
import { lessons } from '../../../src/core/front-matter/schema/lessons.ts';
import { linkFields } from '../../../src/core/front-matter/schema/link.ts';
import { timelineEntry } from '../../../src/core/front-matter/schema/timeline.ts';

const groups: readonly z.ZodObject[] = [incident, impact, linkFields, timelineEntry, lessons, actionItem, siteSchema];
const fields = groups.flatMap((group) => Object.entries(group.shape).map(([name, field]) => ({ name, field: field as z.ZodType })));

describe('fieldsMarkdown', () => {
  test.each(fields)('$name is described, with an example that is valid', ({ name, field }) => {
    const { description = '', examples } = z.globalRegistry.get(field) ?? {};
    const [example] = Array.isArray(examples) ? (examples as unknown[]) : [];
    expect(fieldsMarkdown()).toContain(`| \`${name}\` |`);
    expect(description).toMatch(/^[A-Z`].*\.$/s);
    expect(field.safeParse(example)).toMatchObject({ success: true });
  });

  test('says of every value what it may be', () => {
    expect(fieldsMarkdown()).toContain('| `started` | time or day |');
    expect(fieldsMarkdown()).toContain('| `related` | list of ids |');
    expect(fieldsMarkdown()).toContain('| `visibility` | `public`, `internal`, `restricted` |');
    expect(fieldsMarkdown()).not.toMatch(/undefined|\[object|\| +\|/);
  });
});

describe('the JSON Schemas', () => {
  test('allow the fields and no others', () => {
    const schema = jsonSchema();
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(Object.keys(schema.properties ?? {})).toEqual(Object.keys(incident.shape));
    expect(schema.additionalProperties).toBe(false);
    expect(schema.properties?.action_items?.items).toMatchObject({ required: ['title'], additionalProperties: false });
    expect(Object.keys(siteJsonSchema().properties ?? {})).toEqual(Object.keys(siteSchema.shape));
  });
});
