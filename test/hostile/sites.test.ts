// Every hostile configuration is answered at its place, quickly, and the postmortems are read all the same.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archiveWith, loadInTime, reviewed, sayProblems } from './answers.ts';
import { SITE_CASES } from './site-cases.ts';

const USER = `---
title: Uses what the site defines
started: 2026-01-02T10:00:00Z
services: [a b]
tags: [CON]
action_items:
  - { title: Do it, owner: ana, due: 2027-01-01, ticket: PAY-1 }
  - { title: Do that, owner: ana, due: 2027-01-01, ticket: X-2 }
---

It broke.
`;

describe('a hostile configuration', () => {
  const answers = reviewed('sites.json');

  test.each(Object.entries(SITE_CASES))('%s', async (name, content) => {
    const input = archiveWith({ 'user.md': USER, '_data/site.yaml': content() });
    const config = join(input, '_data', 'site.yaml');
    const loaded = await loadInTime(input, { config });
    answers.expectAnswer(name, sayProblems(loaded));

    expect(loaded.archive.byId.has('good')).toBe(true);
    // What is wrong in the configuration leaves no postmortem out, and reaches no page.
    expect(loaded.archive.leftOut).not.toContain(config);
    expect(loaded.archive.actions).toHaveLength(2);
    const used = JSON.stringify([loaded.archive.config, ...loaded.archive.actions.map(({ item }) => item.ticket)]);
    expect(used).not.toMatch(/"(?:javascript|data|vbscript|file):|"\/\//i);
    expect(globalThis).not.toHaveProperty('hacked');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('every answer has its case', () => {
    expect(answers.keys()).toEqual(Object.keys(SITE_CASES).sort());
  });
});
