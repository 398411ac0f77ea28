// 242 postmortems that real companies published, as one public archive keeps them: its fields have other names, and titles and dates are
// missing. Every one of them becomes an incident that says what its file says. What is expected is read from the files by the simplest means.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Incident } from '../../src/core/model/incident.ts';
import { type LoadedArchive, loadArchive } from '../../src/site/load.ts';
import { AS_OF } from '../site/build.ts';
import { describeShared } from './shared.ts';

interface Entry {
  readonly file: string;
  readonly head: string;
  readonly body: string;
}

function readEntry(folder: string, file: string): Entry {
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
  return { file, head, body };
}

/** A value that stands on the line of its name, without quotes; undefined for an empty one. */
function fieldOf({ head }: Entry, name: string): string | undefined {
  const value = new RegExp(`^${name}: *(.+)$`, 'm').exec(head)?.[1]?.trim();
  return value?.replace(/^"(.*)"$/, '$1') || undefined;
}

/** The lines of a list. */
function listOf({ head }: Entry, name: string): string[] {
  const block = new RegExp(`^${name}:\\n((?: *- .*\\n?)*)`, 'm').exec(head)?.[1] ?? '';
  return [...block.matchAll(/- (.*)/g)].map(([, item = '']) => item.replace(/^(["'])(.*)\1$/, '$2'));
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]{3,}/gu) ?? [];

/** Everything of the body that a reader of the page finds. */
function tellingOf({ sections, timeline, lessons, actionItems }: Incident): string {
  const headings = sections.flatMap(({ heading, subheadings }) => [heading, ...subheadings].map((found) => found?.title ?? ''));
  const rest = [...Object.values(lessons).flat(), ...timeline.map(({ text }) => text)].map(({ plain }) => plain);
  const html = [...sections.map((section) => section.html), ...actionItems.map((item) => JSON.stringify(item))];
  return [...headings, ...sections.map(({ plain }) => plain), ...rest, ...html].join(' ');
}

describeShared('corpus/icco', (folder) => {
  const entries = readdirSync(join(folder, 'data')).map((file) => readEntry(join(folder, 'data'), file));
  let loaded: LoadedArchive;
  const incidentOf = ({ file }: Entry): Incident => {
    const incident = [...loaded.archive.byId.values()].find((candidate) => candidate.file === file);
    if (incident === undefined) throw new Error(`${file} is no incident`);
    return incident;
  };

  beforeAll(async () => {
    const options = { input: join(folder, 'data'), config: join(folder, 'site.yaml'), allowErrors: false, asOf: AS_OF };
    loaded = await loadArchive(options);
  });

  test('has no error, and warnings only for what is wrong in it', () => {
    expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const codes = loaded.diagnostics.map(({ code }) => code).sort();
    expect(codes).toEqual([...Array(4).fill('second-telling'), ...Array(6).fill('too-long'), ...Array(2).fill('wrong-value')]);
  });

  test('is there as a whole, under its own ids', () => {
    expect(entries).toHaveLength(242);
    expect([...loaded.archive.byId.keys()].sort()).toEqual(entries.map((entry) => fieldOf(entry, 'uuid')).sort());
    expect(loaded.archive.incidents).toHaveLength(242);
  });

  test('keeps its titles; an entry without one still has a name', () => {
    const untitled = entries.filter((entry) => fieldOf(entry, 'title') === undefined);
    expect(untitled).toHaveLength(46);
    for (const entry of entries) {
      const { title } = incidentOf(entry);
      expect(title.trim()).not.toBe('');
      expect(title).toBe(fieldOf(entry, 'title') ?? title);
    }
  });

  test('keeps its times to the second, and has none where none was recorded', () => {
    for (const entry of entries) {
      const { started, resolved } = incidentOf(entry).milestones;
      const epochOf = (name: string): number | undefined => {
        const value = fieldOf(entry, name);
        return value === undefined ? undefined : Date.parse(value);
      };
      expect(started?.epoch, entry.file).toBe(epochOf('start_time'));
      expect(resolved?.epoch, entry.file).toBe(epochOf('end_time'));
      if (started && resolved) expect(resolved.epoch, entry.file).toBeGreaterThanOrEqual(started.epoch);
      if (started) expect(started.iso.slice(0, 10) <= AS_OF, entry.file).toBe(true);
    }
    expect(loaded.archive.incidents.filter(({ milestones }) => milestones.started === undefined)).toHaveLength(73);
  });

  test('finds its fields under their other names', () => {
    for (const entry of entries) {
      const incident = incidentOf(entry);
      expect(incident.rootCauses, entry.file).toEqual(listOf(entry, 'categories'));
      expect(incident.tags, entry.file).toEqual([...new Set(listOf(entry, 'keywords'))]);
      expect(incident.teams, entry.file).toEqual([fieldOf(entry, 'company')].filter((name) => name !== undefined));
      expect(incident.services, entry.file).toEqual([fieldOf(entry, 'product')].filter((name) => name !== undefined));
    }
  });

  test('keeps its summaries, word for word', () => {
    expect(entries.filter((entry) => fieldOf(entry, 'summary') !== undefined)).toHaveLength(195);
    for (const entry of entries) {
      const { summary } = incidentOf(entry);
      expect(wordsOf(summary?.source ?? ''), entry.file).toEqual(wordsOf(fieldOf(entry, 'summary') ?? ''));
    }
  });

  test('leads to where each was published', () => {
    for (const entry of entries) {
      const own = new Set(incidentOf(entry).links.map(({ url }) => url));
      for (const name of ['url', 'archive_url']) {
        const written = fieldOf(entry, name);
        // Two of them hold the rest of a Markdown link, which the warning is about.
        if (written !== undefined && !written.includes('[')) expect([...own], entry.file).toContain(written);
      }
    }
  });

  test('loses no word of what was told', () => {
    for (const entry of entries) {
      const told = new Set(wordsOf(tellingOf(incidentOf(entry))));
      expect(
        wordsOf(entry.body).filter((word) => !told.has(word)),
        entry.file,
      ).toEqual([]);
    }
  });
});
