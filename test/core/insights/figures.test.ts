// What the insights say of small archives in which every figure can be counted by hand.
import { describe, expect, it } from 'vitest';
import { insightsOf } from '../../../src/core/insights/of-archive.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import type { Timestamp } from '../../../src/core/model/timestamp.ts';
import { action, at, incident, text } from '../rows/archives.ts';
import { metricArchive } from './metric-archive.ts';

const whole = (incidents: readonly Incident[]) => insightsOf(metricArchive(incidents)).whole;

/** Detected after so many minutes. */
function detected(id: string, minutes: number, given: Partial<Incident> = {}): Incident {
  const start = '2024-05-01T10:00:00Z';
  const end = new Date(Date.parse(start) + minutes * 60_000).toISOString().replace('.000', '');
  return incident({ id, severity: 'SEV2', milestones: { started: at(start), detected: at(end) }, ...given });
}

describe('lengths', () => {
  it('stand in a lane for each severity, with a median from three and a tail from five on', () => {
    const { lengths } = whole([
      ...[3, 4, 7, 15, 18].map((minutes) => detected(`a-${minutes}`, minutes)),
      ...[1, 2, 30].map((minutes) => detected(`b-${minutes}`, minutes, { severity: 'SEV1' })),
      detected('c', 5, { severity: 'SEV3' }),
      incident({ id: 'nobody-knows', severity: 'SEV4' }),
    ]);
    const [detect] = lengths;
    expect(detect).toMatchObject({ id: 'length-time-to-detect', known: 9, of: 10, estimated: 0 });
    expect(detect?.lanes.map(({ severity, lengths: own, median, p85 }) => [severity?.label, own.length, median, p85])).toEqual([
      ['SEV1', 3, 120, undefined],
      ['SEV2', 5, 420, 972],
      ['SEV3', 1, undefined, undefined],
      ['SEV4', 0, undefined, undefined],
    ]);
  });

  it('are not made of days, nor of times that run backwards', () => {
    const { lengths } = whole([
      incident({ id: 'days', milestones: { started: at('2024-05-01'), resolved: at('2024-05-02') } }),
      incident({ id: 'half', milestones: { started: at('2024-05-01'), resolved: at('2024-05-02T10:00:00Z') } }),
      incident({ id: 'back', milestones: { started: at('2024-05-02T10:00:00Z'), resolved: at('2024-05-01T10:00:00Z') } }),
    ]);
    expect(lengths.map(({ known, of }) => [known, of])).toEqual([
      [0, 3],
      [0, 3],
    ]);
  });

  it('say which rest on an estimate', () => {
    const about = detected('about', 5);
    const { lengths } = whole([
      { ...about, milestones: { ...about.milestones, detected: at('2024-05-01T10:05:00Z', true) } },
      detected('sharp', 6),
    ]);
    expect(lengths[0]).toMatchObject({ known: 2, estimated: 1 });
    expect(lengths[0]?.lanes[0]?.lengths.map(({ incident: { id }, isEstimate }) => [id, isEstimate])).toEqual([
      ['about', true],
      ['sharp', false],
    ]);
  });

  it('name the one that lies far from the others, and no second one', () => {
    const { lengths } = whole([...[4, 5, 6, 7, 8, 9].map((minutes) => detected(`a-${minutes}`, minutes)), detected('far', 900)]);
    expect(lengths[0]?.lanes[0]?.outliers.map(({ incident: { id } }) => id)).toEqual(['far']);
  });

  it('have names of their own where two metrics differ in a sign', () => {
    const kb = metricArchive(
      [detected('a', 1)],
      [
        { id: 'a_b', from: 'started', to: 'detected' },
        { id: 'a-b', from: 'started', to: 'resolved' },
      ],
    );
    expect(insightsOf(kb).whole.lengths.map(({ id }) => id)).toEqual(['length-a-b', 'length-a-b-2']);
  });
});

