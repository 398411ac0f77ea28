// Which incidents are shown as like another, in which order, and why; and where nothing is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assembleArchive } from '../../../src/core/archive/assemble.ts';
import { surroundingsOf } from '../../../src/core/archive/surroundings.ts';
import { defaultConfig } from '../../../src/core/config/read.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import { similarIn } from '../../../src/core/resemblance/similar.ts';
import { inTime } from '../../processor-time.ts';
import { day } from '../promises/incidents.ts';
import { archiveAmong, rich, section, similarTo, told } from './incidents.ts';

const etcd = section('root_cause', 'The etcd leader changed while the disk was saturated, and the scheduler lost its lease.');

test('the same cause in other words, with what both say as reasons', () => {
  const a = told('a', { services: ['payments'], rootCauses: ['saturation'], sections: [etcd] });
  const b = told('b', {
    services: ['payments'],
    rootCauses: ['saturation'],
    summary: rich('A saturated disk made the etcd leader move; the lease of the scheduler ran out.'),
  });
  const [first, ...rest] = similarTo('a', archiveAmong([a, b]));
  expect(rest).toEqual([]);
  expect(first).toMatch(/^b alike: same service payments; same cause saturation; both mention ".*"etcd leader"/);
});

test('a signature with another address is the same signature', () => {
  const a = told('a', { signatures: ['ERR_4012 at 10.1.2.3'], summary: rich('Cards were declined.') });
  const b = told('b', { signatures: ['ERR_4012 at 10.9.9.9'], summary: rich('Refunds stood still.') });
  expect(similarTo('a', archiveAmong([a, b]))).toEqual(['b alike: both have "ERR_4012 at 10.1.2.3"']);
});

test('code in the text is as good as a signature, a block by its lines', () => {
  const block = '<pre tabindex="0"><code>starting\nFATAL: sorry, too many clients already &lt;10.1.1.1:5432&gt;\n</code></pre>';
  const a = told('a', { sections: [section('supporting', 'sorry, too many clients already', block)] });
  const b = told('b', { signatures: ['FATAL: sorry, too many clients already <10.2.2.2:5432>'], title: 'Too many clients' });
  const [first] = similarTo('b', archiveAmong([a, b]));
  expect(first).toMatch(/^a alike: /);
});

test('a code line with an apostrophe, which a highlighter writes as an entity, is the line itself', () => {
  const block = '<pre><code>can&#x27;t open relation 16384</code></pre>';
  const a = told('a', { sections: [section('supporting', 'relation', block)] });
  const b = told('b', { signatures: ["can't open relation 90210"], title: 'Relations' });
  const [first] = similarTo('b', archiveAmong([a, b]));
  expect(first).toContain("can't open relation");
});

test('nothing rather than a wrong answer: incidents that share a common word, a service, or a number', () => {
  const a = told('a', { services: ['payments'], summary: rich('The queue grew to 40213 because of a wrong limit.') });
  const b = told('b', { services: ['payments'], summary: rich('A certificate of 40213 hosts ran out.') });
  expect(similarTo('a', archiveAmong([a, b]))).toEqual([]);
  expect(similarTo('a', assembleArchive([a], { config: defaultConfig, asOf: '2026-12-01' }))).toEqual([]);
});

test('what a template says weighs nothing, not even in its rarest words', () => {
  const template = section(
    'supporting',
    'Attach dashboards, flamegraphs and heapdumps here.\nReplace every ellipsis before publishing the retrospective.',
  );
  const filled = Array.from({ length: 8 }, (_, n) => told(`t-${n}`, { sections: [template] }));
  expect(similarTo('t-0', archiveAmong(filled, 40))).toEqual([]);
  expect(similarTo('t-0', archiveAmong(filled.slice(0, 2), 40))).not.toEqual([]);
});

test('what people have stated comes before what was worked out, the strongest statement first', () => {
  const same = { services: ['payments'], sections: [etcd] };
  const all = [
    told('first', same),
    told('again', { recurrenceOf: 'first' }),
    told('copy', { duplicateOf: 'first' }),
    told('kin', { related: ['first'] }),
    told('mentions', { references: [{ kind: 'incident', id: 'first', place: { line: 1 } }] }),
    told('twin', same),
  ];
  const relations = similarTo('first', archiveAmong(all)).map((one) => one.split(':')[0]);
  expect(relations).toEqual(['copy duplicate', 'again recurrence', 'kin related', 'mentions mention', 'twin alike']);
  expect(similarTo('again', archiveAmong(all)).map((one) => one.split(':')[0])).toEqual(['first recurrence']);
});

test('at most five; a second telling is like its original and in no other list', () => {
  const twins = Array.from({ length: 9 }, (_, n) => told(`twin-${n}`, { sections: [etcd] }));
  const archive = archiveAmong([...twins, told('copy', { sections: [etcd], duplicateOf: 'twin-3' })], 80);
  expect(similarTo('twin-0', archive)).toHaveLength(5);
  expect(similarTo('twin-0', archive).join()).not.toContain('copy');
  expect(similarTo('copy', archive)[0]).toMatch(/^twin-3 duplicate/);
  expect(similarTo('twin-3', archive)[0]).toMatch(/^copy duplicate/);
});

test('a restricted incident is in no list, and its words are no reason', () => {
  const a = told('a', { sections: [etcd] });
  const secret = told('secret', { sections: [etcd], visibility: 'restricted', recurrenceOf: 'a' });
  const archive = archiveAmong([a, secret]);
  expect(similarTo('a', archive)).toEqual([]);
  expect(JSON.stringify(surroundingsOf(archive)(a))).not.toContain('secret');
});

test('what is known of both and differs is said, what is unknown is not', () => {
  const a = told('a', { sections: [etcd], rootCauses: ['disk'], detectedBy: 'customer', trigger: 'deploy' });
  const b = told('b', { sections: [etcd], rootCauses: ['network'], detectedBy: 'monitoring' });
  const [found] = similarIn(archiveAmong([a, b]))(a);
  expect(found?.differences).toEqual([
    { kind: 'cause', here: 'disk', there: 'network' },
    { kind: 'detection', here: 'a customer', there: 'monitoring' },
  ]);
});

test('a chain of recurrences is told on each of its pages, and not without end', () => {
  const chain = Array.from({ length: 40 }, (_, n) =>
    told(`c-${String(n).padStart(2, '0')}`, {
      milestones: { started: day(`20${10 + n}-01-01`) },
      ...(n > 0 && { recurrenceOf: `c-${String(n - 1).padStart(2, '0')}` }),
    }),
  );
  const archive = archiveAmong(chain);
  const around = surroundingsOf(archive)(archive.byId.get('c-20') as Incident).chain;
  expect(around?.links.map(({ id }) => id)).toEqual(['c-16', 'c-17', 'c-18', 'c-19', 'c-20', 'c-21', 'c-22', 'c-23', 'c-24']);
  expect(around?.links.filter(({ isThis }) => isThis).map(({ id }) => id)).toEqual(['c-20']);
  expect(around?.links[1]?.daysAfter).toBe(365);
  expect([around?.isCutBefore, around?.isCutAfter]).toEqual([true, true]);
  expect(surroundingsOf(archive)(archive.byId.get('zz-0') as Incident).chain).toBeUndefined();
});

const WORDS = ['etcd', 'leader', 'disk', 'quota', 'replica', 'lease', 'shard', 'gossip', 'cursor', 'vacuum', 'latch', 'kernel'];
const incidents = fc
  .uniqueArray(fc.record({ id: fc.integer({ min: 0, max: 99 }), words: fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }) }), {
    selector: ({ id }) => id,
    maxLength: 14,
  })
  .map((list) => list.map(({ id, words }) => told(`i-${id}`, { summary: rich(words.join(' ')), services: words.slice(0, 1) })));

