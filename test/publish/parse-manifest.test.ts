// Manifests of others: what is taken, and what is refused before a path of it is opened.
import { describe, expect, test } from 'vitest';
import { isPlainPath, parseManifest } from '../../src/publish/parse-manifest.ts';
import { describeFile, type Manifest, writeManifest } from '../../src/site/manifest.ts';

const MANIFEST: Manifest = {
  generator: 'hindsight',
  version: '1.0.0',
  generated: '2026-11-27',
  source: { commit: 'a'.repeat(40), modified: true },
  files: [describeFile('index.html', Buffer.from('x'))],
};

test('a manifest is read back as it was written', () => {
  expect(parseManifest(writeManifest(MANIFEST), 'm')).toEqual(MANIFEST);
  const { source: _none, ...without } = MANIFEST;
  expect(parseManifest(writeManifest(without), 'm')).toEqual(without);
});

test.each(['', '/etc/passwd', '../x', 'a/../x', 'a//b', './a', 'a/', 'a\\b', 'a\nb', 'a\0'])('the path %j is refused', (path) => {
  expect(isPlainPath(path)).toBe(false);
  const text = writeManifest({ ...MANIFEST, files: [{ path, bytes: 1, sha256: 'a'.repeat(64) }] });
  expect(() => parseManifest(text, 'copy/manifest.json')).toThrow('copy/manifest.json is not the manifest of a site that Hindsight built');
});

describe('what is no manifest', () => {
  test.each(['', '{}', '[]', 'null', '{"generator":"hindsight"}', writeManifest(MANIFEST).replace('hindsight', 'other')])('%j', (text) => {
    expect(() => parseManifest(text, 'm')).toThrow('is not the manifest');
  });
});
