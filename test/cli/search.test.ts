// `hindsight search`: what it prints, and what it says when the site or its index is not whole.
import { cpSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { search } from '../../src/core/search/search.ts';
import { loadArchive } from '../../src/site/load.ts';
import { openBuilt } from '../core/search/open-built.ts';
import { build, folderOfFile } from '../site/build.ts';
import { hindsight } from './command.ts';

const INPUT = fileURLToPath(new URL('../fixtures/search/archive', import.meta.url));
const folder = folderOfFile();

beforeAll(async () => {
  await build({ cwd: folder, args: ['--input', INPUT, '--as-of', '2026-11-22'] });
});

/** A copy of the site, to be harmed. */
function siteCopy(name: string): string {
  cpSync(join(folder, '_site'), join(folder, name), { recursive: true });
  return join(folder, name);
}

describe('results', () => {
  test('are listed with where they say so', async () => {
    expect(await hindsight(folder, 'search', 'ERR_4012')).toEqual({
      code: 0,
      signal: null,
      stderr: expect.stringMatching(/^\d+ incidents? match(?:es)?\.\n$/),
      stdout: expect.stringMatching(
        /^Checkout refused cards after a gateway update {2}SEV2 · 14\sJan\s2025 · checkout\n {2}incidents\/2025-01-14-checkout-4012\/#root-cause\n {2}Root cause: .*ERR_4012/,
      ),
    });
  });

  test('as JSON are in the order of the page', async () => {
    const { archive } = await loadArchive({ input: INPUT, allowErrors: true, asOf: '2026-11-22' });
    const { hits } = await search(openBuilt(archive).index, 'memory database connection', { limit: 5 });
    const { stdout } = await hindsight(folder, 'search', 'memory database', 'connection', '--limit', '5', '--json');
    const rows = JSON.parse(stdout) as Record<string, unknown>[];
    expect(rows.map(({ id }) => id)).toEqual(hits.map(({ id }) => id));
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(Object.keys(row)).toEqual(['id', 'title', 'score', 'section', 'url']);
  });

  test.each([
    ['--no-cache', '2025-04-08-docker-cache'],
    ['"back-off restarting" -queue', '2025-08-04-kube-probe'],
    ['-vendor severity:SEV4 tag:types', '2025-05-20-return-labels'],
  ])('of %s', async (query, first) => {
    const { stdout } = await hindsight(folder, 'search', query, '--json');
    expect((JSON.parse(stdout) as { id: string }[])[0]?.id).toBe(first);
  });

  test('that are none: why, and what to ask instead', async () => {
    const none = await hindsight(folder, 'search', 'stampede service:chekout', '--json');
    expect(none).toMatchObject({ code: 0, stdout: '[]\n' });
    const told = await hindsight(folder, 'search', 'stampede service:chekout');
    expect(told).toMatchObject({ code: 0, stdout: '' });
    expect(told.stderr).toContain('No incident has service:chekout. Did you mean checkout?\nNo incident matches.\n');
    expect(told.stderr).toContain('  stampede  1\n');
  });

  test('beside a filter that nothing can meet: that it is so, as on the page', async () => {
    const { stdout, stderr } = await hindsight(folder, 'search', 'service:cache service:chekout', '--json');
    expect(JSON.parse(stdout)).not.toEqual([]);
    expect(stderr).toContain('No incident has service:chekout. Did you mean checkout?\n');
  });

  test('for a word that is nowhere: what stands in for it', async () => {
    const { stdout, stderr } = await hindsight(folder, 'search', 'stampeed');
    expect(stderr).toContain('Nothing for "stampeed"; showing "stampede".\n');
    expect(stdout).toContain('Cache stampede after a restart');
  });
});

describe('a site that cannot be searched', () => {
  test('is not there', async () => {
    const { code, stdout, stderr } = await hindsight(folder, 'search', 'pool', '--site', 'nowhere');
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toBe('error: There is no site in nowhere.\n  Build it with "hindsight build", or name its folder with --site DIR.\n');
  });

  test('has no index', async () => {
    rmSync(join(siteCopy('bare'), 'search'), { recursive: true });
    const { code, stderr } = await hindsight(folder, 'search', 'pool', '--site', 'bare');
    expect(code).toBe(3);
    expect(stderr).toBe(
      'error: The search cannot use bare/search/index.json: it is not there.\n  Build the site again: hindsight build --output bare\n',
    );
  });

  test('has files that are cut off, damaged or gone', async () => {
    const shards = join(siteCopy('harmed'), 'search/terms');
    const harm = (how: (file: string) => void) => {
      for (const name of readdirSync(shards)) how(join(shards, name));
    };
    const message = async () => {
      const { code, stderr } = await hindsight(folder, 'search', 'pool', '--site', 'harmed');
      expect(code).toBe(3);
      return stderr.split('\n')[0]?.replace(/[\w-]{8}\.bin/, 'HASH.bin');
    };
    harm((file) => truncateSync(file, 20));
    expect(await message()).toBe('error: The search cannot use harmed/search/terms/HASH.bin: it is damaged or cut off.');
    harm((file) => writeFileSync(file, 'not what it was'));
    expect(await message()).toBe('error: The search cannot use harmed/search/terms/HASH.bin: it does not hold terms.');
    harm((file) => rmSync(file));
    expect(await message()).toBe('error: The search cannot use harmed/search/terms/HASH.bin: it is not there.');
  });
});

test('a limit is a number', async () => {
  expect(await hindsight(folder, 'search', 'pool', '--limit', 'many')).toMatchObject({ code: 2, stdout: '' });
});