test('the order of the files changes nothing, nor what was read before', () => {
  fc.assert(
    fc.property(incidents, fc.infiniteStream(fc.nat()), (list, numbers) => {
      const shuffled = [...list].map((one) => ({ one: { ...one }, key: numbers.next().value })).sort((a, b) => a.key - b.key);
      const all = (of: readonly Incident[]): string[][] => {
        const archive = archiveAmong(of, 3);
        return list.map(({ id }) => similarTo(id, archive));
      };
      expect(all(shuffled.map(({ one }) => one))).toEqual(all(list));
    }),
    { numRuns: 40 },
  );
});

test('what is stated is seen from both sides', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 3, selector: ([from]) => from }), (pairs) => {
      const named = new Map(pairs);
      const list = Array.from({ length: 8 }, (_, n) => told(`i-${n}`, { related: named.has(n) ? [`i-${named.get(n)}`] : [] }));
      const archive = archiveAmong(list, 0);
      for (const [from, to] of pairs) {
        if (from === to) continue;
        expect(similarTo(`i-${from}`, archive).join()).toContain(`i-${to} related`);
        expect(similarTo(`i-${to}`, archive).join()).toContain(`i-${from} related`);
      }
    }),
  );
});

test('an archive made to take long: one text a thousand times, and texts of 20,000 different words', async () => {
  const copies = Array.from({ length: 1500 }, (_, n) => told(`copy-${n}`, { sections: [etcd], services: ['payments'] }));
  const long = Array.from({ length: 20 }, (_, n) =>
    told(`long-${n}`, { summary: rich(Array.from({ length: 20_000 }, (_, at) => `w${(at * 7 + n) % 30_000}x`).join(' ')) }),
  );
  const archive = assembleArchive([...copies, ...long], { config: defaultConfig, asOf: '2026-12-01' });
  await inTime(20_000, () => {
    const similar = similarIn(archive);
    for (const incident of archive.incidents) similar(incident);
  });
});
