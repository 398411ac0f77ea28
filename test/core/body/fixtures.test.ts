// Ways to write a postmortem: a document each, and beside it what is read out of it. To add one, write NAME.md and run with `-u`.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../src/core/model/incident.ts';
import {
  type CompiledText,
  compileText,
  FIXTURES,
  incidentOf,
  sayAction,
  sayEntry,
  sayLessons,
  sayProblem,
  saySection,
} from './compile-text.ts';

const left = (incident: Incident, role: string) => {
  const rest = incident.sections.filter((section) => section.role === role && section.html !== '').map((section) => section.html);
  return rest.length > 0 ? { left: rest } : {};
};

const VIEWS: Readonly<Record<string, (incident: Incident) => object>> = {
  timeline: (incident) => ({ timeline: incident.timeline.map(sayEntry), ...left(incident, 'timeline') }),
  'action-items': (incident) => ({ actions: incident.actionItems.map(sayAction), ...left(incident, 'action_items') }),
  lessons: (incident) => ({ lessons: sayLessons(incident.lessons), ...left(incident, 'lessons') }),
  sections: (incident) => ({
    title: incident.title,
    sections: incident.sections.map(saySection),
    references: incident.references.length > 0 ? incident.references : undefined,
    anchors: incident.anchors,
  }),
};

describe.each(Object.keys(VIEWS))('%s', (group) => {
  const folder = fileURLToPath(new URL(`${group}/`, FIXTURES));
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

  it.each(names)('%s', async (name) => {
    const compiled = compileText(readFileSync(folder + name, 'utf8'), name);
    await expect(say(compiled, group)).toMatchFileSnapshot(folder + name.replace(/\.md$/, '.json'));
  });
});

function say(compiled: CompiledText, group: string): string {
  const problems = compiled.problems.map(sayProblem);
  const view = VIEWS[group]?.(incidentOf(compiled));
  return `${JSON.stringify({ ...view, ...(problems.length > 0 && { problems }) }, null, 2)}\n`;
}
