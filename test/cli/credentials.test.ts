// Credentials in an archive, as every command meets them: nothing is built, and nothing that is printed shows one.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../io/temporary.ts';
import { hindsight, postmortem } from './command.ts';

// Put together here, so that no scanner of this repository takes them for real ones.
const GITHUB = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
const PASSWORD = 'tr0ub4dor';
const IN_LOG = 'k1ttens-99';
const FIELD = 'fl1ppers-42';

const ARCHIVE = {
  'postmortems/2026-11-20-down.md': postmortem(
    'Down',
    `Somebody ran \`mysql -u root -p${PASSWORD} shop\`.\n\nSee [the log](./gone?token=${GITHUB}) and [[${PASSWORD}]].`,
  ).replace('title:', `severity: ${PASSWORD}\nsummary: "The password: ${FIELD}"\ntitle:`),
  'postmortems/2026-11-20-down/app.log': `connecting, db.password=${IN_LOG}\n`,
  'postmortems/2026-11-21-up.md': postmortem('Up'),
};

const SECRETS = [GITHUB, PASSWORD, IN_LOG, FIELD];

function expectMasked(text: string): void {
  for (const secret of SECRETS) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
}

test.each([
  [['check']],
  [['check', '--json']],
  [['build']],
  [['build', '--json']],
  [['build', '--allow-errors']],
  [['digest']],
  [['actions', 'list']],
])('%j shows no credential', async (args) => {
  const { stdout, stderr } = await hindsight(temporaryFolder(ARCHIVE), ...args);
  expectMasked(stdout + stderr);
});

test('check names the place of each, what it is, and what to do', async () => {
  const { code, stdout } = await hindsight(temporaryFolder(ARCHIVE), 'check');
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /postmortems\/2026-11-20-down\.md:\d+:\d+ error credential {2}A password of MySQL stands here\.\n {4}Replace it where it is used/,
  );
  expect(stdout).toContain('A GitHub token stands here ("ghp_…", 40 characters).');
  expect(stdout).toContain('postmortems/2026-11-20-down/app.log:1:25 error credential  A password stands here, given as "db.password".');
  expect(stdout).toContain('A password stands here, given as "password".');
});

test('no build goes past one, and nothing of it is left', async () => {
  const folder = temporaryFolder(ARCHIVE);
  for (const args of [['build'], ['build', '--allow-errors'], ['build', '--edition', 'public']]) {
    const { code, stderr } = await hindsight(folder, ...args);
    expect(code).toBe(1);
    expect(stderr).toContain('Nothing was built');
  }
  const written = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const others = written.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.startsWith(join(folder, 'postmortems')));
  for (const path of others) expectMasked(readFileSync(path, 'latin1'));
});

test('one in the configuration stops a build as well', async () => {
  const folder = temporaryFolder({
    'postmortems/a.md': postmortem('A'),
    '_data/site.yaml': `title: Incidents\nurl: https://ana:${PASSWORD}@host.example/\n`,
  });
  const { code, stderr } = await hindsight(folder, 'build');
  expect(code).toBe(1);
  expect(stderr).toContain('_data/site.yaml:2:18 error credential  The password in an address stands here.');
  expectMasked(stderr);
});

test('a site that holds one all the same is not published', async () => {
  const folder = temporaryFolder({ 'postmortems/a.md': postmortem('A', 'The password: of-the-day') });
  expect((await hindsight(folder, 'build')).code).toBe(0);
  // As a version would have left it that did not look.
  const twin = join(folder, '_site/incidents/a.md');
  const changed = readFileSync(twin, 'utf8').replace('of-the-day', PASSWORD);
  writeFileSync(twin, changed);
  const { code, stdout, stderr } = await hindsight(folder, 'publish', join(folder, 'www'));
  expect(code).toBe(1);
  expect(stderr).toContain('_site/incidents/a.md:');
  expect(stderr).toContain('Nothing was published: 1 credential in the site.');
  expectMasked(stdout + stderr);
  expect(existsSync(join(folder, 'www'))).toBe(false);
});

test('an import writes the text as it is, tells of it, and shows none', async () => {
  const folder = temporaryFolder({
    'wiki/a.md': `# Outage on 2026-05-14 with ${GITHUB}\n\nAt 9:40 the password: ${PASSWORD} was refused until 11:05.\n\n## Timeline\n\n- 9:40 it begins\n- 11:05 it ends\n`,
  });
  const { stdout, stderr } = await hindsight(folder, 'import', 'wiki/a.md', '--report', 'report.json');
  expect(stdout).toContain('look at this: A password stands in the text, given as "password".');
  expectMasked(stdout + stderr + readFileSync(join(folder, 'report.json'), 'utf8').replaceAll('wiki/a.md', ''));
  const [file = ''] = readdirSync(join(folder, 'postmortems'));
  expect(readFileSync(join(folder, 'postmortems', file), 'utf8')).toContain(PASSWORD);
  expect((await hindsight(folder, 'check')).code).toBe(1);
});

describe('an allowance with a reason', () => {
  const text = [
    '<!-- hindsight-allow-secret: the default of the vendor, in its manual -->',
    `The password: ${PASSWORD}`,
    '',
    '<!-- hindsight-allow-secret: a test account that never had rights -->',
    '```sh',
    'PGPASSWORD=swordfish psql',
    '```',
  ];
  const archive = (lines: readonly string[]) => temporaryFolder({ 'postmortems/a.md': postmortem('A', lines.join('\n')) });

  test('lets it pass, is listed, and is not on the page', async () => {
    const folder = archive(text);
    const checked = await hindsight(folder, 'check');
    expect(checked.code).toBe(0);
    expect(checked.stdout).toMatch(
      /postmortems\/a\.md:\d+:15 allowed {2}A password stands here, given as "password"\. Reason: the default of the vendor, in its manual\n/,
    );
    expect(checked.stdout).toContain('2 credentials are allowed, with the reasons above.');
    expect(checked.stdout).not.toContain('swordfish');
    const rows = JSON.parse((await hindsight(folder, 'check', '--json')).stdout) as Record<string, unknown>[];
    expect(rows.filter(({ severity }) => severity === 'allowed').map(({ hint }) => hint)).toEqual([
      'the default of the vendor, in its manual',
      'a test account that never had rights',
    ]);
    expect((await hindsight(folder, 'build')).code).toBe(0);
    const page = readFileSync(join(folder, '_site/incidents/a/index.html'), 'utf8');
    expect(page).toContain(PASSWORD);
    expect(page).not.toContain('hindsight-allow-secret');
  });

  test('hides no second one', async () => {
    const { code, stdout } = await hindsight(archive([...text.slice(0, -1), 'PGPASSWORD=starfish42 psql', '```']), 'check');
    expect(code).toBe(1);
    expect(stdout.match(/ error credential /g)).toHaveLength(1);
  });

  test('is told where it has no reason, or nothing to allow', async () => {
    const { code, stdout } = await hindsight(
      archive(['<!-- hindsight-allow-secret -->', `The password: ${PASSWORD}`, '', '<!-- hindsight-allow-secret: x -->', 'Nothing.']),
      'check',
    );
    expect(code).toBe(1);
    expect(stdout).toContain(' warning allowance-without-reason  ');
    expect(stdout).toContain(' warning allowance-unused  ');
  });
});
