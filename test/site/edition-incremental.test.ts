// While the public edition is served, one process builds it again and again into the same folder: whatever is withheld from one build on is in no byte
// of it, and the folder is what a build from nothing would write.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFiles } from '../io/temporary.ts';
import { AS_OF, folderOfFile } from './build.ts';
import { startBuilder } from './builder.ts';
import { differences, readFiles } from './files.ts';
import { file, naively, readNaively } from './leak-canaries.ts';

const SITE = {
  title: 'Incidents at Example',
  url: 'https://status.example/',
  people: { ana: { name: 'Ana Krasnova', role: 'on-call engineer' } },
};
const shown = (title: string, fields: Readonly<Record<string, unknown>>, body: string): string =>
  file({ title, started: '2026-01-02T10:00:00Z', visibility: 'public', services: ['checkout'], ...fields }, `## Root cause\n\n${body}`);

const FIRST = {
  'postmortems/2026-01-02-first.md': shown(
    'The gateway refused payments',
    {
      related: ['2026-01-03-second'],
      timeline: [
        { at: '2026-01-02T10:00:00Z', text: 'Initrode called.' },
        { at: '2026-01-02T10:05:00Z', text: 'We looked at the vault.' },
      ],
      action_items: [{ title: 'Ask Initrode to wait', owner: 'ana', due: '2026-03-01' }],
    },
    'Initrode sent twice, as in [[2026-01-03-second]]. Bogdana Ekman helped.\n\n![Graph](2026-01-02-first/initrode-graph.png)',
  ),
  'postmortems/2026-01-02-first/initrode-graph.png': readFileSync(new URL('../../docs/images/incident.png', import.meta.url)),
  'postmortems/2026-01-02-first/log.txt': 'connect to initrode failed\n',
  'postmortems/2026-01-03-second.md': shown(
    'Zanzibar lost its cache',
    { tags: ['zanzibarish'], signatures: ['ERR_ZANZIBAR_77'], aliases: ['old-zanzibar'], recurrence_of: '2026-01-02-first' },
    'Nobody knew of the marmoset.\n\n- [ ] Feed the marmoset (owner: ana)\n',
  ),
  'postmortems/2026-01-03-second/zanzibar.txt': 'marmoset\n',
  'postmortems/2026-01-04-third.md': shown('The queue was full', {}, 'It was like "Zanzibar lost its cache". The queue of checkout.'),
  'site.yaml': JSON.stringify(SITE),
};
type Files = Readonly<Record<string, string | Uint8Array>>;

const folder = folderOfFile(FIRST);
const put = (files: Files): void => writeFiles(folder, files);
const configure = (fields: Readonly<Record<string, unknown>>): void => put({ 'site.yaml': JSON.stringify({ ...SITE, ...fields }) });
const change = (path: keyof typeof FIRST, from: string, to: string): void => {
  const text = String(FIRST[path]);
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  put({ [path]: text.replaceAll(from, to) });
};
const reset = (): void => {
  rmSync(join(folder, 'postmortems'), { recursive: true });
  put(FIRST);
};

const [builds, fromNothing] = [startBuilder(), startBuilder()];
const site = join(folder, 'again', 'site');
let count = 0;

/** Builds both ways, which have to be the same, and searches every byte. */
async function rebuild(withheld: readonly string[], there: readonly string[] = []): Promise<Map<string, Buffer>> {
  const order = { input: join(folder, 'postmortems'), config: join(folder, 'site.yaml'), asOf: AS_OF, edition: 'public' as const };
  const again = await builds({ ...order, staging: site });
  expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const fresh = join(folder, 'fresh', `site-${++count}`);
  await fromNothing({ ...order, staging: fresh });
  const files = readFiles(site);
  expect(differences(files, readFiles(fresh))).toEqual([]);
  const all = [...readNaively(site)];
  for (const text of withheld)
    expect(
      all.filter(([, letters]) => letters.includes(naively(text))).map(([path]) => path),
      text,
    ).toEqual([]);
  for (const text of there) expect(all.some(([, letters]) => letters.includes(naively(text)))).toBe(true);
  return files;
}

test('what the configuration withholds from now on is gone, and what it no longer does is back', { timeout: 600_000 }, async () => {
  const first = await rebuild(['Ana Krasnova'], ['Initrode', 'Bogdana Ekman', 'on-call engineer', 'Zanzibar', 'marmoset']);

  configure({ redact: ['Initrode'] });
  await rebuild(['Initrode', 'Ana Krasnova'], ['redacted-1', 'Bogdana Ekman']);
  configure({ redact: ['Zanzibar', 'Initrode'] });
  await rebuild(['Initrode', 'Zanzibar', 'Ana Krasnova'], ['redacted-2']);
  configure({ people: { ...SITE.people, bogdana: { name: 'Bogdana Ekman', role: 'steward' } } });
  await rebuild(['Bogdana Ekman', 'Ana Krasnova'], ['steward helped']);
  configure({ people: { ana: { name: 'Ana Krasnova', role: 'captain' } } });
  await rebuild(['on-call engineer', 'Ana Krasnova'], ['captain']);
  configure({ editions: { public: { people: 'names' } } });
  await rebuild(['on-call engineer'], ['Ana Krasnova']);
  configure({ visibility: 'restricted', editions: { public: { title: 'Another title' } } });
  await rebuild(['Incidents at Example', 'Ana Krasnova'], ['Another title']);

  put({ 'site.yaml': FIRST['site.yaml'] });
  expect(differences(first, await rebuild(['Ana Krasnova']))).toEqual([]);
});

test('an incident that is no longer public is gone with all that it brought along', { timeout: 600_000 }, async () => {
  reset();
  const first = await rebuild([], ['Zanzibar', 'marmoset']);
  const second = 'postmortems/2026-01-03-second.md';
  for (const fields of ['visibility: "internal"', 'visibility: "restricted"', 'visibility: "public"\nstatus: "draft"']) {
    change(second, 'visibility: "public"', fields);
    const files = await rebuild(['Zanzibar', 'marmoset', '2026-01-03-second', 'zanzibarish']);
    expect([...files.keys()].filter((path) => path.includes('second'))).toEqual([]);
    expect(String(files.get('incidents/2026-01-02-first/index.html'))).toContain('another incident');
    put({ [second]: FIRST[second] });
    expect(differences(first, await rebuild([]))).toEqual([]);
  }
});

test('so is what a file withholds or marks as internal, and what one of its attachments has come to say', {
  timeout: 600_000,
}, async () => {
  reset();
  const first = await rebuild([], ['Initrode', 'We looked at the vault']);
  const path = 'postmortems/2026-01-02-first.md';
  // In another file than those it stands in.
  change('postmortems/2026-01-04-third.md', 'visibility: "public"', 'visibility: "public"\nredact: ["Initrode", "marmoset"]');
  await rebuild(['Initrode', 'marmoset'], ['We looked at the vault']);
  put({ 'postmortems/2026-01-02-first/log.txt': 'INIT-\nRODE and initrode.example\n' });
  await rebuild(['Initrode', 'marmoset']);
  reset();
  change(path, 'We looked at the vault.', '[internal] We looked at the vault.');
  await rebuild(['We looked at the vault'], ['Initrode']);
  reset();
  expect(differences(first, await rebuild([]))).toEqual([]);
});
