// The archive that ships tells two incidents that were handed to us as raw documents, one of them twice, in words of our own. Every figure of
// those documents, read from them here, is in the incident that tells it, and so is everything that they are about.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Incident } from '../../src/core/model/incident.ts';
import { type LoadedArchive, loadArchive } from '../../src/site/load.ts';
import { AS_OF, ROOT } from '../site/build.ts';
import { describeShared } from './shared.ts';

interface Telling {
  readonly seed: string;
  readonly id: string;
  /** The day of times that stand without one. */
  readonly day?: string;
  /** Beginnings of words, with commas between. */
  readonly subjects: string;
}

const OVERLOAD = 'monitor, machine, model, data scien, database, administrat, quer, cach, capacity, load test';
const TELLINGS: readonly Telling[] = [
  {
    seed: '001_02e0f55812a4d7fc.txt',
    id: '2024-01-15-portfolio-manager',
    subjects: `${OVERLOAD}, bottleneck, pipeline, execution plan, surge, real-time, distributed, inference, alert`,
  },
  { seed: '000_5791b2d35a0e621b.txt', id: '2024-01-15-portfolio-fumble', subjects: `${OVERLOAD}, response times, rehears, gym` },
  {
    seed: '003_70cb4bd4314f0fc2.txt',
    id: '2024-04-03-deadlock',
    day: 'April 3, 2024',
    subjects: `deadlock, rush hour, critical tables, write operations, transactions, logs, network, senior, database, patch, upgrade, pool,
      script, load test, peak, monitor, detect, prevent`,
  },
];

const CLOCK = /(?:([A-Z][a-z]+ \d+, \d{4}),? )?(\d{1,2}:\d\d [AP]M)/g;

/** All moments of a document that lie at one time of a day, in milliseconds. */
function momentsOf(text: string, day = ''): number[] {
  return [...text.matchAll(CLOCK)].map(([, date = day, time]) => Date.parse(`${date} ${time} UTC`));
}

/** Everything the file says, as it stands there, in small letters on one line. */
const textOf = (file: string): string =>
  readFileSync(join(ROOT, 'postmortems', file), 'utf8')
    .toLowerCase()
    .replace(/\s+/g, ' ');
const shareOf = (text: string): number => Number(/(\d+)\s?%/.exec(text)?.[1]);

describeShared('seeds', (folder) => {
  let loaded: LoadedArchive;
  const incidentOf = (id: string): Incident => {
    const incident = loaded.archive.byId.get(id);
    if (incident === undefined) throw new Error(`the archive has no ${id}`);
    return incident;
  };

  beforeAll(async () => {
    const options = { input: join(ROOT, 'postmortems'), config: join(ROOT, '_data', 'site.yaml'), allowErrors: false, asOf: AS_OF };
    loaded = await loadArchive(options);
  });

  describe.each(TELLINGS)('$seed', ({ seed, id, day, subjects }) => {
    const raw = readFileSync(join(folder, seed), 'utf8');
    const moments = momentsOf(raw, day);

    test('begins and ends when it did', () => {
      const { started, resolved } = incidentOf(id).milestones;
      expect(moments.length).toBeGreaterThan(4);
      expect([started?.epoch, resolved?.epoch]).toEqual([Math.min(...moments), Math.max(...moments)]);
    });

    test('tells every moment', () => {
      const text = textOf(incidentOf(id).file);
      for (const moment of moments) expect(text).toContain(new Date(moment).toISOString().slice(11, 16));
    });

    test('names how many were hit', () => {
      expect(shareOf(textOf(incidentOf(id).file).replace(/^.*?--- .*? ---/, ''))).toBe(shareOf(raw));
    });

    test('speaks of everything it speaks of', () => {
      const [told, known] = [textOf(incidentOf(id).file), raw.toLowerCase().replace(/\s+/g, ' ')];
      for (const subject of subjects.split(/,\s+/)) {
        expect(known).toContain(subject);
        expect(told).toContain(subject);
      }
    });

    test('came through its encodings whole, and in words of our own', () => {
      const source = readFileSync(join(ROOT, 'postmortems', incidentOf(id).file), 'utf8');
      expect(loaded.diagnostics.filter(({ file, code }) => file === incidentOf(id).file && code === 'double-encoded')).toEqual([]);
      const lines = raw.split('\n').map((line) => line.replace(/^[\s\d.*-]+/, '').trim());
      for (const line of lines.filter(({ length }) => length > 60)) expect(source.replace(/\s+/g, ' ')).not.toContain(line);
    });
  });

  test.each(TELLINGS.filter(({ id }) => !id.includes('fumble')))('$id holds the figures as fields', ({ seed, id, day }) => {
    const raw = readFileSync(join(folder, seed), 'utf8');
    const [, timeline = '', promised = ''] = /Timeline:(.*?)Root Cause and Resolution(.*)/s.exec(raw) ?? [];
    const incident = incidentOf(id);
    expect(incident.impact.usersAffectedPercent).toBe(shareOf(raw));
    const told = incident.timeline.flatMap(({ at }) => at?.epoch ?? []);
    expect([...new Set(told)]).toEqual([...new Set([incident.milestones.started?.epoch, ...momentsOf(timeline, day)])]);
    // One list numbers them, the other has a line for each.
    const numbered = [...promised.matchAll(/^\d+\. /gm)].length;
    const [, fixes = '', tasks = ''] = /Improvements\/Fixes:\n(.*?)Tasks[^\n]*\n(.*?)In conclusion/s.exec(promised) ?? [];
    expect(incident.actionItems).toHaveLength(numbered || `${fixes}${tasks}`.trim().split('\n').length);
  });

  test('the second telling of the first is one, and lists leave it out', () => {
    const [original, second] = [incidentOf('2024-01-15-portfolio-manager'), incidentOf('2024-01-15-portfolio-fumble')];
    expect(second.duplicateOf).toBe(original.id);
    expect(loaded.archive.incidents).not.toContain(second);
    expect(loaded.archive.backlinks.get(original.id)).toContainEqual({ kind: 'duplicate', from: second });
    expect(second.milestones.started?.epoch).toBe(original.milestones.started?.epoch);
    expect(second.severity).toBe(original.severity);
  });
});
