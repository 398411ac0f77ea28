import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trackActions } from '../../../src/core/archive/actions.ts';
import { findLikeness } from '../../../src/core/promises/likeness.ts';
import { findRecurring, trackRecurring } from '../../../src/core/promises/recurring.ts';
import { statementsOf } from '../../../src/core/promises/statements.ts';
import { readWording } from '../../../src/core/promises/wording.ts';
import { groupsOf, incident, item, recurringOf } from './incidents.ts';

describe('what is held to be the same promise', () => {
  test('the same practice under two names, in two incidents', () => {
    const [group] = recurringOf([
      incident('b', ['Conduct regular load testing to see how peak traffic is handled']),
      incident('a', ['Introduce stress tests before every large release', 'Rotate the pager']),
    ]);
    expect(group).toMatchObject({ slug: 'a-ai-1', reasons: ['share load testing ("load testing", "stress tests")'] });
    expect(group?.items.map(({ title }) => title.plain)).toHaveLength(2);
  });

  test('to watch something, and to be told of it', () => {
    expect(
      groupsOf([
        incident('b', ['Set up alerts for the age of snapshots']),
        incident('a', ['Monitor the age of snapshots']),
        incident('z', ['Sharpen pencils']),
      ]),
    ).toEqual([['a/AI-1', 'b/AI-1']]);
  });

  test('the same words in another order and inflection', () => {
    expect(
      groupsOf([incident('b', ['Add an idempotency key to every payout']), incident('a', ['Make payouts carry keys of idempotency'])]),
    ).toEqual([['a/AI-1', 'b/AI-1']]);
  });

  test('a subject with nothing else is one only where nothing else is said, and the reason says so', () => {
    const [group, ...others] = recurringOf([incident('b', ['Improve monitoring']), incident('a', ['Enhance the monitoring system'])]);
    expect(others).toEqual([]);
    expect(group?.reasons).toEqual(['rest on little: all they share is "monitoring"']);
    expect(
      groupsOf([incident('b', ['Monitor the fill level of log disks']), incident('a', ['Monitor refused card payments by bank'])]),
    ).toEqual([]);
  });

  test.each([
    ['a subject alone, and one with more', 'Documentation update', 'Add the tunnel to the documentation'],
    [
      'what is promised, and what it is promised with',
      'Create a wiki page of commands for queues/logs of stuck warehouse consumers',
      'Log queue names',
    ],
    ['teaching, of other things', 'Schedule training sessions on certificates', 'Training sessions for query plans'],
    [
      'that something is wrong, which every promise is about',
      'Log a metric for users with an error',
      'Fix the logs where errors are shown',
    ],
  ])('not %s', (_, one, other) => {
    expect(groupsOf([incident('b', [one]), incident('a', [other]), incident('z', ['Sharpen pencils'])])).toEqual([]);
  });

  test('half a promise is enough where service and cause are the same', () => {
    const where = { services: ['ledger'], rootCauses: ['capacity'] };
    const [group] = recurringOf([
      incident('b', ['Monitor the write queue'], where),
      incident('a', ['Monitor the disks of every replica'], where),
      incident('z', ['Sharpen pencils'], { services: ['mail'] }),
    ]);
    expect(group?.reasons).toEqual(['rest on little: all they share is monitoring ("monitor")', 'service ledger', 'cause capacity']);
  });

  test('another telling of an incident promises nothing again, and is named', () => {
    const [a, b] = [incident('a', ['Run load tests']), incident('b', ['Run load tests nightly'])];
    const telling = incident('a-as-a-play', [], { duplicateOf: 'a' });
    const byId = new Map([a, b].map((one) => [one.id, one]));
    const context = { find: (id: string) => byId.get(id), nameOf: ({ value }: { value: string }) => value };
    const tracked = trackRecurring(
      findRecurring([b, a], context),
      { actions: trackActions([b, a], '2024-01-01'), duplicates: [telling] },
      context.find,
    );
    expect(tracked.map(({ actions, tellings }) => [actions.map((one) => one.incident.id), tellings.map(({ id }) => id)])).toEqual([
      [['a', 'b'], ['a-as-a-play']],
    ]);
  });

  test('nothing within a single incident', () => {
    expect(
      groupsOf([incident('a', ['Run load tests', 'Run load tests at peak', 'Run load tests nightly']), incident('b', ['Eat lunch'])]),
    ).toEqual([]);
  });

  const filler = ['Sharpen pencils', 'Paint the fence', 'Buy oranges', 'Water plants'].map((title, at) => incident(`z${at}`, [title]));
  const areOne = (one: string, other: string) => groupsOf([incident('b', [one]), incident('a', [other]), ...filler]).length === 1;

  test.each([
    ['Cap connections of each client', 'Limit connections per client'],
    ['Throttle login requests per address', 'Rate-limit login requests per address'],
    ['Lower the timeout of the gateway', 'Shorten the timeout of the gateway'],
    ['Enable retries of payouts', 'Add retries of payouts'],
    ['Remove the single point of failure in the mail relay', 'Add redundancy to the mail relay'],
    ['Delete old snapshots automatically', 'Add a script that deletes old snapshots'],
    ['Verify every deployment with a smoke test', 'Run smoke tests after each release'],
    ['Optimise slow queries', 'Query optimization'],
    ['Optimization of the slowest ledger queries', 'Tune queries'],
    ['Rotate the signing key of the gateway', 'Key rotation at the gateway'],
    ['Migrate sessions to the new store', 'Migration of sessions to the new store'],
    ['Monitor replication lag', 'Replication lag monitoring'],
    ['Extend the retention of audit trails', 'Extension of audit trail retention'],
    ['Clean up orphaned volumes', 'Orphaned volume cleanup'],
    ['Roll back refused releases by themselves', 'Rollback of refused releases'],
    ['Set a higher connection limit', 'Raise the connection limit'],
    ['Use a larger connection pool', 'Increase the connection pool'],
    ['Set a memory limit', 'Limit memory'],
  ])('one deed under two names: %s; %s', (one, other) => {
    expect(areOne(one, other)).toBe(true);
  });

  test.each([
    ['Monitor memory usage', 'Reduce memory usage'],
    ['Alert on memory usage of the collector', 'Investigate memory usage of the collector'],
    ['Increase the connection pool', 'Reduce the connection pool'],
    ['Raise the limit of open files', 'Limit open files'],
    ['Lower the timeout of the gateway', 'Raise the timeout of the gateway'],
    ['Enable retries of payouts', 'Disable retries of payouts'],
    ['Add alerts on disk usage', 'Reduce alerts on disk usage'],
    ['Remove stale feature flags', 'Introduce feature flags'],
    ['Document the load tests', 'Run load tests'],
    ['Train the team in query optimization', 'Optimize queries'],
    ['Set a memory limit', 'Lift the memory limit'],
    ['Impose a quota on uploads', 'Raise the quota of uploads'],
    ['Set a memory limit', 'Set a higher memory limit'],
    ['Introduction of feature flags', 'Removal of stale feature flags'],
    ['Verify certificates before each release', 'Run smoke tests after each release'],
  ])('the same thing, and another deed: %s; %s', (one, other) => {
    expect(areOne(one, other)).toBe(false);
  });

  test('what explains a practice does not tell it from another, however long it is', () => {
    const scene =
      'repeated rehearsals to ensure our portfolio can take the paparazzi, and fans in a frenzy, without a glitch of the lights';
    expect(areOne(`Conduct periodic load testing: ${scene}`, 'Run load tests regularly, so that peak traffic surprises nobody')).toBe(true);
  });

  test('a practice that the whole of a small archive promises is still one', () => {
    const titles = [
      'Load testing and capacity planning',
      'Conduct periodic load testing: scripts of the paths users take',
      'Run load tests',
    ];
    expect(groupsOf(titles.map((title, at) => incident(`i${at}`, [title])))).toEqual([['i2/AI-1', 'i1/AI-1', 'i0/AI-1']]);
  });

  test('not another subject of the same thing', () => {
    expect(
      groupsOf([
        incident('a', ['Audit the load balancer settings']),
        incident('b', ['Monitor the load balancer latency']),
        incident('c', ['Buy chairs']),
      ]),
    ).toEqual([]);
  });

  test('an item that names the incident it repeats says so in the reasons, and the title named is not its own words', () => {
    const before = incident('a', ['Keep certificates and their owners in an inventory'], { title: 'Login codes delayed by a queue' });
    const text = 'Finish the inventory, with client certificates. See Login codes delayed by a queue';
    const repeats = item('', {
      id: 'AI-9',
      title: { source: 'Finish the inventory, with client certificates. See [[a]]', plain: text, html: '' },
    });
    const [group] = recurringOf([incident('b', [repeats]), before]);
    expect(group?.reasons).toContain('b/AI-9 names a');
    expect(group?.reasons[0]).toBe('share "inventory", "certificates"');
  });

  test('words of nearly all items weigh nothing', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      incident(`i${index}`, [
        `Update the Quokka board about ${['walls', 'doors', 'roofs', 'stairs', 'lamps', 'pipes'][index % 6]} number${index}x`,
      ]),
    );
    const groups = groupsOf(many);
    // Whatever is found is about walls or doors; nothing holds all of them together.
    for (const group of groups) expect(group.length).toBeLessThanOrEqual(10);
  });

  test('a chain of likenesses is not one group', () => {
    const words = ['amber', 'birch', 'cedar', 'dahlia', 'elder', 'fern', 'ginkgo', 'hazel', 'iris', 'juniper'];
    const chain = words.slice(0, -3).map((_, index) => incident(`i${index}`, [words.slice(index, index + 4).join(' ')]));
    const groups = groupsOf(chain);
    expect(groups.length).toBeGreaterThan(1);
    for (const group of groups) expect(group.length).toBeLessThanOrEqual(4);
  });
});

