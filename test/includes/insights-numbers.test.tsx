// Every number that the insights of a made archive print, worked out once more from its files and struck out: what is left on the page has no digit.
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { InsightsPage } from '../../_includes/insights/insights-page.tsx';
import { insightsOf } from '../../src/core/insights/of-archive.ts';
import { sayDuration } from '../../src/core/time/duration.ts';
import { formatDay, formatMonth } from '../../src/core/time/format.ts';
import { loadArchive } from '../../src/site/load.ts';
import { folderOfFile } from '../site/build.ts';
import { type FileFacts, factsIn, makeFiles } from './insights-archive.ts';
import { render, words } from './render.ts';

const AS_OF = '2026-11-22';
const COUNT = 140;
const ROWS = 60;
const DAY = 86_400_000;
const SEVERITIES = ['SEV1', 'SEV2', 'SEV3', 'SEV4', undefined];
const METRICS = [
  ['time_to_detect', 'Time to detect', 'started', 'detected'],
  ['time_from_notice_to_end', 'Time from notice to end', 'detected', 'resolved'],
] as const;

const sources = makeFiles(COUNT, 7);
const facts: readonly FileFacts[] = Object.entries(sources)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, text]) => factsIn(text));
let sections: Map<string, string>;

beforeAll(async () => {
  const metrics = METRICS.map(([id, , from, to]) => `  ${id}: [${from}, ${to}]`).join('\n');
  const severities = 'severities: [{ label: SEV1 }, { label: SEV2 }, { label: SEV3 }, { label: SEV4 }]';
  const postmortems = Object.fromEntries(Object.entries(sources).map(([path, text]) => [`pm/${path}`, text]));
  const folder = folderOfFile({ ...postmortems, 'site.yaml': `required: [title]\n${severities}\nmetrics:\n${metrics}\n` });
  const { archive } = await loadArchive({ input: join(folder, 'pm'), config: join(folder, 'site.yaml'), asOf: AS_OF, allowErrors: false });
  const { rows, whole } = insightsOf(archive);
  sections = sectionsOf(render(<InsightsPage root="../" rows={rows} insights={whole} scopes={[]} />));
});

/** By the id of their head. What is said to readers who do not see is text too; the labels of axes are a scale and no figures. */
function sectionsOf(html: string): Map<string, string> {
  const parts = html.split('<section class="section split" aria-labelledby="').slice(1);
  return new Map(
    parts.map((part) => {
      const body = part
        .replace(/<text class="chart__label(?: chart__long)?"[^>]* (?:text-anchor="middle"|dx="4"[^>]*)>.*?<\/text>/gs, '')
        .replace(/<text class="chart__label" x="-8"[^>]*>.*?<\/text>/gs, '')
        .replace(/<[^>]* aria-label="([^"]*)"[^>]*>/g, ' $1 ');
      return [part.slice(0, part.indexOf('"')), words(`<${body.replace(/<footer.*/s, '')}`)];
    }),
  );
}

/** Strikes each phrase out once, the longest first; what is missing, and whatever has a digit and is left. */
function strike(id: string, phrases: readonly string[]): { readonly missing: string[]; readonly left: string[] } {
  let text = sections.get(id) ?? 'no such section 0';
  const missing: string[] = [];
  for (const phrase of phrases.map((one) => one.replaceAll('\u00a0', ' ')).sort((a, b) => b.length - a.length)) {
    const start = text.indexOf(phrase);
    if (start < 0) missing.push(phrase);
    else text = `${text.slice(0, start)} ¦ ${text.slice(start + phrase.length)}`;
  }
  // The name of a figure is no figure.
  const left = text
    .replaceAll('85th percentile', '')
    .split('¦')
    .filter((part) => /\d/.test(part));
  return { missing, left };
}

