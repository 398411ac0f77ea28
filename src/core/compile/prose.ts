// Markdown in fields of the front matter: rendered by the same rules as the body, each mention and problem at its field.
import type { FrontMatter } from '../front-matter/read.ts';
import { type MarkdownEnv, makeEnv, type Registry } from '../markdown/env.ts';
import { richText } from '../markdown/renderer.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Reference, RichText } from '../model/incident.ts';

export interface Prose {
  rich(source: string, path: readonly (string | number)[]): RichText;
  readonly references: readonly Reference[];
  readonly diagnostics: readonly Diagnostic[];
}

export function proseOf(fm: FrontMatter, registry: Registry): Prose {
  const env = makeEnv({ docId: fm.id, file: fm.file, registry, bodyLine: fm.bodyLine });
  return {
    references: env.references,
    diagnostics: env.diagnostics,
    rich: (source, path) => {
      const here: MarkdownEnv = { ...env, place: { path }, diagnostics: [] };
      const text = richText(source, here);
      // Finding the place in the YAML costs more than rendering: only what has a problem pays for it.
      for (const found of here.diagnostics) env.diagnostics.push({ ...found, ...fm.locate({ path }) });
      return text;
    },
  };
}
