// The files of a built site that programs read, held against their formats and what the site itself says about them.
import { posix } from 'node:path';
import ICAL from 'ical.js';
import { z } from 'zod';
import { readOpenMetrics } from '../core/api/openmetrics-reader.ts';
import { parseXml } from './feeds/xml-reader.ts';

type Files = ReadonlyMap<string, Buffer>;

/** XML, calendars, metrics and JSON that cannot be read, and JSON that does not fit the schema it names, each with its path. */
export function dataProblems(files: Files): { readonly problems: string[]; readonly checked: number } {
  const schemas = new Map<string, z.ZodType>();
  const problems: string[] = [];
  let checked = 0;
  for (const [path, bytes] of files) {
    try {
      if (path.endsWith('.xml')) parseXml(bytes.toString());
      if (path.endsWith('.ics')) ICAL.parse(bytes.toString());
      if (path === 'api/metrics.txt') readOpenMetrics(bytes.toString());
      if (path.endsWith('.json')) checked += checkJson(path, { files, schemas });
    } catch (error) {
      problems.push(`${path}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { problems, checked };
}

/** Returns how many schemas it fits: none where it names none. Throws for the first thing that is wrong. */
function checkJson(path: string, { files, schemas }: { readonly files: Files; readonly schemas: Map<string, z.ZodType> }): 0 | 1 {
  const content = JSON.parse(String(files.get(path))) as { readonly schema?: unknown };
  if (typeof content.schema !== 'string') return 0;
  const name = posix.join(posix.dirname(path), content.schema);
  const schema = schemas.get(name) ?? z.fromJSONSchema(JSON.parse(String(files.get(name))));
  schemas.set(name, schema);
  schema.parse(content);
  return 1;
}