describe('wording', () => {
  const keys = (text: string) =>
    readWording(text)
      .notions.filter(({ kind }) => kind !== 'weak')
      .map(({ key }) => key);

  test('names what has a name, whatever its inflection and hyphens', () => {
    expect(keys('Write load-test scenarios')).toEqual(['=load testing', 'scenario']);
    expect(keys('Load balancer tests')).toEqual(['=load balancer', 'test']);
    expect(keys('Roll out by canary')).toEqual(['rollout', '=staged rollout']);
  });

  test('leaves out a last bracket, tags of raw HTML and what says nothing', () => {
    expect(keys('<span style="color: red">Alert on refusals</span> (short-term (optional))')).toEqual(['=monitoring', 'refus']);
    expect(keys('(everything is a note)')).toEqual(['note']);
  });

  test.each([
    '('.repeat(20_000),
    `${'('.repeat(20_000)}${')'.repeat(20_000)}`,
    '<a'.repeat(20_000),
    'x '.repeat(20_000),
    '[['.repeat(9000),
  ])('takes no time over %#', (text) => {
    expect(readWording(text).notions.length).toBeLessThanOrEqual(60);
  });
});

const word = fc.constantFrom(
  ...'load test monitor alert disk queue canary backup key rotation index replica add improve the for of'.split(' '),
);
const title = fc.array(word, { minLength: 1, maxLength: 7 }).map((found) => found.join(' '));
const archive = fc
  .array(fc.record({ titles: fc.array(title, { maxLength: 3 }), service: fc.constantFrom('a', 'b', 'c') }), { maxLength: 14 })
  .map((list) => list.map(({ titles, service }, index) => incident(`i${index}`, titles, { services: [service] })));

