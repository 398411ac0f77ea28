// Whatever stands in the files, checking them never throws, every problem has a place, and no page carries anything an author put there.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DATA_FILES } from '../../src/core/api/files.ts';
import { assembleArchive } from '../../src/core/archive/assemble.ts';
import { surroundingsOf } from '../../src/core/archive/surroundings.ts';
import { runArchiveRules, runIncidentRules } from '../../src/core/check/index.ts';
import { compileIncident } from '../../src/core/compile.ts';
import { readSiteConfig } from '../../src/core/config/read.ts';
import { readFrontMatter } from '../../src/core/front-matter/read.ts';
import type { Archive } from '../../src/core/model/archive.ts';
import type { Diagnostic } from '../../src/core/model/diagnostic.ts';
import { writeAtom } from '../../src/site/feeds/atom.ts';
import { feedsOf, readFeed } from '../../src/site/feeds/feed.ts';
import { incidentFiles } from '../../src/site/incident-files.tsx';
import { makeRegistry } from '../../src/site/registry.ts';
import { parseXml } from '../site/feeds/xml-reader.ts';
import { readTags } from '../site/markup.ts';
import { findPayloads } from './payloads.ts';
import { type WildArchive, wildArchive } from './wild-archive.ts';

const RUNS = Number(process.env.FAST_CHECK_RUNS ?? 400);
const ASSETS = {
  css: 'assets/site-1.css',
  js: 'assets/site-1.js',
  theme: 'assets/theme-1.js',
  favicon: 'assets/favicon-1.svg',
  search: 'assets/search-1.js',
  worker: 'assets/worker-1.js',
  triage: '',
  matcher: '',
  insights: 'assets/insights-1.js',
  insightsCss: 'assets/insights-1.css',
  compare: 'assets/compare-1.js',
  compareCss: 'assets/compare-1.css',
};

/** What the program does with a folder, without the folder. */
function readAll({ site, files }: WildArchive): { readonly archive: Archive; readonly diagnostics: readonly Diagnostic[] } {
  const { config, diagnostics } = readSiteConfig({ path: 'site.yaml', text: site });
  const read = Object.entries(files).map(([path, text]) => readFrontMatter({ path, text }, config));
  const registry = makeRegistry(read);
  const compiled = read.map((fm) => ({ fm, ...compileIncident(fm, { config, registry }) }));
  const asOf = '2026-11-22';
  const alone = compiled.flatMap(({ fm, incident, diagnostics: found }) => [
    ...fm.diagnostics,
    ...found,
    ...(incident === undefined ? [] : runIncidentRules(incident, { ...fm, config, asOf })),
  ]);
  const incidents = compiled.flatMap(({ incident }) => incident ?? []);
  const locate = new Map(read.map((fm) => [fm.file, fm.locate]));
  const together = runArchiveRules(incidents, {
    ...{ config, asOf, entries: read, hasAsset: () => false },
    locate: (file, place) => locate.get(file)?.(place) ?? { line: 0, column: 0 },
  });
  return { archive: assembleArchive(incidents, { config, asOf }), diagnostics: [...diagnostics, ...alone, ...together] };
}

function expectPlaces(diagnostics: readonly Diagnostic[], { files, site }: WildArchive): void {
  const lines = new Map(Object.entries({ ...files, 'site.yaml': site }).map(([path, text]) => [path, text.split(/\r\n?|\n/)]));
  for (const { file, line, column, message, code, hint = '' } of diagnostics) {
    const text = lines.get(file)?.[line - 1];
    expect(text, `${file}:${line}:${column} ${code}`).toBeDefined();
    expect(column, `${file}:${line}:${column} ${code}`).toBeGreaterThan(0);
    expect(column, `${file}:${line}:${column} ${code}`).toBeLessThanOrEqual((text ?? '').length + 1);
    expect(`${message}${hint}`).not.toMatch(/undefined|\[object |NaN|Invalid input/);
  }
}

test('any archive is read without throwing, with every problem at a place of its file', () => {
  fc.assert(
    fc.property(wildArchive, (wild) => {
      const { archive, diagnostics } = readAll(wild);
      expectPlaces(diagnostics, wild);
      expect(structuredClone(archive.incidents)).toEqual(archive.incidents);
    }),
    { numRuns: RUNS },
  );
});

test('the same archive is read the same way', () => {
  fc.assert(
    fc.property(wildArchive, (wild) => {
      expect(readAll(wild)).toStrictEqual(readAll(wild));
    }),
    { numRuns: RUNS / 4 },
  );
});

test('any incident makes a page, JSON and feeds that are well-formed and carry nothing of an author', () => {
  fc.assert(
    fc.property(wildArchive, (wild) => {
      const { archive } = readAll(wild);
      for (const incident of archive.byId.values()) {
        const order = { incident, surroundings: surroundingsOf(archive)(incident), markdown: '' };
        const [page, , data] = incidentFiles(order, { ...archive, assets: ASSETS });
        const tags = readTags(Buffer.from(page?.content ?? '').toString());
        expect(tags.length).toBeGreaterThan(20);
        expect(findPayloads(tags)).toEqual([]);
        const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
        expect(ids).toEqual([...new Set(ids)]);
        JSON.parse(String(data?.content));
      }
      for (const { path, write } of DATA_FILES) if (path.endsWith('.json')) JSON.parse(write(archive));
      for (const source of feedsOf(archive)) parseXml(writeAtom(readFeed(source, archive)));
    }),
    { numRuns: RUNS / 2 },
  );
});