describe('what is counted', () => {
  it('leaves out second tellings and what is restricted', () => {
    const { rows, whole: insights } = insightsOf(
      metricArchive([
        detected('a', 5),
        detected('again', 5, { duplicateOf: 'a' }),
        detected('secret', 5, { visibility: 'restricted', title: 'Nobody may read this' }),
      ]),
    );
    expect(insights.selection.incidents.map(({ id }) => id)).toEqual(['a']);
    expect(JSON.stringify(rows)).not.toContain('Nobody may read');
  });

  it('does not lead to an earlier incident that is restricted', () => {
    const { rows } = insightsOf(
      metricArchive([detected('a', 5, { recurrenceOf: 'secret' }), detected('secret', 5, { visibility: 'restricted' })]),
    );
    expect(JSON.stringify(rows)).not.toContain('secret');
  });

  it('of an empty archive is nothing, without a period', () => {
    const insights = whole([]);
    expect(insights.selection).toEqual({ incidents: [], undated: 0, total: 0 });
    expect(insights.months.stretches).toEqual([]);
    expect(insights.lengths.map(({ known }) => known)).toEqual([0, 0]);
  });
});

describe('months', () => {
  const began = (id: string, day: string, given: Partial<Incident> = {}) => incident({ id, milestones: { started: at(day) }, ...given });

  it('stand one beside the other without a gap, up to the day of the build', () => {
    const { months } = whole([began('a', '2024-08-03'), began('b', '2024-10-31'), began('c', '2024-10-01'), incident({ id: 'undated' })]);
    expect(months).toMatchObject({ dated: 3, of: 4, step: 1, earlier: [] });
    expect(months.stretches.map(({ from, incidents }) => [from, incidents.length])).toEqual([
      ['2024-08-01', 1],
      ['2024-09-01', 0],
      ['2024-10-01', 2],
      ['2024-11-01', 0],
    ]);
  });

  it('become quarters and years where they would be too many, and what is still earlier is named', () => {
    expect(whole([began('a', '2018-02-01')]).months).toMatchObject({ step: 3 });
    expect(whole([began('a', '1999-02-01')]).months).toMatchObject({ step: 12 });
    const { months } = whole([began('ship', '1628-08-10'), began('a', '2024-01-01')]);
    expect(months.step).toBe(12);
    expect(months.stretches).toHaveLength(48);
    expect(months.earlier.map(({ id }) => id)).toEqual(['ship']);
  });

  it('show no trend of a short time or of a few', () => {
    expect(whole([began('a', '2024-01-01')]).months.trend).toBeUndefined();
    expect(whole([began('a', '2020-01-01'), began('b', '2024-10-01')]).months.trend).toBeUndefined();
  });

  it('call it more when chance would not make it', () => {
    const old = began('old', '2020-01-01');
    const recent = (count: number) => Array.from({ length: count }, (_, n) => began(`r-${n}`, '2024-06-01'));
    const earlier = (count: number) => Array.from({ length: count }, (_, n) => began(`b-${n}`, '2023-06-01'));
    expect(whole([old, ...recent(20), ...earlier(5)]).months.trend).toEqual({ recent: 20, before: 5, verdict: 'more' });
    expect(whole([old, ...recent(6), ...earlier(4)]).months.trend).toEqual({ recent: 6, before: 4, verdict: 'as-many' });
    expect(whole([old, ...recent(1), ...earlier(9)]).months.trend).toEqual({ recent: 1, before: 9, verdict: 'fewer' });
  });
});

