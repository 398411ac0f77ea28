// Publishing to a real storage by a way on which things go wrong, and with credentials from every place where the AWS tools look for them.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openSite } from '../../../src/publish/open-site.ts';
import { s3Target } from '../../../src/publish/targets/s3.ts';
import { type Outcome, start } from '../../cli/command.ts';
import { temporaryFolder } from '../../io/temporary.ts';
import { folderOfFile } from '../../site/build.ts';
import { FIRST, type Files, SECOND, smallSite, withManifest } from '../small-site.ts';
import { FAULTS, type FailingProxy, startFailingProxy } from './failing-proxy.ts';
import { programsOfFile } from './programs-of-file.ts';
import { type Storage, startStorage, storageIsThere } from './storage.ts';

const running = programsOfFile();
const work = folderOfFile();
const Bucket = 'troubled';
const { AWS_ENDPOINT_URL: _none, ...CLEAN } = process.env;
let storage: Storage;

beforeAll(async () => {
  if (!storageIsThere) return;
  storage = await startStorage({ work, running });
  await storage.client.send(new CreateBucketCommand({ Bucket }));
}, 240_000);

async function shown(prefix: string): Promise<Files> {
  const { Contents = [] } = await storage.client.send(new ListObjectsV2Command({ Bucket, Prefix: `${prefix}/` }));
  const entries = Contents.map(async ({ Key = '' }) => {
    const { Body } = await storage.client.send(new GetObjectCommand({ Bucket, Key }));
    return [Key.slice(prefix.length + 1), (await Body?.transformToString()) ?? ''] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function publish(prefix: string, site: string, env: Readonly<Record<string, string>>): Promise<Outcome> {
  return start(['publish', `s3://${Bucket}/${prefix}`, '--site', site], { env: { ...CLEAN, ...env } }).done;
}

async function proxy(): Promise<FailingProxy> {
  const made = await startFailingProxy(storage.env.AWS_ENDPOINT_URL ?? '');
  onTestFinished(made.close);
  return made;
}

/** A server of this test, for whatever asks it. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const many = (text: string): Files => ({
  'index.html': text,
  ...Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`incidents/${n}/index.html`, `${text} ${n}`])),
});

describe.skipIf(!storageIsThere)("Ceph's S3 gateway, by a bad way (skipped where it is not installed)", { timeout: 240_000 }, () => {
  const before = { ...process.env };
  afterEach(() => {
    for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
    Object.assign(process.env, before);
  });

  test('connections that break, too much to do, failures, answers cut off and slow ones: each try is told, and the site is there', async () => {
    const { address, happened } = await proxy();
    Object.assign(process.env, storage.env, { AWS_ENDPOINT_URL: address });
    const told: string[] = [];
    for (const text of ['one', 'two']) {
      const target = s3Target({ bucket: Bucket, prefix: 'bad/', typed: 'bad' });
      const published = await target.publish(openSite(smallSite(many(text))), (step) => told.push(step));
      expect(published.isNew).toBe(true);
      expect(await shown('bad')).toEqual(withManifest(many(text)));
    }
    for (const fault of FAULTS) expect(happened[fault], fault).toBeGreaterThan(1);
    expect(told.filter((step) => /^Sent \d+ of 41 files; \d+ failed tr(?:y|ies), made again…$/.test(step)).length).toBeGreaterThan(5);
  });

  test('a storage that dies in the midst of it is given up and said; what is shown is whole, and the next publish puts it right', async () => {
    const { address, dieAfter, mend } = await proxy();
    const env = { ...storage.env, AWS_ENDPOINT_URL: address, AWS_MAX_ATTEMPTS: '3' };
    mend();
    expect(await publish('dies', smallSite(many('old')), env)).toMatchObject({ code: 0 });
    dieAfter(20);
    const broken = await publish('dies', smallSite(many('new')), env);
    expect(broken).toMatchObject({ code: 3, stdout: '' });
    expect(broken.stderr).toMatch(/^error: s3:\/\/troubled\/dies cannot be reached: .+\n {2}Running it again finishes what was begun\.\n$/);
    const now = await shown('dies');
    for (let n = 0; n < 40; n++) expect([`old ${n}`, `new ${n}`]).toContain(now[`incidents/${n}/index.html`]);
    expect(now['manifest.json']).toBe(withManifest(many('old'))['manifest.json']);
    mend();
    expect(await publish('dies', smallSite(many('new')), env)).toMatchObject({ code: 0, stderr: '' });
    expect(await shown('dies')).toEqual(withManifest(many('new')));
  });

  test('one that is not there, and one that only ever has too much to do, end with what is wrong, the old site as it was', async () => {
    expect(await publish('gone', smallSite(FIRST), storage.env)).toMatchObject({ code: 0 });
    const busy = await serve((_, response) => {
      response.writeHead(503, { 'content-type': 'application/xml' });
      response.end('<Error><Code>SlowDown</Code><Message>Reduce your request rate.</Message></Error>');
    });
    for (const [address, reason] of [['http://127.0.0.1:9', /ECONNREFUSED/] as const, [busy, /Reduce your request rate/] as const]) {
      const failed = await publish('gone', smallSite(SECOND), { ...storage.env, AWS_ENDPOINT_URL: address, AWS_MAX_ATTEMPTS: '3' });
      expect(failed).toMatchObject({ code: 3, stdout: '' });
      expect(failed.stderr).toMatch(reason);
      expect(failed.stderr).toContain('Running it again finishes what was begun.');
    }
    expect(await shown('gone')).toEqual(withManifest(FIRST));
  });

  test('one that takes a connection and never answers is not waited for without end', async () => {
    const silent = await serve(() => {});
    Object.assign(process.env, storage.env, { AWS_ENDPOINT_URL: silent, AWS_MAX_ATTEMPTS: '2' });
    const target = s3Target({ bucket: Bucket, prefix: 'silent/', typed: 's3://troubled/silent' }, { patience: 300 });
    await expect(target.current()).rejects.toThrow('s3://troubled/silent cannot be reached');
  });
});

/** What the real key is handed out by, here. */
interface Keys {
  readonly id: string;
  readonly secret: string;
}

describe.skipIf(!storageIsThere)('credentials (skipped where the gateway is not installed)', { timeout: 240_000 }, () => {
  const keys = (): Keys => ({ id: storage.env.AWS_ACCESS_KEY_ID ?? '', secret: storage.env.AWS_SECRET_ACCESS_KEY ?? '' });
  const asJson = ({ id, secret }: Keys): string =>
    JSON.stringify({ Version: 1, AccessKeyId: id, SecretAccessKey: secret, Token: '', Expiration: '2099-01-01T00:00:00Z' });
  const asXml = ({ id, secret }: Keys): string =>
    `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>${id}</AccessKeyId><SecretAccessKey>${secret}</SecretAccessKey><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`;
  /** A home with nothing in it but these, and no machine to be asked for a role. */
  const home = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
    HOME: temporaryFolder(files),
    AWS_ENDPOINT_URL_S3: storage.env.AWS_ENDPOINT_URL ?? '',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '2',
  });
  const bad = 'not-the-secret-and-not-to-be-shown';

  /** Each way gives out the keys of the storage, or wrong ones. */
  const WAYS: Readonly<Record<string, (given: Keys) => Promise<Readonly<Record<string, string>>>>> = {
    'a profile of ~/.aws/credentials': async ({ id, secret }) => ({
      ...home({
        '.aws/credentials': `[default]\naws_access_key_id = none\naws_secret_access_key = none\n[deploy]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`,
        '.aws/config': '[profile deploy]\nregion = us-east-1\n',
      }),
      AWS_PROFILE: 'deploy',
    }),
    'a program named in ~/.aws/config': async (given) => {
      const program = `cat ${join(temporaryFolder({ 'keys.json': asJson(given) }), 'keys.json')}`;
      return home({ '.aws/config': `[default]\ncredential_process = ${program}\n` });
    },
    'the container it runs in': async (given) => {
      const address = await serve((request, response) => {
        const isAllowed = request.headers.authorization === 'Bearer of-the-container';
        response.writeHead(isAllowed ? 200 : 403, { 'content-type': 'application/json' });
        response.end(isAllowed ? asJson(given) : '{}');
      });
      const env = { AWS_CONTAINER_CREDENTIALS_FULL_URI: `${address}/keys`, AWS_CONTAINER_AUTHORIZATION_TOKEN: 'Bearer of-the-container' };
      return { ...home({}), ...env };
    },
    'a token of a pipeline, for a role': async (given) => {
      const address = await serve((_, response) => {
        response.writeHead(200, { 'content-type': 'text/xml' });
        response.end(asXml(given));
      });
      const env = home({ token: 'the-token-of-the-pipeline' });
      const role = { AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy', AWS_WEB_IDENTITY_TOKEN_FILE: join(env.HOME ?? '', 'token') };
      return { ...env, ...role, AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL_STS: address };
    },
  };

  test.each(Object.entries(WAYS))('%s: used where they are right, said to be refused where not, and never shown', async (name, way) => {
    const prefix = `by-${name.replace(/\W+/g, '-')}`;
    const published = await publish(prefix, smallSite(FIRST), await way(keys()));
    expect(published).toMatchObject({ code: 0, stderr: '' });
    expect(await shown(prefix)).toEqual(withManifest(FIRST));
    const refused = await publish(prefix, smallSite(SECOND), await way({ id: keys().id, secret: bad }));
    expect(refused).toMatchObject({ code: 3, stdout: '' });
    expect(refused.stderr).toContain('refuses access');
    for (const secret of [bad, keys().secret, keys().id, 'of-the-container', 'of-the-pipeline']) {
      expect(published.stdout).not.toContain(secret);
      expect(refused.stderr).not.toContain(secret);
    }
    expect(await shown(prefix)).toEqual(withManifest(FIRST));
  });

  test('where the way itself fails, it says so and nothing of what it was told', async () => {
    const secret = `${bad}-either`;
    const echo = await serve((_, response) => {
      response.writeHead(400, { 'content-type': 'text/xml' });
      response.end(
        `<ErrorResponse><Error><Type>Sender</Type><Code>InvalidIdentityToken</Code><Message>No: ${secret}</Message></Error></ErrorResponse>`,
      );
    });
    const loud = home({ '.aws/config': `[default]\ncredential_process = sh -c "echo ${secret} >&2; echo ${secret}; exit 3"\n` });
    const noContainer = { ...home({}), AWS_CONTAINER_CREDENTIALS_FULL_URI: echo, AWS_CONTAINER_AUTHORIZATION_TOKEN: secret };
    const token = home({ token: secret });
    const role = { AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/x', AWS_WEB_IDENTITY_TOKEN_FILE: join(token.HOME ?? '', 'token') };
    const noRole = { ...token, ...role, AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL_STS: echo };
    for (const [way, env] of Object.entries({
      nothing: home({}),
      loud,
      noContainer,
      noRole,
      noProfile: { ...home({}), AWS_PROFILE: 'x' },
    })) {
      const failed = await publish('none', smallSite(FIRST), env);
      expect(failed, way).toMatchObject({ code: 3, stdout: '' });
      expect(failed.stderr, way).toMatch(/^error: No credentials were found(?: \(InvalidIdentityToken\w*\))?\.\n/);
      expect(failed.stderr, way).not.toContain(secret);
    }
  });
});