const whole = { missing: [], left: [] };
const dayIn = ({ times }: FileFacts): string | undefined => times.started?.slice(0, 10);
const isTimed = (text: string | undefined): text is string => text !== undefined && text.length > 10;
const days = facts.flatMap((one) => dayIn(one) ?? []).sort();
const [first = '', last = ''] = [days[0], days.at(-1)];
const to = last > AS_OF ? last : AS_OF;
const PERIOD = `${formatDay(first)} to ${formatDay(to)}`;
const plural = (count: number, noun: string, many = `${noun}s`): string => `${count} ${count === 1 ? noun : many}`;
const basis = (n: string, known: string): string[] => [`n ${n}`, `Known ${known}`, `Period ${PERIOD}`];
const named = (one: FileFacts): string => one.severity ?? 'No severity';
const dayWords = (one: FileFacts): string => (dayIn(one) === undefined ? 'undated' : formatDay(dayIn(one) ?? ''));
const daysFrom = (from: string, until: string): number => Math.round((Date.parse(until) - Date.parse(from)) / DAY);
/** By start, undated last: the site's own order, ties by id. */
const newest = [...facts].sort((a, b) => (Date.parse(b.times.started ?? '') || -1e15) - (Date.parse(a.times.started ?? '') || -1e15));

/** R's type 7, by weights instead of positions. */
function quantile(values: readonly number[], p: number): number {
  const position = p * (values.length - 1);
  return [...values].sort((a, b) => a - b).reduce((sum, value, at) => sum + value * Math.max(0, 1 - Math.abs(at - position)), 0);
}

interface Length {
  readonly one: FileFacts;
  readonly seconds: number;
  readonly isAbout: boolean;
}

function lengthsOf(from: string, until: string): Length[] {
  return facts.flatMap((one) => {
    const [a, b] = [one.times[from], one.times[until]];
    if (!isTimed(a) || !isTimed(b) || b < a) return [];
    return [
      { one, seconds: (Date.parse(b) - Date.parse(a)) / 1000, isAbout: one.approximate.some((name) => name === from || name === until) },
    ];
  });
}

const sayLength = ({ seconds, isAbout }: Length): string => `${isAbout ? 'about ' : ''}${sayDuration(seconds * 1000)}`;

describe.each(METRICS)('%s', (id, title, from, until) => {
  const all = lengthsOf(from, until);
  const lanes = SEVERITIES.map((label) => ({ label, own: all.filter(({ one }) => one.severity === label) })).filter(({ label }) =>
    facts.some((one) => one.severity === label),
  );
  const far = ({ seconds }: Length, own: readonly Length[]): boolean => {
    const [list, scaled] = [own.map((length) => length.seconds), own.map((length) => Math.log(length.seconds / 60 + 1))];
    const [low, high] = [quantile(scaled, 0.25), quantile(scaled, 0.75)];
    return own.length >= 5 && Math.log(seconds / 60 + 1) > high + 1.5 * (high - low) && seconds > 3 * quantile(list, 0.5);
  };
  const outliers = lanes.flatMap(({ own }) => own.filter((length) => far(length, own))).sort((a, b) => b.seconds - a.seconds);
  const about = all.filter(({ isAbout }) => isAbout).length;

  test('prints what the files say, and no number more', () => {
    const phrases = [
      ...basis(
        plural(all.length, 'incident'),
        `${all.length} of ${COUNT} give both with a time of day${about === 0 ? '' : `; ${about} ${about === 1 ? 'rests' : 'rest'} on an estimate`}`,
      ),
      ...lanes.flatMap(({ label, own }) => {
        const seconds = own.map((length) => length.seconds);
        const median = seconds.length >= 3 ? sayDuration(Math.round(quantile(seconds, 0.5)) * 1000) : undefined;
        const p85 = seconds.length >= 5 ? sayDuration(Math.round(quantile(seconds, 0.85)) * 1000) : undefined;
        const [least, most] = [Math.min(...seconds), Math.max(...seconds)].map((value) => sayDuration(value * 1000));
        const middle = median === undefined ? 'a median takes 3' : `median ${median}`;
        const tail = p85 === undefined ? (median === undefined ? '' : ', an 85th percentile takes 5') : `, 85th percentile ${p85}`;
        return [
          `${label ?? 'Without a severity'}: ${plural(own.length, 'incident')}, ${middle}${tail}.`,
          `${label ?? 'none'} n = ${own.length}`,
          `${label ?? 'No severity'} ${own.length} ${least} ${median ?? 'too few'} ${p85 ?? 'too few'} ${most}`,
          ...own.map((length) => `${named(length.one)} · ${dayWords(length.one)} · ${length.one.title} · ${sayLength(length)}`),
        ];
      }),
      ...outliers
        .slice(0, 5)
        .map((length) =>
          `${length.one.title} (${length.one.severity ?? 'no severity'}, ${sayLength(length)})`.replace(length.one.title, '').trim(),
        ),
      ...(outliers.length > 5 ? [`and ${outliers.length - 5} more`] : []),
      ...(all.length > ROWS ? [`The ${ROWS} longest of ${all.length}`] : []),
      ...[...all]
        .sort((a, b) => b.seconds - a.seconds)
        .slice(0, ROWS)
        .map((length) => `${sayLength(length)} ${named(length.one)} ${dayWords(length.one)} ${length.one.title}`),
    ];
    expect(strike(`length-${id.replaceAll('_', '-')}`, phrases)).toEqual(whole);
    expect(title).toBe(id.replaceAll('_', ' ').replace('t', 'T'));
  });
});

