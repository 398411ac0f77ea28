// The door to secretlint: every rule of its preset finds what it is made for, and the cheap look before it misses none of that.
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTokens, mayHoldToken } from '../../src/io/secretlint.ts';

/** Letters and digits in a fixed order: put together here, so that no scanner of this repository takes them for real ones. */
const made = (length: number, of = 'aB3dE5fG7hJ9kL1mN'): string => of.repeat(Math.ceil(length / of.length)).slice(0, length);

const key = Buffer.from(Uint8Array.from({ length: 600 }, (_, at) => [0x30, 0x82][at] ?? (at * 7919) % 256)).toString('base64');
const pem = (kind: string): string =>
  `-----BEGIN ${kind}PRIVATE KEY-----\n${key.match(/.{1,64}/g)?.join('\n')}\n-----END ${kind}PRIVATE KEY-----`;

/** Of each rule by its name: what its documentation says that it finds. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  aws: [`AWS_SECRET_ACCESS_KEY=${made(40)}`, `"secretAccessKey": "${made(40)}"`, `aws_secret_access_key = ${made(40)}`],
  privatekey: [pem('RSA '), pem(''), pem('EC '), pem('OPENSSH ')],
  npm: [`npm_${made(36)}`],
  basicauth: [`https://ana:${made(9)}@host.corp/`, `ftp://ana:${made(9)}@files.corp`],
  slack: [
    `xoxb-${made(12, '123456789')}-${made(24)}`,
    `xapp-1-${made(11)}-${made(13)}-${made(64)}`,
    `https://hooks.slack.com/services/T${made(8)}/B${made(8)}/${made(24)}`,
  ],
  sendgrid: [`SG.${made(22)}.${made(43)}`],
  shopify: ['shppa', 'shpca', 'shpat', 'shpss'].map((prefix) => `${prefix}_${made(32, '0a1b2c3d4e5f')}`),
  github: [...['ghp', 'gho', 'ghu', 'ghs', 'ghr'].map((prefix) => `${prefix}_${made(36)}`), `github_pat_${made(82)}`],
  openai: [`sk-proj-${made(74)}T3BlbkFJ${made(74)}`, `sk-${made(20)}T3BlbkFJ${made(20)}`],
  anthropic: [`sk-ant-api03-${made(93)}AA`],
  linear: [`lin_api_${made(40)}`],
  '1password': [`ops_${Buffer.from(JSON.stringify({ email: 'a@b.example', muk: made(92) })).toString('base64')}`],
  'database-connection-string': [
    `mongodb://ana:${made(9)}@db/x`,
    `mongodb+srv://ana:${made(9)}@db/x`,
    `mysql://ana:${made(9)}@db/x`,
    `POSTGRES://ana:${made(9)}@db/x`,
    `postgresql://ana:${made(9)}@db`,
  ],
};

/** Finds only in a JSON file as a whole, which holds a private key then; and the rule for comments, which is not used. */
const WITHOUT_SAMPLE = ['gcp', 'filter-comments'];

test('the rules are those that the samples and the cheap look are about', () => {
  const names = rules.map(({ meta }) => meta.id.replace('@secretlint/secretlint-rule-', ''));
  expect(names.sort()).toEqual([...Object.keys(SAMPLES), ...WITHOUT_SAMPLE].sort());
});

test.each(Object.entries(SAMPLES))('%s: found, with and without the cheap look', async (_name, samples) => {
  for (const sample of samples) {
    const [found] = await findTokens([`one ${sample}\ntwo`]);
    expect.soft(found, sample).toHaveLength(1);
    expect.soft(mayHoldToken(`one ${sample}\ntwo`), sample).toBe(true);
  }
});

test('in any text, whatever is found has been seen before', async () => {
  const pieces = Object.values(SAMPLES)
    .flat()
    .flatMap((sample) => [sample, sample.slice(0, sample.length >> 1), sample.toUpperCase(), sample.slice(3)]);
  const texts = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join(''));
  const all = fc.sample(texts, { numRuns: 1500, seed: 7 });
  const found = await findTokens(all);
  expect(found.filter(({ length }) => length > 0).length).toBeGreaterThan(300);
  for (const [at, text] of all.entries()) if ((found[at]?.length ?? 0) > 0) expect(mayHoldToken(text)).toBe(true);
});

test('each text has its own, at its places, of an address the password alone', async () => {
  const texts = ['nothing', `see ${SAMPLES.github?.[0]}`, 'x', `postgres://ana:${made(9)}@db`];
  const found = await findTokens(texts);
  expect(found.map((list) => list.length)).toEqual([0, 1, 0, 1]);
  expect(found[1]?.[0]).toMatchObject({ start: 4, end: 44, what: 'A GitHub token', shown: 'ghp_' });
  expect(texts[3]?.slice(found[3]?.[0]?.start, found[3]?.[0]?.end)).toBe(made(9));
});

test('a comment for secretlint allows nothing', async () => {
  const [found] = await findTokens([`<!-- secretlint-disable -->\n${SAMPLES.github?.[0]}\n`]);
  expect(found).toHaveLength(1);
});
