// Compiles a text the way the program does, and says what came of it in as few words as a reviewer needs.
import { readFileSync } from 'node:fs';
import { type Compiled, compileIncident } from '../../../src/core/compile.ts';
import { readSiteConfig } from '../../../src/core/config/read.ts';
import { readFrontMatter } from '../../../src/core/front-matter/read.ts';
import type { Registry } from '../../../src/core/markdown/env.ts';
import type { ActionItem } from '../../../src/core/model/action-item.ts';
import type { Diagnostic } from '../../../src/core/model/diagnostic.ts';
import type { Incident, Lessons, RichText, Section, TimelineEntry } from '../../../src/core/model/incident.ts';

export const FIXTURES = new URL('../../fixtures/body/', import.meta.url);

const { config } = readSiteConfig({ path: 'site.yaml', text: readFileSync(new URL('site.yaml', FIXTURES), 'utf8') });
const EARLIER = { id: '2023-12-01-earlier', title: 'An earlier one' };
const registry: Registry = {
  resolve: (id) => (id === EARLIER.id ? EARLIER : undefined),
  resolveFile: (path) => (path === `${EARLIER.id}.md` ? EARLIER : undefined),
};

export interface CompiledText extends Compiled {
  /** Of the front matter too. */
  readonly problems: readonly Diagnostic[];
}

export function compileText(text: string, path = '2024-01-15-slow-checkout.md'): CompiledText {
  const frontMatter = readFrontMatter({ path, text }, config);
  const compiled = compileIncident(frontMatter, { config, registry });
  return { ...compiled, problems: [...frontMatter.diagnostics, ...compiled.diagnostics] };
}

/** A body under the least front matter. */
export function compileBody(body: string, fields = 'started: 2024-01-15T14:00:00Z'): CompiledText {
  return compileText(`---\ntitle: A body\n${fields}\n---\n\n${body}\n`);
}

export function incidentOf(compiled: Compiled): Incident {
  if (!compiled.incident) throw new Error('there is no incident');
  return compiled.incident;
}

/** `2024-01-15T14:02:00Z/2024-01-15T14:09:00Z about [detected] The alarm sounds.` */
export function sayEntry({ at, until, kind, text }: TimelineEntry): string {
  const time = [at?.iso ?? '-', until?.iso].filter(Boolean).join('/');
  return `${time}${at?.approximate ? ' about' : ''} [${kind}] ${text.plain}`;
}

export function sayAction({ place, title, ...fields }: ActionItem): object {
  return { title: title.plain, ...fields };
}

export function saySection({ heading, role, html, plain, lead, subheadings, line }: Section): object {
  return {
    heading: heading ? `${'#'.repeat(heading.level)} ${heading.title} {${heading.id}}` : undefined,
    role,
    line,
    lead: lead?.plain,
    subheadings: subheadings.length > 0 ? subheadings.map(({ id, title, level }) => `${'#'.repeat(level)} ${title} {${id}}`) : undefined,
    plain,
    html,
  };
}

export function sayLessons(lessons: Lessons): object {
  return Object.fromEntries(Object.entries(lessons).map(([kind, list]) => [kind, list.map((lesson: RichText) => lesson.plain)]));
}

export function sayProblem({ line, column, severity, code, message }: Diagnostic): string {
  return `${line}:${column} ${severity} ${code} ${message}`;
}
