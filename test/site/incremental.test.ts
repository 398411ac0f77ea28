// While serving, one process builds again and again into the same folder and writes only what changed: the folder must always hold what a
// build from nothing would write, to the byte.
import { readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFiles } from '../io/temporary.ts';
import { AS_OF, build, folderOfFile, onDay } from './build.ts';
import { startBuilder } from './builder.ts';
import { differences, readFiles } from './files.ts';

interface Written {
  readonly title?: string;
  /** More lines of front matter. */
  readonly fields?: string;
  readonly body?: string;
}

const DAYS = { first: '2026-01-10', second: '2026-02-10', third: '2026-03-10', between: '2026-02-01' } as const;

function postmortem(name: keyof typeof DAYS, { title = `The ${name} outage`, fields = '', body = 'It broke.' }: Written = {}): string {
  const started = `started: ${DAYS[name]}T14:02:00Z\nresolved: ${DAYS[name]}T15:02:00Z\n`;
  return `---\ntitle: ${title}\n${started}${fields}---\n\n## Impact\n\n${body}\n`;
}

/** Its terms and people are nobody else's: no page of them exists, and none is linked, until someone else has them. */
const SECOND_TELLING = `---
title: The third outage as a play
started: 2026-03-10T14:02:00Z
duplicate_of: third
tags: [theatre]
teams: [actors]
services: [stage]
root_causes: [hubris]
action_items:
  - { title: Rehearse, owner: zed, due: 2026-12-01 }
  - { title: Applaud, team: audience, due: 2026-12-01 }
  - { title: Bow, owner: zed, team: ushers, due: 2026-12-01 }
---

## Impact

Tears.
`;
const SITE = `title: Outages
services: [{ id: checkout, name: Checkout, description: Takes the money. }]
tags: [{ id: config, name: Configuration }]
`;
const IMAGE = Buffer.from('89504e470d0a1a0a', 'hex');
const ACTION = 'action_items: [{ title: Watch it, owner: ana, due: 2026-06-01 }]\n';

