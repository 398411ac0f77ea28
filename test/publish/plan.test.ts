// What publishing would change.
import { expect, test } from 'vitest';
import { parseManifest } from '../../src/publish/parse-manifest.ts';
import { costOf, makePlan } from '../../src/publish/plan.ts';
import type { Manifest } from '../../src/site/manifest.ts';
import { FIRST, type Files, SECOND, withManifest } from './small-site.ts';

const manifestOf = (files: Files): Manifest => parseManifest(withManifest(files)['manifest.json'] ?? '', 'manifest');

test('to a place that is empty, to one with another site, and to one with the same', () => {
  const paths = (plan: ReturnType<typeof makePlan>): unknown =>
    [plan.added, plan.changed, plan.removed].map((files) => files.map(({ path }) => path)).concat([[String(plan.unchanged)]]);
  const first = manifestOf(FIRST);
  const second = manifestOf(SECOND);
  expect(paths(makePlan(undefined, first))).toEqual([Object.keys(FIRST).sort(), [], [], ['0']]);
  const plan = makePlan(first, second);
  expect(paths(plan)).toEqual([['incidents/b/index.html'], ['index.html'], ['incidents/a/index.html'], ['2']]);
  expect(costOf(plan)).toEqual({ files: 2, bytes: 4 });
  expect(paths(makePlan(second, second))).toEqual([[], [], [], ['4']]);
});