describe('causes, triggers and services', () => {
  it('come back with the second incident that names them', () => {
    const { causes, triggers } = whole([
      incident({ id: 'a', milestones: { started: at('2024-01-01') }, rootCauses: ['dns', 'retry'], trigger: 'Deploy' }),
      incident({ id: 'b', milestones: { started: at('2024-03-01') }, rootCauses: ['dns'], trigger: 'deploy' }),
      incident({ id: 'c', milestones: { started: at('2024-03-31') }, rootCauses: ['DNS'] }),
      incident({ id: 'd' }),
    ]);
    expect(causes).toMatchObject({ known: 3, of: 4 });
    expect(causes.recurring.map(({ term, incidents, gapDays }) => [term.slug, incidents.map(({ id }) => id), gapDays])).toEqual([
      ['dns', ['c', 'b', 'a'], 30],
    ]);
    expect(causes.once.map(({ term }) => term.slug)).toEqual(['retry']);
    expect(triggers.recurring.map(({ term, gapDays }) => [term.slug, gapDays])).toEqual([['deploy', 60]]);
  });
});

it('what our own monitoring found is a share from five on', () => {
  const found = (id: string, detectedBy: Incident['detectedBy']) => incident({ id, ...(detectedBy && { detectedBy }) });
  const four = [found('a', 'monitoring'), found('b', 'monitoring'), found('c', 'customer'), found('d', 'chance'), found('x', undefined)];
  expect(whole(four).detection).toMatchObject({ known: 4, of: 5 });
  expect(whole(four).detection.monitoredPercent).toBeUndefined();
  expect(whole([...four, found('e', 'monitoring')]).detection).toMatchObject({ known: 5, of: 6, monitoredPercent: 60 });
});

it('weekdays and hours are those of the clocks where it happened', () => {
  // Monday, 00:30 in Tokyo is Sunday afternoon in UTC.
  const tokyo: Timestamp = {
    iso: '2024-05-06T00:30:00+09:00',
    epoch: Date.parse('2024-05-05T15:30Z'),
    zone: 'Asia/Tokyo',
    precision: 'minute',
    approximate: false,
  };
  const { rhythm } = whole([
    incident({ id: 'a', milestones: { started: tokyo } }),
    incident({ id: 'b', milestones: { started: at('2024-05-12') } }),
    incident({ id: 'c' }),
  ]);
  expect(rhythm).toMatchObject({ dated: 2, timed: 1, of: 3 });
  expect(rhythm.weekdays.map(({ incidents }) => incidents.map(({ id }) => id))).toEqual([['a'], [], [], [], [], [], ['b']]);
  expect(rhythm.weekdays[0]?.incidents[0]?.minute).toBe(30);
});

describe('what comes together', () => {
  const many = (count: number, given: Partial<Incident>, name: string) =>
    Array.from({ length: count }, (_, n) => incident({ id: `${name}-${n}`, ...given }));

  it('is told with its lift', () => {
    // Of 10, 4 name the cause, 4 the tag, 3 both: 3 * 10 / (4 * 4).
    const { factors } = whole([
      ...many(3, { rootCauses: ['retry'], tags: ['queue'] }, 'both'),
      ...many(1, { rootCauses: ['retry'] }, 'cause'),
      ...many(1, { tags: ['queue'] }, 'tag'),
      ...many(5, {}, 'none'),
    ]);
    expect(factors.pairs).toHaveLength(1);
    expect(factors.pairs[0]?.factors.map(({ kind, term, count }) => [kind, term.slug, count])).toEqual([
      ['causes', 'retry', 4],
      ['tags', 'queue', 4],
    ]);
    expect(factors.pairs[0]?.lift).toBeCloseTo(1.875, 10);
    expect(factors.pairs[0]?.incidents).toHaveLength(3);
  });

  it('is not two incidents, not one word in two places, and not what comes with everything', () => {
    const rest = many(10, {}, 'rest');
    expect(whole([...many(2, { rootCauses: ['retry'], tags: ['queue'] }, 'two'), ...rest]).factors.pairs).toEqual([]);
    expect(whole([...many(4, { services: ['queue'], tags: ['queue'] }, 'word'), ...rest]).factors.pairs).toEqual([]);
    expect(whole(many(6, { rootCauses: ['retry'], tags: ['queue'] }, 'all')).factors.pairs).toEqual([]);
  });

  it('does not stop for incidents that name a dictionary', () => {
    const tags = Array.from({ length: 3000 }, (_, n) => `tag-${n}`);
    const { factors } = whole([...many(4, { tags }, 'wordy'), ...many(10, {}, 'rest')]);
    expect(factors.pairs.length).toBeGreaterThan(0);
    expect(factors.pairs.length).toBeLessThan(1000);
  });
});