const folder = folderOfFile({
  'postmortems/first.md': postmortem('first', { fields: `services: [checkout]\ntags: [config]\nseverity: SEV2\n${ACTION}` }),
  'postmortems/second.md': postmortem('second', { fields: 'recurrence_of: first\ntags: [config]\n', body: 'As in [[third]].' }),
  'postmortems/third.md': postmortem('third', { fields: 'related: [first]\naliases: [tertiary]\n' }),
  'postmortems/third/graph.png': IMAGE,
  'postmortems/play.md': SECOND_TELLING,
  'postmortems/undated.md': '---\ntitle: Once upon a time\nseverity: SEV2\n---\n\nIt broke.\n',
  'site.yaml': `${SITE}required: []\n`,
});
const archive = join(folder, 'postmortems');
const put = (files: Readonly<Record<string, string | Uint8Array>>): void => writeFiles(archive, files);
const edit = (path: string, from: string, to: string): void => {
  const text = readFileSync(join(archive, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  put({ [path]: text.replace(from, to) });
};
const remove = (path: string): void => rmSync(join(archive, path), { recursive: true });
const rename = (from: string, to: string): void => renameSync(join(archive, from), join(archive, to));
const configure = (text: string): void => writeFiles(folder, { 'site.yaml': text });

const [builds, fromNothing] = [startBuilder(), startBuilder()];
const site = join(folder, 'again', 'site');
const order = { input: archive, config: join(folder, 'site.yaml'), asOf: AS_OF, edition: 'internal' as const };
let count = 0;

/** Builds both ways. Resolves with the site, when both are the same. */
async function rebuild(asOf: string = AS_OF): Promise<Map<string, Buffer>> {
  const again = await builds({ ...order, asOf, staging: site });
  expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const fresh = join(folder, 'fresh', `site-${++count}`);
  const anew = await fromNothing({ ...order, asOf, staging: fresh });
  expect(again).toEqual(anew);
  const files = readFiles(site);
  expect(differences(files, readFiles(fresh))).toEqual([]);
  expect(files.size).toBe(again.pages + 1);
  return files;
}

const pageOf = (files: ReadonlyMap<string, Buffer>, id: string): string => String(files.get(`incidents/${id}/index.html`));

/** Each goes on from the one before, as a day of writing does; the page named says what the change is about. */
const CHANGES: readonly [what: string, change: () => void, page: string, says: RegExp][] = [
  ['text is edited', () => edit('second.md', 'As in', 'Worse than'), 'second', /Worse than/],
  ['a title changes: what it links to names it', () => edit('second.md', 'The second outage', 'Twice'), 'first', />Twice</],
  ['a title changes: what links to it names it', () => edit('third.md', 'The third outage', 'Thrice'), 'second', />Thrice</],
  ['an incident comes between two', () => put({ 'between.md': postmortem('between') }), 'second', /The between outage/],
  ['it is moved to the end', () => edit('between.md', '2026-02-01T14', '2026-01-01T14'), 'first', /The between outage/],
  ['its title changes: its neighbours name it', () => edit('between.md', 'The between', 'The early'), 'first', /The early outage/],
  [
    'a tag of a second telling gets a page',
    () => edit('between.md', '---\n\n', 'tags: [theatre]\n---\n\n'),
    'play',
    /"\.\.\/\.\.\/tags\/theatre\/"/,
  ],
  ['its team gets one', () => edit('between.md', 'tags:', 'teams: [actors]\ntags:'), 'play', /"\.\.\/\.\.\/teams\/actors\/"/],
  ['its service gets one', () => edit('between.md', 'tags:', 'services: [stage]\ntags:'), 'play', /"\.\.\/\.\.\/services\/stage\/"/],
  ['its cause gets one', () => edit('between.md', 'tags:', 'root_causes: [hubris]\ntags:'), 'play', /"\.\.\/\.\.\/causes\/hubris\/"/],
  ['its owner gets one', () => edit('first.md', 'owner: ana', 'owner: zed'), 'play', /"\.\.\/\.\.\/actions\/owners\/zed\/"/],
  ['its promising team gets one', () => edit('first.md', 'zed', 'zed, team: audience'), 'play', /"\.\.\/\.\.\/actions\/teams\/audience\/"/],
  ['the team of its owner gets one', () => edit('first.md', 'audience', 'ushers'), 'play', /"\.\.\/\.\.\/actions\/teams\/ushers\/"/],
  ['the incident is deleted', () => remove('between.md'), 'play', /<span>theatre<\/span>/],
  ['a file is renamed', () => rename('undated.md', 'long-ago.md'), 'long-ago', /Once upon a time/],
  ['a related link is added', () => edit('first.md', 'severity:', 'related: [long-ago]\nseverity:'), 'long-ago', />Related</],
  ['and taken away', () => edit('first.md', 'related: [long-ago]\n', ''), 'long-ago', /Once upon a time/],
  ['an image is added', () => put({ 'third/map.png': IMAGE }), 'third', /Thrice/],
  ['it is shown', () => edit('third.md', 'It broke.', 'It broke.\n\n![A map](third/map.png)'), 'third', /src="map\.png"/],
  ['an image changes', () => put({ 'third/map.png': Buffer.concat([IMAGE, IMAGE]) }), 'third', /src="map\.png"/],
  ['an image is taken away', () => remove('third/graph.png'), 'third', /Thrice/],
  ['an alias changes', () => edit('third.md', 'tertiary', 'troisieme'), 'troisieme', /Thrice/],
  ['an id changes', () => edit('long-ago.md', 'title:', 'id: dawn\ntitle:'), 'dawn', /Once upon a time/],
  ['an incident is withheld', () => edit('long-ago.md', 'title:', 'visibility: restricted\ntitle:'), 'first', /The first outage/],
  ['and shown again', () => edit('long-ago.md', 'visibility: restricted\n', ''), 'dawn', /Once upon a time/],
  ['the description of a term changes', () => configure(`${SITE.replace('Takes the money', 'Sells')}required: []\n`), 'first', /Checkout/],
  ['the title of the site changes', () => configure(`${SITE.replace('Outages', 'Woes')}required: []\n`), 'first', /Woes/],
  ['a person gets a name', () => configure(`${SITE}required: []\npeople: { zed: { name: Zed Zebra } }\n`), 'play', /Zed Zebra/],
];

describe('a folder built into again holds what a build from nothing writes', () => {
  let before: Map<string, Buffer>;

  test('the first time', async () => {
    before = await rebuild();
    expect(before.size).toBeGreaterThan(40);
  });

  test.each(CHANGES)('when %s', async (_, change, page, says) => {
    change();
    const after = await rebuild();
    expect(differences(before, after).filter((path) => path !== 'manifest.json')).not.toEqual([]);
    expect(pageOf(after, page)).toMatch(says);
    before = after;
  });

  test('when a file moves with its images, and its old name becomes an alias', async () => {
    rename('third.md', 'drei.md');
    rename('third', 'drei');
    edit('drei.md', 'third/map.png', 'drei/map.png');
    edit('drei.md', 'troisieme', 'third');
    const after = await rebuild();
    expect(after.has('incidents/third/map.png')).toBe(false);
    expect(after.has('incidents/drei/map.png')).toBe(true);
    expect(pageOf(after, 'third')).toContain('http-equiv="refresh"');
    expect(pageOf(after, 'second')).toContain('href="../drei/"');
  });

  test('when an error is made, other files change meanwhile, and it is mended', async () => {
    const stood = readFiles(site);
    edit('first.md', 'severity: SEV2', 'severty: SEV2');
    for (const title of ['Meanwhile', 'Meanwhile again']) {
      edit('second.md', /title: (.*)/.exec(readFileSync(join(archive, 'second.md'), 'utf8'))?.[1] ?? '', title);
      const { pages, diagnostics } = await builds({ ...order, asOf: AS_OF, staging: site });
      expect(pages).toBe(0);
      expect(diagnostics).toContainEqual(expect.objectContaining({ file: 'first.md', code: 'unknown-field' }));
      expect(differences(stood, readFiles(site))).toEqual([]);
    }
    edit('first.md', 'severty', 'severity');
    expect(pageOf(await rebuild(), 'first')).toContain('Meanwhile again');
  });

  test('when the configuration is broken and mended', async () => {
    const text = readFileSync(order.config, 'utf8');
    configure(`${text}titel: x\n`);
    expect((await builds({ ...order, asOf: AS_OF, staging: site })).pages).toBe(0);
    configure(text);
    await rebuild();
  });

  test('on another day, and for a process that never built before', async () => {
    const files = await rebuild('2026-12-24');
    const other = join(folder, 'other');
    await build({ cwd: folder, args: ['--input', archive, '--config', order.config, '--output', other], env: onDay('2026-12-24') });
    expect(differences(files, readFiles(other))).toEqual([]);
  });

  test('when two files change places', async () => {
    const [first, second] = ['first.md', 'second.md'].map((path) => readFileSync(join(archive, path), 'utf8'));
    put({ 'first.md': `${second}`.replace('recurrence_of: first', 'recurrence_of: second'), 'second.md': `${first}` });
    await rebuild('2026-12-24');
  });

  test('and leaves alone what did not change', async () => {
    const stamps = () => ['second', 'dawn', 'play'].map((id) => statSync(join(site, 'incidents', id, 'index.html')).mtimeMs);
    await rebuild('2026-12-24');
    const before = stamps();
    edit('first.md', 'Worse than', 'Better than');
    await rebuild('2026-12-24');
    expect(stamps()).toEqual(before);
  });
});

test('an archive so large that a thread writes it is the same after changes of one page and of all', async () => {
  const many = folderOfFile({ 'site.yaml': SITE });
  const write = (number: number, title: string): void =>
    writeFiles(many, { [`archive/2026-${number}.md`]: `---\ntitle: ${title}\nstarted: 2026-01-10T14:02:00Z\n---\n\nIt broke.\n` });
  for (let number = 0; number < 420; number++) write(number, `Outage ${number}`);
  const options = { input: join(many, 'archive'), config: join(many, 'site.yaml'), asOf: AS_OF, edition: 'internal' as const };
  const staging = join(many, 'again', 'site');
  await builds({ ...options, staging });
  write(77, 'Changed');
  rmSync(join(many, 'archive', '2026-78.md'));
  await builds({ ...options, staging });
  const [one, all] = [join(many, 'fresh', 'one'), join(many, 'fresh', 'all')];
  await fromNothing({ ...options, staging: one });
  expect(differences(readFiles(staging), readFiles(one))).toEqual([]);
  writeFiles(many, { 'site.yaml': SITE.replace('Outages', 'Woes') });
  await builds({ ...options, staging });
  await fromNothing({ ...options, staging: all });
  expect(differences(readFiles(staging), readFiles(all))).toEqual([]);
  expect(differences(readFiles(one), readFiles(all)).length).toBeGreaterThan(400);
});