function trendIn(list: readonly string[]): { readonly recent: number; readonly before: number; readonly verdict: string } | undefined {
  const age = (day: string): number => daysFrom(day, to);
  if (daysFrom(first, to) < 729) return undefined;
  const [recent, before] = [
    list.filter((day) => age(day) >= 0 && age(day) < 365),
    list.filter((day) => age(day) >= 365 && age(day) < 730),
  ].map(({ length }) => length) as [number, number];
  if (recent + before < 6) return undefined;
  const isNews = Math.abs(recent - before) > 2 * Math.sqrt(recent + before);
  return { recent, before, verdict: isNews ? (recent > before ? 'more' : 'fewer') : '' };
}

test('incidents a month', () => {
  const months: string[] = [];
  for (
    let at = first.slice(0, 7);
    at <= to.slice(0, 7);
    at = new Date(Date.UTC(Number(at.slice(0, 4)), Number(at.slice(5, 7)), 1)).toISOString().slice(0, 7)
  )
    months.push(at);
  const own = (month: string): FileFacts[] => facts.filter((one) => dayIn(one)?.startsWith(month));
  const counts = months.map((month) => own(month).length);
  const most = Math.max(...counts);
  const peak = months.filter((_, index) => counts[index] === most);
  const dated = facts.filter((one) => dayIn(one) !== undefined);
  const label = (one: FileFacts): string => one.severity ?? 'None';
  const columns = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'None'];
  const trend = trendIn(days);
  if (!trend) throw new Error('the made archive is to have a trend');
  const counted = `${trend.recent} in the last twelve months of the period, ${trend.before} in the twelve before`;
  const phrases = [
    ...basis(plural(dated.length, 'incident'), `${dated.length} of ${COUNT} are dated`),
    `${formatMonth(months[0] ?? '')} to ${formatMonth(months.at(-1) ?? '')}`,
    `${months.length} columns of one month each. At most ${most}: ${peak.length > 3 ? `${peak.length} of them` : peak.map(formatMonth).join(', ')}. None in ${counts.filter((count) => count === 0).length}.`,
    ...columns.map((column) => `${column === 'None' ? 'No severity' : column} ${dated.filter((one) => label(one) === column).length}`),
    trend.verdict === '' ? `${counted}: a difference that chance` : `${counted}: ${trend.verdict}, by more than chance`,
    'From SEV1 SEV2 SEV3 SEV4 None All',
    ...months.map((month) =>
      [formatMonth(month), ...columns.map((column) => own(month).filter((one) => label(one) === column).length), own(month).length].join(
        ' ',
      ),
    ),
  ];
  expect(months.length).toBeLessThanOrEqual(48);
  expect(strike('months', phrases)).toEqual(whole);
});