describe('the luck register', () => {
  const lucky = (words: string) =>
    incident({
      id: 'a',
      lessons: { wentWell: [], wentWrong: [], gotLucky: [text(words)] },
      actionItems: [
        action({ id: 'AI-1', title: text('Keep a backup of the queue'), status: 'done', ticket: { text: 'PAY-81' } }),
        action({ id: 'AI-12', title: text('Alert on backups') }),
      ],
    });
  const actionsOf = (words: string) => whole([lucky(words)]).luck.flatMap(({ luck }) => luck.actions.map(({ id }) => id));

  it.each([
    ['A backup was there by accident; AI-1 makes one every day.', ['AI-1']],
    ['See ai-12.', ['AI-12']],
    ['PAY-81 is about that', ['AI-1']],
    ['XAI-1 and PAY-812 are other things', []],
    ['Keep a backup of the queue was what we did not do', []],
    ['It was a Tuesday', []],
  ])('of "%s" names %j', (words, expected) => {
    expect(actionsOf(words)).toEqual(expected);
  });
});

describe('what the promises leave open', () => {
  const types = (id: string, ...given: readonly (readonly [type?: 'detect' | 'prevent' | 'document', status?: 'wont_do'])[]) =>
    incident({
      id,
      actionItems: given.map(([type, status], n) => action({ id: `AI-${n}`, ...(type && { type }), ...(status && { status }) })),
    });

  it('are incidents that only notice', () => {
    const { detectOnly } = whole([
      types('watch', ['detect'], ['document']),
      types('prevent', ['detect'], ['prevent']),
      types('dropped', ['detect'], ['prevent', 'wont_do']),
      types('untold', ['detect'], []),
      types('paper', ['document']),
      types('nothing'),
    ]).gaps;
    expect(detectOnly.incidents.map(({ id }) => id).sort()).toEqual(['dropped', 'watch']);
    expect(detectOnly).toMatchObject({ known: 4, of: 5 });
  });

  it('are causes of which no incident promised anything', () => {
    const { gaps } = whole([
      incident({ id: 'a', rootCauses: ['dns', 'retry'] }),
      incident({ id: 'b', rootCauses: ['dns'], actionItems: [action({ id: 'AI-1' })] }),
    ]);
    expect(gaps).toMatchObject({ causesOf: 2, causes: [{ term: { slug: 'retry' } }] });
  });
});

it('open promises are sorted by their age', () => {
  const made = (id: string, created: string, due?: string) => action({ id, created, ...(due !== undefined && { due }) });
  const { promises } = whole([
    incident({
      id: 'a',
      actionItems: [
        made('AI-1', '2024-11-21'),
        made('AI-2', '2024-10-22', '2024-11-01'),
        made('AI-3', '2022-01-01', '2025-01-01'),
        { ...made('AI-4', '2022-01-01'), status: 'done', completed: '2022-02-01' },
        action({ id: 'AI-5' }),
      ],
    }),
  ]);
  expect(promises.ages.map(({ from, open, overdue, withoutDue }) => [from, open, overdue, withoutDue])).toEqual([
    [0, 1, 0, 1],
    [31, 1, 1, 0],
    [91, 0, 0, 0],
    [181, 0, 0, 0],
    [366, 1, 0, 0],
  ]);
  expect(promises.progress).toMatchObject({ total: 5, open: 4, aged: 3, done: 1, overdue: 1 });
});
