// One archive read for each edition: what is in it, and how what is not in it is spoken of.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { EditionName } from '../../src/core/model/edition.ts';
import { type LoadedArchive, loadArchive, newLoadCache } from '../../src/site/load.ts';

const folder = mkdtempSync(join(tmpdir(), 'hindsight-edition-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const config = join(folder, 'site.yaml');
writeFileSync(
  config,
  `title: Incidents of Acme Ltd
url: https://internal.example/
teams: [{ id: payments, name: Payments }]
people: { ana: { name: Ana Silva, team: payments }, bo: { name: Bo Ek, role: on-call engineer } }
source: { repository: 'https://git.example/pm' }
redact: [Initech]
`,
);
const SHOWN = `---
# a comment about Zanzibar
title: Checkout errors at Acme Ltd
started: 2026-01-02T10:00:00Z
visibility: public
redact: [Acme Ltd, Zephyrine]
authors: [ana, Carl Free]
commander: bo
summary: See [[2026-01-03-deal]], [the other](2026-01-03-deal.md) and [[2026-01-03-deal|that one]].
related: [2026-01-03-deal, deal-0, 2026-01-04-thing]
links: ['https://acme-ltd.example/', 'https://status.example/']
timeline:
  - { at: 2026-01-02T10:00:00Z, text: Acme&nbsp;Ltd calls Ana Silva. }
  - { at: 2026-01-02T10:05:00Z, text: '[internal] Zanzibar.' }
action_items:
  - { title: Talk to Initech, owner: ana, ticket: 'https://acme-ltd.example/7', evidence: 'https://acme-ltd.example/8' }
---

It was like "the quiet deal of March", or 2026-01-03-deal. https://acme-ltd.example/y
`;
const OTHERS: Readonly<Record<string, string>> = {
  '2026-01-03-deal': 'title: The quiet deal of March\nvisibility: restricted\naliases: [deal-0]',
  '2026-01-04-thing': 'title: A thing that broke\nrecurrence_of: 2026-01-02-acme-ltd',
  '2026-01-05-draft': 'title: A draft of something\nvisibility: public\nstatus: draft',
};
const archive = join(folder, 'archive');
mkdirSync(archive);
writeFileSync(join(archive, '2026-01-02-acme-ltd.md'), SHOWN);
for (const [name, fields] of Object.entries(OTHERS)) {
  writeFileSync(join(archive, `${name}.md`), `---\n${fields}\nstarted: 2026-01-03T10:00:00Z\n---\n\nBroke, as did [[2026-01-03-deal]].\n`);
}

const load = (edition?: EditionName): Promise<LoadedArchive> =>
  loadArchive({ input: archive, config, asOf: '2026-02-01', allowErrors: false, ...(edition && { edition }) });
const ids = ({ archive }: LoadedArchive): string[] => archive.incidents.map(({ id }) => id).sort();

test('each edition holds what it should', async () => {
  expect(ids(await load('public'))).toEqual(['2026-01-02-redacted-1']);
  expect(ids(await load('internal'))).toEqual(['2026-01-02-acme-ltd', '2026-01-04-thing', '2026-01-05-draft']);
  expect(ids(await load('restricted'))).toHaveLength(4);
  expect(ids(await load())).toEqual(ids(await load('internal')));
});

test('what is withheld is in nothing that is made of the public edition', async () => {
  const { archive, texts, withheld, restricted, cut } = await load('public');
  const all = JSON.stringify([archive, [...archive.byId], [...archive.aliases], [...texts]]).toLowerCase();
  for (const secret of [
    'acme',
    'zanzibar',
    'initech',
    'ana',
    'silva',
    'carl',
    'bo ek',
    'deal',
    '2026-01-04',
    'draft of',
    'git.example',
    'internal.example',
  ])
    expect(all).not.toContain(secret);
  expect([withheld.length, restricted.length]).toEqual([2, 1]);
  expect(cut?.edition).toBe('public');
});

test('what stands there instead can be read', async () => {
  const { archive, texts } = await load('public');
  const [incident] = archive.incidents;
  expect(incident?.title).toBe('Checkout errors at redacted-1');
  expect(archive.config.title).toBe('Incidents of redacted-1');
  expect(incident?.summary?.html).toBe(
    'See <span class="missing">another incident</span>, <span class="missing">the other</span> and <span class="missing">that one</span>.',
  );
  expect(incident?.timeline.map(({ text }) => text.plain)).toEqual(['redacted-1 calls Payments responder.']);
  expect(incident).toMatchObject({ authors: ['Payments responder', 'responder'], commander: 'on-call engineer', related: [] });
  expect(incident?.links.map(({ url }) => url)).toEqual(['https://status.example/']);
  expect(incident?.actionItems[0]).toMatchObject({
    title: { plain: 'Talk to redacted-2', html: 'Talk to <span class="redacted">redacted 2</span>' },
    owner: 'Payments responder',
  });
  expect(incident?.actionItems[0]).not.toHaveProperty('ticket');
  expect(incident?.sections[0]?.plain).toContain('like "another incident", or another incident.');
  expect(incident?.sections[0]?.html).not.toContain('href');
  expect(texts.get('2026-01-02-redacted-1.md')).toContain('title: Checkout errors at redacted-1');
});

test('the internal edition speaks of a restricted incident as of another one, and leaves every other text as it is', async () => {
  const { archive, texts } = await load('internal');
  expect(JSON.stringify([archive.incidents, [...texts]])).not.toMatch(/quiet deal|2026-01-03-deal|deal-0/);
  expect(archive.byId.get('2026-01-02-acme-ltd')?.authors).toEqual(['ana', 'Carl Free']);
  expect(archive.byId.get('2026-01-04-thing')?.recurrenceOf).toBe('2026-01-02-acme-ltd');
});

test('a second load in the same process reads the same, and nothing of another edition', async () => {
  const cache = newLoadCache();
  const options = { input: archive, config, asOf: '2026-02-01', allowErrors: false } as const;
  const first = await loadArchive({ ...options, edition: 'internal' }, cache);
  const cut = await loadArchive({ ...options, edition: 'public' }, cache);
  const again = await loadArchive({ ...options, edition: 'public' }, cache);
  expect(first.archive.incidents).toHaveLength(3);
  expect(cut.archive.incidents).toEqual((await load('public')).archive.incidents);
  expect(again.archive.incidents[0]).toBe(cut.archive.incidents[0]);
});

test('what an edition has as its author wrote it is read once', async () => {
  const plain = join(folder, 'plain');
  mkdirSync(plain);
  const write = (name: string, text: string) => writeFileSync(join(plain, `${name}.md`), `---\nstarted: 2026-01-03T10:00:00Z\n${text}`);
  write('2026-01-03-secret', 'title: The quiet deal of March\nvisibility: restricted\n---\n\nBroke.\n');
  write('2026-01-04-plain', 'title: Plain\n---\n\nBroke, as did [[2026-01-05-names-it]].\n');
  write('2026-01-05-names-it', 'title: Names it\n---\n\nBroke, as did [[2026-01-03-secret]].\n');
  const cache = newLoadCache();
  const { archive: cut } = await loadArchive({ input: plain, config, asOf: '2026-02-01', allowErrors: false, edition: 'internal' }, cache);
  const isReadOnce = (id: string) => cut.byId.get(id) === cache.files.get(`${id}.md`)?.incident;
  expect([...cut.byId.keys()].sort()).toEqual(['2026-01-04-plain', '2026-01-05-names-it']);
  expect(isReadOnce('2026-01-04-plain')).toBe(true);
  expect(isReadOnce('2026-01-05-names-it')).toBe(false);
});