interface Term {
  readonly name: string;
  readonly own: readonly FileFacts[];
}

function termsOf(kind: 'causes' | 'triggers' | 'services' | 'tags'): Term[] {
  const names = [...new Set(facts.flatMap((one) => one[kind]))];
  return names
    .map((name) => ({ name, own: newest.filter((one) => one[kind].includes(name)) }))
    .sort((a, b) => b.own.length - a.own.length || (a.name < b.name ? -1 : 1));
}

const stripped = (own: readonly FileFacts[]): number => own.filter((one) => dayIn(one) !== undefined).length;
const markLabels = (own: readonly FileFacts[]): string[] =>
  stripped(own) > 24 ? [] : own.filter((one) => dayIn(one)).map((one) => `${named(one)} · ${dayWords(one)} · ${one.title}`);

test.each([
  ['causes', 'cause'],
  ['triggers', 'trigger'],
  ['services', 'service'],
] as const)('%s that came back', (kind, noun) => {
  const terms = termsOf(kind);
  const known = facts.filter((one) => one[kind].length > 0).length;
  const phrases = [
    ...basis(plural(terms.length, noun), `${known} of ${COUNT} incidents name at least one`),
    `${formatMonth(first)} to ${formatMonth(to)}`,
    '12 months, before',
    ...terms.flatMap(({ name, own }) => {
      const dates = own.flatMap((one) => dayIn(one) ?? []).sort();
      const gap = daysFrom(dates.at(-2) ?? '', dates.at(-1) ?? '');
      const trend = trendIn(dates);
      const trended = trend ? `${trend.recent}, ${trend.before}${trend.verdict && `: ${trend.verdict}`}` : 'too few';
      const strip = `${name}: ${plural(stripped(own), 'incident')} from ${PERIOD}`;
      const came = gap === 0 ? 'the same day' : plural(gap, 'day');
      const marks = markLabels(own);
      const rows =
        marks.length === 0
          ? [`${name} ${own.length} ${strip} ${came} ${trended}`]
          : [`${name} ${own.length} ${strip}`, `${came} ${trended}`, ...marks];
      return [
        ...rows,
        `${name} ${own.length} ${own
          .slice(0, 3)
          .map((one) => one.title)
          .join(' ; ')}`,
      ];
    }),
  ];
  expect(strike(kind, phrases)).toEqual(whole);
  expect(terms.every(({ own }) => own.length > 1)).toBe(true);
});

test('who found it', () => {
  const names = { monitoring: 'Our monitoring', customer: 'A customer', employee: 'An employee', vendor: 'A vendor', chance: 'Chance' };
  const known = facts.filter(({ foundBy }) => foundBy !== undefined).length;
  const by = (source: string): FileFacts[] => newest.filter(({ foundBy }) => foundBy === source);
  const monitored = by('monitoring').length;
  const sourcesIn = Object.entries(names);
  const phrases = [
    'A share is said from 5 incidents on',
    ...basis(plural(known, 'incident'), `${known} of ${COUNT} say who noticed`),
    `Our own monitoring found ${monitored} of ${known} , ${Math.round((100 * monitored) / known)} %`,
    `${sourcesIn.map(([source, name]) => `${name}: ${by(source).length}`).join('. ')}.`,
    ...sourcesIn.map(([source, name]) => `${name} ${by(source).length}`),
    ...sourcesIn.map(([source, name]) =>
      `${name} ${by(source).length} ${by(source)
        .slice(0, 3)
        .map(({ title }) => title)
        .join(' ; ')}`.trim(),
    ),
  ];
  expect(strike('detection', phrases)).toEqual(whole);
});

