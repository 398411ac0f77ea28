// A megabyte of anything, made to keep the search for credentials busy, is answered in time.
import { test } from 'vitest';
import { findCredentials } from '../../src/core/credentials/find.ts';
import { judgeText } from '../../src/core/credentials/judge-text.ts';
import { inTime } from '../processor-time.ts';

const MEGABYTE = 1_000_000;
/** Milliseconds: ten times what the slowest takes alone on a machine. What grows with the square of its length takes minutes. */
const LIMIT = 10_000;
const UNITS = [
  ...[
    'a',
    ' ',
    '=',
    ':',
    '"',
    '\\',
    '-',
    '.',
    '/',
    '@',
    '|',
    '\n',
    'A1',
    'x=',
    'eyJ',
    '-eyJ',
    'eyJa.',
    '://',
    'a://b:',
    'http://a:',
    'password',
    'password:',
    'password: ',
    'password=',
    'pass.',
  ],
  ...[
    'token: a1b2',
    'secret"',
    'Authorization: ',
    'Bearer a',
    'Cookie: a=',
    'a=b;',
    'mysql -p',
    'mysql ',
    'curl ',
    'curl -u a',
    'echo a',
    '-----BEGIN PRIVATE KEY-----\n',
    '-----BEGIN ',
  ],
  ...[
    '&quot;',
    '%3D',
    '\u00ad',
    '\uff50',
    '_',
    'name.',
    'sk-',
    'glpat-',
    '?sig=',
    'sess',
    'login a password ',
    '<password>',
    '| password |',
    '| password |\n|-|\n',
    '\n|-',
    'identified by ',
    '# hindsight-allow-secret: x\n',
  ],
];
test('a megabyte of it is answered in time', async () => {
  for (const unit of UNITS) {
    const text = unit.repeat(Math.ceil(MEGABYTE / unit.length));
    await inTime(LIMIT, () => judgeText({ path: 'a.md', text }, findCredentials(text)), JSON.stringify(unit));
  }
});
