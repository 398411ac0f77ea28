// The generated pages of the documentation, by their path in docs/: the fields, the checks, and the schemas editors read.
import { checksMarkdown } from '../src/core/check/docs.ts';
import { fieldsMarkdown, jsonSchema, siteJsonSchema } from '../src/core/front-matter/docs.ts';

export const GENERATED: Readonly<Record<string, () => string>> = {
  'fields.md': fieldsMarkdown,
  'checks.md': checksMarkdown,
  'schemas/postmortem.json': () => `${JSON.stringify(jsonSchema(), null, 2)}\n`,
  'schemas/site.json': () => `${JSON.stringify(siteJsonSchema(), null, 2)}\n`,
};