test('hours and weekdays', () => {
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const dated = facts.filter((one) => dayIn(one) !== undefined);
  const timed = dated.filter((one) => isTimed(one.times.started));
  const own = (name: string): FileFacts[] =>
    dated.filter(
      (one) => new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(one.times.started ?? '')) === name,
    );
  const hour = (one: FileFacts): number => (isTimed(one.times.started) ? Number(one.times.started.slice(11, 13)) : Number.NaN);
  const apart = dated.length - timed.length;
  const phrases = [
    ...basis(plural(timed.length, 'incident'), `${timed.length} of ${COUNT} give a time of day; ${apart} more give the day alone`),
    `${names.map((name) => `${name}: ${own(name).length}`).join(', ')}.`,
    ...names.map((name) => `${name.slice(0, 3)} n = ${own(name).length}`),
    ...timed.map((one) => `${named(one)} · ${dayWords(one)} · ${one.title} · ${one.times.started?.slice(11, 16)}`),
    ...SEVERITIES.map((label) => `${label ?? 'No severity'} ${timed.filter((one) => one.severity === label).length}`),
    `${plural(apart, 'incident')} of which only the day is known`,
    '00 to 06 06 to 12 12 to 18 18 to 24',
    ...names.map((name) => {
      const quarters = [0, 6, 12, 18].map((from) => own(name).filter((one) => hour(one) >= from && hour(one) < from + 6).length);
      return [name, ...quarters, own(name).filter((one) => Number.isNaN(hour(one))).length, own(name).length].join(' ');
    }),
  ];
  expect(strike('rhythm', phrases)).toEqual(whole);
});

test('what comes together', () => {
  const kinds = { causes: 'cause', triggers: 'trigger', services: 'service', tags: 'tag' } as const;
  const factors = (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) =>
    termsOf(kind)
      .filter(({ own }) => own.length >= 3 && own.length <= COUNT / 2)
      .map((term) => ({ ...term, kind })),
  );
  const pairs = factors.flatMap((a, index) =>
    factors.slice(index + 1).flatMap((b) => {
      const both = a.own.filter((one) => b.own.includes(one));
      const lift = (both.length / a.own.length / b.own.length) * COUNT;
      return both.length >= 3 && lift >= 1.5 && a.name !== b.name ? [{ a, b, both, lift }] : [];
    }),
  );
  const names = ({ a, b }: (typeof pairs)[number]): string[] => [`${kinds[a.kind]} ${a.name}`, `${kinds[b.kind]} ${b.name}`];
  const shown = [...pairs].sort((x, y) => y.both.length - x.both.length || y.lift - x.lift);
  // Within one kind the pair's two names stand in the order of the terms, which is no figure: either will do.
  const either = (pair: (typeof pairs)[number], say: (a: Term, b: Term, words: readonly string[]) => string): string => {
    const [one, other] = [say(pair.a, pair.b, names(pair)), say(pair.b, pair.a, names(pair).reverse())];
    return (sections.get('factors') ?? '').includes(one.replaceAll('\u00a0', ' ')) ? one : other;
  };
  expect(pairs.length).toBeGreaterThan(2);
  // Equal ones on both sides of where the list ends would leave open which of them is drawn.
  const [last, next] = [shown[11], shown[12]];
  expect([last?.both.length, last?.lift]).not.toEqual([next?.both.length, next?.lift]);
  const phrases = [
    'at least 3 incidents name together, 1.5 times',
    ...basis(plural(pairs.length, 'pair'), plural(COUNT, 'incident')),
    ...(pairs.length > 12 ? [`The 12 that most incidents share, of ${pairs.length}`] : []),
    ...shown.slice(0, 12).flatMap((pair) => {
      const strip = (a: Term, b: Term): string => `${a.name} with ${b.name}: ${plural(stripped(pair.both), 'incident')} from ${PERIOD}`;
      const row = either(pair, (a, b, both) => `${both.join(' ')} ${pair.both.length} ${strip(a, b)}`);
      const marks = markLabels(pair.both);
      return marks.length === 0 ? [`${row} ${pair.lift.toFixed(1)}`] : [row, `${marks.join(' ')} ${pair.lift.toFixed(1)}`];
    }),
    ...shown.map((pair) =>
      either(
        pair,
        (a, b, both) =>
          `${both.join(' ')} ${pair.both.length} of ${a.own.length} ${pair.both.length} of ${b.own.length} ${pair.lift.toFixed(2)}`,
      ),
    ),
  ];
  expect(strike('factors', phrases)).toEqual(whole);
});

