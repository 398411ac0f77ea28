// One document read as the archive reads its files, without an archive around it.
import { runIncidentRules } from '../../../src/core/check/index.ts';
import { compileIncident } from '../../../src/core/compile.ts';
import { readSiteConfig } from '../../../src/core/config/read.ts';
import type { Reading } from '../../../src/core/edit/reread.ts';
import { readFrontMatter } from '../../../src/core/front-matter/read.ts';
import { type EditedFile, remembering } from './judge.ts';

const SITE = `
title: Edits
field_aliases: { follow_ups: action_items }
people: { ana: { name: Ana Silva, team: web }, bo: { name: Bo, team: payments } }
teams: [{ id: payments, name: Payments }, web]
ticket_links: { "PAY-": "https://tracker.example/browse/{key}" }
`;
const { config, diagnostics: siteProblems } = readSiteConfig({ path: 'site.yaml', text: SITE });
if (siteProblems.length > 0) throw new Error(JSON.stringify(siteProblems));
const registry = { resolve: () => undefined, resolveFile: () => undefined };

export function editedFile(text: string, file = '2026-01-05-odd.md'): EditedFile {
  return { file, text, config, read: remembering(text, (changed) => readText(changed, file)) };
}

function readText(text: string, path: string): Reading {
  const frontMatter = readFrontMatter({ path, text }, config);
  const { incident, diagnostics } = compileIncident(frontMatter, { config, registry });
  const checks = incident ? runIncidentRules(incident, { ...frontMatter, config, asOf: '2026-12-31' }) : [];
  return {
    diagnostics: [...frontMatter.diagnostics, ...diagnostics, ...checks],
    locate: frontMatter.locate,
    ...(incident && { incident }),
  };
}
