// The registry of published schemas: each file of the interface, by the name its schema has.
import { z } from 'zod';
import type { IndexKind } from '../../model/archive.ts';
import { actionListOf, progress, trackedAction } from './action.ts';
import { incidentFile, incidentSummary } from './incident.ts';
import { insights } from './insights.ts';
import { fileHead } from './parts.ts';
import { brokenPromise, recurringPromise } from './recurring.ts';
import { service } from './service.ts';
import { term } from './term.ts';

/** Raised by one when a field is renamed, removed or redefined; readers who know an older number must not be served a newer meaning. */
const VERSION = 1;

export const schemas = {
  incidents: z.object({ ...fileHead, incidents: z.array(incidentSummary) }),
  incident: incidentFile,
  actions: z.object({ ...fileHead, list: actionListOf.optional(), progress, actions: z.array(trackedAction) }),
  recurring: z.object({ ...fileHead, recurring: z.array(recurringPromise), broken: z.array(brokenPromise) }),
  tags: termFile('tags'),
  services: termFile('services'),
  teams: termFile('teams'),
  causes: termFile('causes'),
  severities: termFile('severities'),
  years: termFile('years'),
  service: z.object({ ...fileHead, ...service.shape }),
  insights: z.object({ ...fileHead, ...insights }),
};
export type SchemaName = keyof typeof schemas;

export const SCHEMA_NAMES = Object.keys(schemas) as SchemaName[];

/** `schemas/incidents-1.json`, from within `api/`. */
export function schemaPath(name: SchemaName): string {
  return `schemas/${name}-${VERSION}.json`;
}

/** The JSON Schema as a file. It lets unknown fields pass: new ones may come without a new version. */
export function schemaText(name: SchemaName): string {
  const { $schema, ...schema } = z.toJSONSchema(schemas[name], { io: 'input' });
  return `${JSON.stringify({ $schema, title: `Hindsight: ${name}`, ...schema }, null, 2)}\n`;
}

function termFile(kind: IndexKind) {
  return z.object({ ...fileHead, [kind]: z.array(term) });
}