test('every group is of two incidents or more, no item is in two, and all of a group speak of one thing', () => {
  fc.assert(
    fc.property(archive, (incidents) => {
      const seen = new Set<string>();
      for (const group of groupsOf(incidents)) {
        expect(new Set(group.map((key) => key.split('/')[0])).size).toBeGreaterThan(1);
        for (const key of group) {
          expect(seen.has(key)).toBe(false);
          seen.add(key);
        }
        const notions = group.map((key) => {
          const [id, number] = key.split('/');
          const found = incidents.find((one) => one.id === id)?.actionItems.find((one) => one.id === number);
          return new Set(readWording(found?.title.plain ?? '').notions.map((notion) => notion.key));
        });
        const [first = new Set<string>(), ...others] = notions;
        expect([...first].some((key) => others.every((other) => other.has(key)))).toBe(true);
      }
      expect(recurringOf(structuredClone(incidents)).map(({ slug }) => slug)).toEqual(recurringOf(incidents).map(({ slug }) => slug));
    }),
  );
});

test('likeness is the same from both sides, as long as no notion is too common to compare all of its statements', () => {
  fc.assert(
    fc.property(archive, (incidents) => {
      const found = findLikeness(statementsOf(incidents, () => undefined));
      for (const [at, likes] of found.entries()) {
        for (const { to, likeness } of likes) {
          expect(found[to]?.find((back) => back.to === at)?.likeness).toBeCloseTo(likeness, 9);
        }
      }
    }),
  );
});