const items = facts.flatMap((one) => one.items);
const isOpen = ({ status }: { readonly status: string }): boolean => !['done', 'wont_do'].includes(status);
const open = items.filter(isOpen);
const ages = open.flatMap(({ promised }) => (promised === undefined ? [] : [Math.max(0, daysFrom(promised, AS_OF))]));

test('promised and finished', () => {
  const done = items.filter(({ status }) => status === 'done');
  const both = done.filter(({ due, completed }) => due !== undefined && completed !== undefined);
  const undue = done.filter(({ due }) => due === undefined).length;
  const endless = done.filter(({ due, completed }) => due !== undefined && completed === undefined).length;
  const late = open.filter(({ due }) => due !== undefined && due < AS_OF).length;
  const dated = items.filter((item) => item.promised !== undefined && (isOpen(item) || item.completed !== undefined));
  const months = Array.from({ length: 24 }, (_, index) => new Date(Date.UTC(2026, 10 - 23 + index, 1)).toISOString().slice(0, 7));
  const standing = months.map((month) => {
    const isBy = (day: string | undefined): boolean => day !== undefined && (day.slice(0, 7) <= month || month === '2026-11');
    const promised = dated.filter((item) =>
      isBy(!isOpen(item) && (item.completed ?? '') < (item.promised ?? '') ? item.completed : item.promised),
    ).length;
    return { month, promised, finished: dated.filter((item) => !isOpen(item) && isBy(item.completed)).length };
  });
  const [begin, end] = [standing[0], standing.at(-1)] as [(typeof standing)[0], (typeof standing)[0]];
  const onTime = both.filter(({ due = '', completed = '' }) => completed <= due).length;
  const more = [...(undue > 0 ? [`${undue} more had no due date`] : []), ...(endless > 0 ? [`${endless} more had one`] : [])];
  const phrases = [
    `as they stand on ${formatDay(AS_OF)}`,
    ...basis(plural(items.length, 'action item'), `${dated.length} of ${items.length} have the days`),
    `Done ${done.length} of ${items.length}`,
    `${items.length - open.length - done.length} more will not be done`,
    `Overdue ${late} of ${open.length} open`,
    `due day on ${formatDay(AS_OF)}`,
    `Median age ${plural(quantile(ages, 0.5), 'day')}`,
    `Days since the ${ages.length} of ${open.length} open items`,
    `On time ${onTime} of ${both.length}`,
    ...more,
    `from ${formatMonth(begin.month)} to ${formatMonth(end.month)}`,
    `${end.promised} promised and ${end.finished} finished.`,
    `was ${begin.promised - begin.finished} in ${formatMonth(begin.month)} and ${end.promised - end.finished} in ${formatMonth(end.month)}`,
    ...[`${end.promised} promised`, `${end.finished} finished`, `${end.promised - end.finished} open`],
    `${dated.length} of ${items.length} items have these days`,
    `The last month counts up to ${formatDay(AS_OF)}`,
    ...standing.map(({ month, promised, finished }) =>
      [`${formatMonth(month)}${month === end.month ? ' , so far' : ''}`, promised, finished, promised - finished].join(' '),
    ),
  ];
  expect(strike('promises', phrases)).toEqual(whole);
});

