// Values, places and limits of the YAML reader; its sentences are in test/fixtures/front-matter.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/core/front-matter/yaml.ts';
import { inTime } from '../../processor-time.ts';
import { yamlIsh } from './yaml-ish.ts';

describe('values', () => {
  test('what looks like a time stays text, as do yes and no', () => {
    expect(readYaml('a: 2026-11-20\nb: 12:30\nc: 2026-11-20T14:02:00Z\nd: yes\ne: 0o17\nf: 1_000').value).toEqual({
      ...{ a: '2026-11-20', b: '12:30', c: '2026-11-20T14:02:00Z', d: 'yes', e: 15, f: '1_000' },
    });
  });

  test('parts may be repeated by aliases, a few times', () => {
    expect(readYaml('a: &x [1, 2]\nb: *x').value).toEqual({ a: [1, 2], b: [1, 2] });
  });

  test('no name reaches the prototype of anything', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const read = readYaml(`${name}: { polluted: true }\n"${name}": { polluted: true }`);
      expect(read.value).toBeUndefined();
      expect(read.problems.map(({ code }) => code)).toContain('unsafe-key');
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('places', () => {
  const text = [
    '',
    'title: x',
    'impact:',
    '  summary: >-',
    '    slow',
    'tags: [a, b]',
    'timeline:',
    '  - at: 1',
    '    text: y',
    'empty:',
    'list: &l [p]',
    'same: *l',
  ];
  const { source } = readYaml(text.join('\n'));

  test.each([
    [['title'], false, 2, 8],
    [['title'], true, 2, 1],
    [['impact', 'summary'], false, 4, 12],
    [['impact', 'summary'], true, 4, 3],
    [['tags', 1], false, 6, 11],
    [['timeline', 0, 'text'], false, 9, 11],
    [['timeline', 0, 'text'], true, 9, 5],
    [['timeline', 0, 'kind'], false, 8, 5],
    [['timeline', 7], false, 8, 3],
    [['empty'], false, 10, 1],
    [['same', 0], false, 11, 11],
    [['missing'], false, 1, 1],
    [[], false, 1, 1],
  ] as const)('%j (key: %s) is at %i:%i', (path, key, line, column) => {
    expect(source.locate(path, key)).toEqual({ line, column });
  });
});

describe('limits', () => {
  const many = 60_000;
  test.each([
    ['nested brackets', `a: ${'['.repeat(100_000)}`],
    ['nested braces', `a: ${'{a: '.repeat(25_000)}`],
    ['dashes on one line', '- '.repeat(100_000)],
    ['question marks on one line', '? '.repeat(100_000)],
    ['indentation', Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['anchors', `a: [${'&a x,'.repeat(30_000)}]`],
    ['aliases', `a: &a x\nb: [${'*a,'.repeat(many)}]`],
    ['distinct aliases', Array.from({ length: 9000 }, (_, i) => `a${i}: &a${i} x\nb${i}: *a${i}`).join('\n')],
    ['repeated fields', 'a: 1\n'.repeat(50_000)],
    ['distinct fields', `a: !x\n${Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')}`],
    ['unclosed quotes', '- "a\n'.repeat(30_000)],
    ['one unclosed quote', `a: "${'x\n'.repeat(100_000)}`],
    ['bad escapes', `a: "${'\\x'.repeat(100_000)}"`],
    ['commas', `[${','.repeat(200_000)}]`],
    ['errors', 'a: @x\n'.repeat(30_000)],
    ['tags', '- !a b\n'.repeat(20_000)],
    ['directives', '%A\n'.repeat(many)],
    ['line breaks', '\n'.repeat(250_000)],
    ['a long name', `${'x'.repeat(250_000)}: 1`],
  ])('%s', async (_, text) => {
    const read = await inTime(2000, () => {
      const answer = readYaml(text);
      answer.source.locate(['a', 0, 'b']);
      return answer;
    });
    expect(read.problems.length).toBeLessThan(50);
  });
});

test('whatever the text, there is a value or a problem on one of its lines', () => {
  fc.assert(
    fc.property(fc.oneof(yamlIsh, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 })), (text) => {
      const { value, problems, source } = readYaml(text);
      expect(value === undefined).toBe(problems.some(({ code }) => code !== 'duplicate-key'));
      const lines = text.split('\n').length;
      for (const { line, column } of [...problems, source.locate(['a', 0, 'b']), source.locate(['title'], true)]) {
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(lines);
        expect(column).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
});
