// What triage finds in the shipped archive, how sure it says it is, and that it keeps silent where nothing is like what was pasted.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { markedLines, markedSignature } from '../../../src/core/triage/marks.ts';
import { makeIndex, type TriageIndex, triage } from '../../../src/core/triage/match.ts';
import { PASTE_AT_MOST } from '../../../src/core/triage/paste.ts';
import { makeRecordReader } from '../../../src/core/triage/record.ts';
import { remarksOn, sayTotal } from '../../../src/core/triage/say.ts';
import { bareIncident } from '../bare-incident.ts';
import { disguise, seeded } from './disguise.ts';
import { excerpts, shippedIndex } from './excerpts.ts';

let index: TriageIndex;
beforeAll(async () => {
  index = await shippedIndex();
});

describe('forty excerpts, of another day', () => {
  const all = excerpts();

  test.each([
    ['alone', 0],
    ['among three times as many lines of other services', 3],
    ['among twenty times as many', 20],
  ])('%s: the right incident is the first of nine in ten', (_, noise) => {
    expect(all).toHaveLength(40);
    const missed = all.filter(({ id, text }, n) => triage(index, disguise(text, seeded(n + 1), noise), 1).matches[0]?.id !== id);
    expect(missed.length, missed.map(({ id }) => id).join(', ')).toBeLessThanOrEqual(4);
  });

  test('what is found wrong is never said to be strong', () => {
    for (const [n, { id, text }] of all.entries()) {
      const [first] = triage(index, disguise(text, seeded(n + 100), 20), 1).matches;
      if (first !== undefined && first.id !== id) expect(first.strength).not.toBe('strong');
    }
  });
});

describe('nothing like it in the archive', () => {
  test.each([
    ['an invitation', 'Lunch on Friday: pasta, salad and lemonade. Who is in?'],
    ['another error', "TypeError: Cannot read properties of undefined (reading 'map')\n    at List.render (list.js:10:2)"],
    ['one word of the trade', 'timeout'],
    ['a licence', readFileSync('LICENSE', 'utf8')],
    ['a manual', readFileSync('CONTRIBUTING.md', 'utf8')],
    ['a list of packages', readFileSync('package.json', 'utf8')],
    ['the logs of other services', disguise('INFO nothing', seeded(5), 400)],
    ['nothing at all', ''],
    ['numbers', '1 2 3 4.5 10.0.0.1 2026-11-20T14:02:00Z 0xdeadbeef'],
  ])('%s', (_, text) => {
    const result = triage(index, text, 5);
    expect(result.matches).toEqual([]);
    expect(sayTotal(result)).toBe('Nothing like it in the archive.');
  });
});

describe('shapes', () => {
  const [first, second] = ['2026-01-01-first', '2026-01-02-second'];
  const small = makeIndex([
    makeRecordReader()({ ...bareIncident(first), signatures: ['ERR_4012 at 10.1.2.3', '<b>tag & "quote"</b> not closed'] }),
    makeRecordReader()({ ...bareIncident(second), signatures: ['ERR_4013 at 10.1.2.3', 'خطأ في الاتصال بقاعدة البيانات'] }),
  ]);
  const firstOf = (text: string) => triage(small, text, 1).matches[0];

  test('an address differs and counts for nothing; a code differs and counts', () => {
    expect(firstOf('ERR_4012 at 10.9.9.9')).toMatchObject({ id: first, strength: 'strong' });
    expect(firstOf('ERR_4013 at 10.9.9.9')?.id).toBe(second);
    expect(firstOf('ERR_4014 at 10.9.9.9')).toBeUndefined();
  });

  test('colours of a terminal, breaks of JSON and names with their packages are no obstacle', () => {
    expect(firstOf('\u001b[31mERROR\u001b[0m ERR_4012\u001b[1m at 10.0.0.7')?.id).toBe(first);
    expect(firstOf('{"message":"failed\\nERR_4012 at 10.0.0.7\\n"}')?.id).toBe(first);
    expect(firstOf('com.example.codes.ERR_4012')?.id).toBe(first);
  });

  test('markup and text from right to left are text', () => {
    expect(firstOf('<script>alert(1)</script>\n<b>tag & "quote"</b> not closed')?.id).toBe(first);
    expect(firstOf('12:00 خطأ في الاتصال بقاعدة البيانات 😀')?.id).toBe(second);
  });

  test('what matched is marked on both sides', () => {
    const result = triage(small, '2026-11-20T14:02:00Z app-7 ERR_4012 at 10.9.9.9 (try 3)', 1);
    const [line] = markedLines(result, 10);
    const marked = (kind: string) => line?.parts.filter((part) => part.kind === kind).map(({ text }) => text);
    expect(line?.parts.map(({ text }) => text).join('')).toBe('2026-11-20T14:02:00Z app-7 ERR_4012 at 10.9.9.9 (try 3)');
    expect(marked('signature')).toEqual(['ERR_4012 at']);
    expect(marked('masked')).toEqual(expect.arrayContaining(['2026-11-20T14:02:00Z', '10.9.9.9']));
    const [signature] = result.matches[0]?.signatures ?? [];
    expect(signature && markedSignature(signature)).toEqual([
      { text: 'ERR_4012 at', kind: 'signature' },
      { text: ' 10.1.2.3', kind: 'plain' },
    ]);
  });
});

describe('what cannot be read whole', () => {
  test('more than 200 kB is cut, and that is said', () => {
    const fits = triage(index, 'ERR_POOL_TIMEOUT '.padEnd(PASTE_AT_MOST, '.'), 1);
    expect([fits.paste.isCut, fits.matches[0]?.id]).toEqual([false, '2024-06-18-pool-exhausted']);
    const cut = triage(index, `${'é'.repeat(PASTE_AT_MOST / 2)}ERR_POOL_TIMEOUT`, 1);
    expect(remarksOn(cut)).toEqual(['It is larger than 200 kB: the first 200 kB were compared.']);
    expect(cut.matches).toEqual([]);
  });

  test('bytes that are no text are said to be none, and what stands between them is compared', () => {
    const noise = Array.from({ length: 2000 }, (_, n) => String.fromCharCode(n % 31)).join('');
    const result = triage(index, `${noise}\nERR_POOL_TIMEOUT\n${noise}`, 1);
    expect(remarksOn(result)).toEqual(['Much of it is no text; what can be read was compared.']);
    expect(result.matches[0]?.id).toBe('2024-06-18-pool-exhausted');
  });

  test.each([
    ['one line without a space', 'x'.repeat(PASTE_AT_MOST)],
    ['one line of pieces', 'ab.cd:ef/'.repeat(22_000)],
    ['brackets', '[('.repeat(PASTE_AT_MOST / 2)],
    ['lines of a rare piece', 'remaining '.repeat(20_000)],
    ['zero-width joiners', '\u200d'.repeat(60_000)],
  ])('%s is read to its end before the test runs out of time', (_, text) => {
    expect(triage(index, text, 5).paste.isCut).toBe(false);
  });
});
