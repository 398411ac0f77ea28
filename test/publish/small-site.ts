// Small built sites for the tests of publishing: files with the manifest that describes them.
import { describeFile, writeManifest } from '../../src/site/manifest.ts';
import { temporaryFolder } from '../io/temporary.ts';

export type Files = Readonly<Record<string, string>>;

/** The files of a site, and its manifest. */
export function withManifest(files: Files): Files {
  const described = Object.entries(files).map(([path, text]) => describeFile(path, Buffer.from(text)));
  return {
    ...files,
    'manifest.json': writeManifest({ generator: 'hindsight', version: '1.0.0', generated: '2026-11-27', files: described }),
  };
}

/** A folder with such a site, gone when the test is over. */
export function smallSite(files: Files): string {
  return temporaryFolder(withManifest(files));
}

export const FIRST: Files = { 'index.html': 'one', 'assets/site-ABCDEFGH.css': 'p{}', 'incidents/a/index.html': 'a', '404.html': 'none' };
export const SECOND: Files = { 'index.html': 'two', 'assets/site-ABCDEFGH.css': 'p{}', 'incidents/b/index.html': 'b', '404.html': 'none' };
export const THIRD: Files = { ...SECOND, 'index.html': 'three' };
