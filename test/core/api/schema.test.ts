// What is published fits the schemas that are published beside it, to the last field.
import { expect, test } from 'vitest';
import { DATA_FILES, SCHEMA_FILES } from '../../../src/core/api/files.ts';
import { incidentJson, incidentSummaryJson } from '../../../src/core/api/incident.ts';
import { incidentFile, incidentSummary } from '../../../src/core/api/schema/incident.ts';
import { type SchemaName, schemas, schemaText } from '../../../src/core/api/schema/index.ts';
import { writeService } from '../../../src/core/api/service.ts';
import { surroundingsOf } from '../../../src/core/archive/surroundings.ts';
import { bare, full, hostile, sampleArchive } from './sample-archive.ts';

/** As a reader gets it: absent fields are gone. */
const published = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

test.each([full, bare, hostile])('incident $file fits its schemas, and nothing in it is undocumented', (incident) => {
  const whole = published(incidentJson(incident, sampleArchive, surroundingsOf(sampleArchive)(incident)));
  // A schema drops what it does not name, so equality says that it names everything.
  expect(incidentFile.parse(whole)).toEqual(whole);
  const short = published(incidentSummaryJson(incident, sampleArchive));
  expect(incidentSummary.parse(short)).toEqual(short);
});

test.each(DATA_FILES.filter(({ path }) => path.endsWith('.json')))('$path fits its schema', ({ path, write }) => {
  const content = JSON.parse(write(sampleArchive)) as Record<string, unknown>;
  const name = path.replace('.json', '') as SchemaName;
  expect(schemas[name].parse(content)).toEqual(content);
  expect(content.schema).toBe(`schemas/${name}-1.json`);
  expect(content.generated).toBe('2026-11-22');
  expect(SCHEMA_FILES.map((file) => file.path)).toContain(content.schema);
});

test.each(sampleArchive.indexes.services)('the dossier of service $slug fits its schema', (entry) => {
  const content = JSON.parse(writeService(entry, sampleArchive)) as Record<string, unknown>;
  expect(schemas.service.parse(content)).toEqual(content);
  expect(content.schema).toBe('../schemas/service-1.json');
});

test('every schema file is JSON Schema that lets new fields come', () => {
  for (const { write } of SCHEMA_FILES) {
    const schema = JSON.parse(write(sampleArchive)) as { $schema: string; type: string };
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.type).toBe('object');
    expect(JSON.stringify(schema)).not.toContain('additionalProperties":false');
  }
});

test('the schemas change on purpose: a field renamed or removed needs a new number', () => {
  const fields = (name: SchemaName) => Object.keys((JSON.parse(schemaText(name)) as { properties: object }).properties);
  expect(fields('incident').join(' ')).toMatchInlineSnapshot(
    `"id title url markdown_url summary status visibility severity severity_rank started detected acknowledged identified mitigated resolved timezone approximate duration_seconds metrics_seconds services teams environments tags root_causes detected_by trigger impact signatures authors reviewers commander related recurrence_of duplicate_of schema aliases links timeline lessons action_items sections similar linked_from"`,
  );
  expect(Object.keys(incidentSummary.shape).join(' ')).toMatchInlineSnapshot(
    `"id title url markdown_url summary status visibility severity severity_rank started detected acknowledged identified mitigated resolved timezone approximate duration_seconds metrics_seconds services teams environments tags root_causes detected_by trigger impact signatures authors reviewers commander related recurrence_of duplicate_of json_url timeline_count action_count open_action_count overdue_action_count"`,
  );
});
