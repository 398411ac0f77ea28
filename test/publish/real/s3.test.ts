// Publishing to a real S3-compatible storage: what is there afterwards, in what order it got there, and what becomes of a publish that was killed.

import { setTimeout as wait } from 'node:timers/promises';
import { CreateBucketCommand, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, test } from 'vitest';
import { packSite } from '../../../src/site/packed/pack-site.ts';
import { type Outcome, start } from '../../cli/command.ts';
import { folderOfFile } from '../../site/build.ts';
import { FIRST, type Files, SECOND, smallSite, THIRD, withManifest } from '../small-site.ts';
import { programsOfFile } from './programs-of-file.ts';
import { type Storage, startStorage, storageIsThere } from './storage.ts';

const running = programsOfFile();
const work = folderOfFile();
const Bucket = 'sites';
let storage: Storage;

beforeAll(async () => {
  if (!storageIsThere) return;
  storage = await startStorage({ work, running });
  await storage.client.send(new CreateBucketCommand({ Bucket }));
}, 240_000);

function publish(prefix: string, ...args: string[]): Promise<Outcome> {
  return start(['publish', `s3://${Bucket}/${prefix}`, ...args], { env: storage.env }).done;
}

async function publishFiles(prefix: string, files: Files, ...args: string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await publish(prefix, '--site', smallSite(files), '--format', 'json', ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Record<string, unknown>;
}

async function keys(prefix: string): Promise<string[]> {
  const { Contents = [] } = await storage.client.send(new ListObjectsV2Command({ Bucket, Prefix: prefix }));
  return Contents.map(({ Key = '' }) => Key.slice(prefix.length));
}

async function shown(prefix: string): Promise<Files> {
  const entries = (await keys(prefix)).map(async (path) => {
    const { Body } = await storage.client.send(new GetObjectCommand({ Bucket, Key: prefix + path }));
    return [path, (await Body?.transformToString()) ?? ''] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function put(key: string, text: string): Promise<void> {
  await storage.client.send(new PutObjectCommand({ Bucket, Key: key, Body: text }));
}

describe.skipIf(!storageIsThere)("Ceph's S3 gateway (skipped where it is not installed)", { timeout: 240_000 }, () => {
  test('a site, another in its place; only what changed is sent, and what is gone goes; neighbours stay', async () => {
    await put('one-not/index.html', 'of somebody else');
    const planned = await publishFiles('one', FIRST, '--dry-run');
    expect(planned).toMatchObject({ published: null, added: Object.keys(FIRST).sort(), unchanged: 0 });
    expect(await keys('one/')).toEqual([]);

    expect(await publishFiles('one', FIRST)).toMatchObject({ isNew: true });
    expect(await shown('one/')).toEqual(withManifest(FIRST));
    const untouched = new HeadObjectCommand({ Bucket, Key: 'one/404.html' });
    const before = (await storage.client.send(untouched)).LastModified;
    await wait(1100);
    expect(await publishFiles('one/', SECOND)).toMatchObject({ isNew: true, changed: ['index.html'], removed: ['incidents/a/index.html'] });
    expect(await shown('one/')).toEqual(withManifest(SECOND));
    expect((await storage.client.send(untouched)).LastModified).toEqual(before);
    expect(await publishFiles('one', SECOND)).toMatchObject({ isNew: false, changed: [], unchanged: 4 });
    expect(await shown('one-not/')).toEqual({ 'index.html': 'of somebody else' });
  });

  test('types and cache rules, of packed files too; names of any kind', async () => {
    const site = smallSite({ ...FIRST, 'incidents/ä b+c/index.html': '<p>long</p>'.repeat(200), 'actions.ics': 'x' });
    await packSite(site, { before: '/none', report: () => {} });
    expect(await publish('types', '--site', site)).toMatchObject({ code: 0, stderr: '' });
    const head = async (path: string): Promise<unknown[]> => {
      const found = await storage.client.send(new HeadObjectCommand({ Bucket, Key: `types/${path}` }));
      return [found.ContentType, found.CacheControl, found.ContentEncoding];
    };
    expect(await head('index.html')).toEqual(['text/html; charset=utf-8', 'no-cache', undefined]);
    expect(await head('assets/site-ABCDEFGH.css')).toEqual(['text/css; charset=utf-8', 'private, max-age=31536000, immutable', undefined]);
    expect(await head('actions.ics')).toEqual(['text/calendar; charset=utf-8', 'no-cache', undefined]);
    expect(await head('incidents/ä b+c/index.html.br')).toEqual(['text/html; charset=utf-8', 'no-cache', 'br']);
    expect(await head('incidents/ä b+c/index.html.gz')).toEqual(['text/html; charset=utf-8', 'no-cache', 'gzip']);
    expect(await head('manifest.json')).toEqual(['application/json; charset=utf-8', 'no-cache', undefined]);
  });

  test('killed at any moment, what is shown has all it needs, and the next publish is right, also of another site', async () => {
    const many = (text: string): Files =>
      Object.fromEntries([
        ...Array.from({ length: 150 }, (_, n) => [`assets/part-${text}${String(n).padStart(7, '0')}.js`, `${text}${n}`]),
        ...Array.from({ length: 150 }, (_, n) => [`incidents/${n}/index.html`, `${text} ${n}`]),
      ]);
    const sites = [many('a'), many('b'), { ...many('b'), ...THIRD }];
    await publishFiles('killed', many('a'));
    let broken = 0;
    for (let round = 1; round <= 6; round++) {
      const call = start(['publish', `s3://${Bucket}/killed`, '--site', smallSite(sites[round % 3] ?? {})], { env: storage.env });
      // The first is met at work for sure; later ones, which find what it has left, wherever they are by then.
      while (call.child.exitCode === null && !(await keys('killed/')).includes('hindsight-publishing.json')) await wait(10);
      await wait((round - 1) * 250);
      call.child.kill('SIGKILL');
      await call.done;
      const now = await shown('killed/');
      if (now['hindsight-publishing.json'] !== undefined) broken += 1;
      for (const [path, text] of Object.entries(now).filter(([name]) => name.endsWith('.html'))) {
        // A page is an old one or a new one, and what either loads is there.
        const letter = text.slice(0, 1);
        if (/^[ab] \d+$/.test(text)) expect(now[`assets/part-${letter}0000149.js`], `${path} in round ${round}`).toBe(`${letter}149`);
      }
    }
    expect(broken).toBeGreaterThan(0);
    await publishFiles('killed', SECOND);
    expect(await shown('killed/')).toEqual(withManifest(SECOND));
  });

  test('what is not ours is left alone; a wrong secret and a missing bucket are said, and no secret with them', async () => {
    await put('foreign/notes.txt', 'mine');
    const refused = await publish('foreign', '--site', smallSite(FIRST));
    expect(refused).toMatchObject({ code: 3, stdout: '' });
    expect(refused.stderr).toContain('holds something that "hindsight publish" did not put there');
    expect(await shown('foreign/')).toEqual({ 'notes.txt': 'mine' });

    const wrong = { ...storage.env, AWS_SECRET_ACCESS_KEY: 'wrong-and-not-to-be-shown' };
    const site = smallSite(FIRST);
    const denied = await start(['publish', `s3://${Bucket}/denied`, '--site', site], { env: wrong }).done;
    expect(denied).toMatchObject({ code: 3, stdout: '' });
    expect(denied.stderr).toContain('refuses access');
    expect(denied.stderr).not.toMatch(/wrong-and-not|AKIATEST/);
    const missing = await start(['publish', 's3://none-of-this-name/x', '--site', site], { env: storage.env }).done;
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toContain('There is no bucket none-of-this-name.');
    const back = await publish('one', '--rollback');
    expect(back).toMatchObject({ code: 2 });
    expect(back.stderr).toContain('keeps no releases');
  });
});