test('the age of what is open', () => {
  const groups = [
    ['up to 30 days', 0, 30],
    ['31 to 90', 31, 90],
    ['91 to 180', 91, 180],
    ['181 to 365', 181, 365],
    ['over a year', 366, Number.POSITIVE_INFINITY],
  ] as const;
  const counted = groups.map(([name, from, until]) => {
    const own = open.filter(({ promised }) => {
      const age = promised === undefined ? -1 : Math.max(0, daysFrom(promised, AS_OF));
      return age >= from && age <= until;
    });
    return {
      name,
      n: own.length,
      late: own.filter(({ due }) => due !== undefined && due < AS_OF).length,
      undue: own.filter(({ due }) => due === undefined).length,
    };
  });
  const undue = counted.reduce((sum, group) => sum + group.undue, 0);
  const phrases = [
    `to ${formatDay(AS_OF)}`,
    ...basis(plural(ages.length, 'open item'), `${ages.length} of ${open.length} open items, ${undue} of them without a due day`),
    ...counted.map(({ name, n, late }) => `${name}: ${n}, of them ${late} overdue.`),
    ...counted.map(({ name, n, late }) => `${name} ${n}${late > 0 ? ` , ${late} overdue` : ''}`),
    ...counted.map(({ name, n, late, undue: without }) => `${name} ${n} ${late} ${without}`),
  ];
  expect(strike('ages', phrases)).toEqual(whole);
});

test('luck, causes with no action, and what is only noticed', () => {
  const lucky = newest.filter(({ luck }) => luck.length > 0);
  const luck = lucky.flatMap((one) => one.luck.map((text) => ({ one, text, item: text.includes('AI-1') ? one.items[0] : undefined })));
  const namedBy = luck.filter(({ item }) => item !== undefined).length;
  const state = ({ status }: { readonly status: string }): string =>
    status === 'done' ? 'Removed' : isOpen({ status }) ? 'To be removed' : 'Will not be removed';
  const luckPhrases = [
    ...basis(
      plural(luck.length, 'piece of luck', 'pieces of luck'),
      `${lucky.length} of ${COUNT} incidents record luck; ${namedBy} of ${luck.length} name an action item`,
    ),
    ...(luck.length > ROWS ? [`The newest ${ROWS} of ${luck.length}`] : []),
    ...luck
      .slice(0, ROWS)
      .map(
        ({ one, text, item }) =>
          `${text} ${named(one)} ${dayWords(one)} ${one.title} ${item ? `${state(item)}: AI-1 Do it` : 'No action recorded'}`,
      ),
  ];
  expect(strike('luck', luckPhrases)).toEqual(whole);

  const causes = termsOf('causes');
  const without = causes.filter(({ own }) => own.every((one) => one.items.length === 0));
  expect(without.map(({ name }) => name)).toEqual(['unpromised']);
  expect(
    strike('no-action', [
      ...basis(plural(without.length, 'cause'), `${without.length} of ${causes.length} causes`),
      ...without.map(({ name, own }) => `${name} ${plural(own.length, 'incident')}`),
    ]),
  ).toEqual(whole);

  const kept = newest
    .map((one) => ({ one, list: one.items.filter(({ status }) => status !== 'wont_do') }))
    .filter(({ list }) => list.length > 0);
  const acts = ({ list }: (typeof kept)[number]): boolean =>
    list.some(({ type }) => ['prevent', 'mitigate', 'repair', 'process'].includes(type ?? ''));
  const told = kept.filter((each) => acts(each) || each.list.every(({ type }) => type !== undefined));
  const only = told.filter((each) => !acts(each) && each.list.some(({ type }) => type === 'detect'));
  expect(only.length).toBeGreaterThan(2);
  expect(
    strike('detect-only', [
      ...basis(plural(only.length, 'incident'), `${told.length} of ${kept.length} incidents`),
      ...only.map(({ one }) => `${named(one)} ${one.title} ${dayWords(one)}`),
    ]),
  ).toEqual(whole);
});

test('no section of the page is left out of these', () => {
  const lengths = METRICS.map(([id]) => `length-${id.replaceAll('_', '-')}`);
  const others = [
    'months',
    'causes',
    'triggers',
    'services',
    'detection',
    'rhythm',
    'factors',
    'promises',
    'ages',
    'luck',
    'no-action',
    'detect-only',
  ];
  expect([...sections.keys()]).toEqual([...lengths, ...others]);
});
