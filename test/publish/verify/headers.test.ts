// What is said of the headers a file of the site was sent with.
import { describe, expect, test } from 'vitest';
import { type Headers, headerProblems } from '../../../src/publish/verify/headers.ts';

const PAGE: Headers = {
  'content-type': 'text/html; charset=UTF-8',
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
};
const SCRIPT: Headers = {
  'content-type': 'text/javascript',
  'cache-control': 'max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
};

function codes(path: string, headers: Headers, isHttps = true): string[] {
  return headerProblems({ path, headers, isHttps }).map(({ code, severity }) => `${severity} ${code}`);
}

test('a page and a script as they should be', () => {
  expect(codes('index.html', PAGE)).toEqual([]);
  expect(codes('assets/site-ABCD1234.js', SCRIPT)).toEqual([]);
});

test('without any header', () => {
  expect(codes('index.html', {})).toEqual([
    'error content-type',
    'warning cache',
    'warning nosniff',
    'warning policy',
    'warning framing',
    'warning referrer',
    'warning transport',
  ]);
  expect(codes('search/terms/abcd_-12.bin', {})).toEqual(['warning content-type', 'warning cache', 'warning nosniff']);
});

describe('caching', () => {
  test.each([
    ['index.html', 'max-age=600', true],
    ['index.html', 'max-age=0, must-revalidate', false],
    ['index.html', 'private, no-cache', false],
    ['index.html', 's-maxage=0, max-age=60', true],
    ['search/index.json', 'max-age=31536000', true],
    ['assets/site-ABCD1234.js', 'no-cache', true],
    ['assets/site-ABCD1234.js', 'max-age=60', true],
    ['assets/site-ABCD1234.js', 'private, max-age=604800', false],
    ['assets/site-ABCD1234.js.br', 'max-age=31536000, immutable', false],
    ['search/terms/ABcd_12-.bin.js', 'max-age=31536000, immutable', false],
    ['search/terms/ABcd_12-.bin.js', 'no-cache', true],
    ['search/index.json.js', 'max-age=31536000, immutable', true],
    ['incidents/assets/site-ABCD1234.js', 'max-age=31536000', true],
  ])('%s with %s', (path, control, isWrong) => {
    const problems = headerProblems({ path, headers: { 'cache-control': control }, isHttps: false });
    expect(problems.some(({ code }) => code === 'cache')).toBe(isWrong);
  });
});

describe('content types', () => {
  test.each([
    ['a.js', 'application/javascript; charset=utf-8', 'none'],
    ['a.js', 'text/plain', 'error'],
    ['a.css', 'text/css; charset=iso-8859-1', 'error'],
    ['feed.xml', 'application/atom+xml', 'none'],
    ['a.md', 'application/octet-stream', 'warning'],
    ['a.csv', 'text/csv; header=present; charset="utf-8"', 'none'],
  ])('%s as %s', (path, type, expected) => {
    const problem = headerProblems({ path, headers: { 'content-type': type }, isHttps: false }).find(({ code }) => code === 'content-type');
    expect(problem?.severity ?? 'none').toBe(expected);
  });
});
