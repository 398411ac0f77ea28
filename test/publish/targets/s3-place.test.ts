// What names a place in a storage, and what does not.
import { expect, test } from 'vitest';
import { parseS3 } from '../../../src/publish/targets/s3-place.ts';

test.each([
  ['s3://sites', 'sites', ''],
  ['s3://sites/', 'sites', ''],
  ['s3://my.sites-1/ops/pm', 'my.sites-1', 'ops/pm/'],
  ['s3://sites/ops/pm//', 'sites', 'ops/pm/'],
])('%s', (typed, bucket, prefix) => {
  expect(parseS3(typed)).toEqual({ typed, bucket, prefix });
});

test('other places are none', () => {
  for (const typed of ['/srv/site', 'host:/srv', 'https://s3.example.org/sites', 's3', 's3:sites'])
    expect(parseS3(typed), typed).toBeUndefined();
});

test.each([
  's3://',
  's3://a',
  's3:///x',
  's3://Sites!/x',
  's3://sites/../x',
  's3://sites/a//b',
  's3://sites/a\nb',
  's3://key:secret@sites/x',
])('refused: %j', (typed) => {
  expect(() => parseS3(typed)).toThrow(expect.objectContaining({ code: 'usage', message: expect.not.stringContaining('secret') }));
});
