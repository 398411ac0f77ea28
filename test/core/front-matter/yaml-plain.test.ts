// The fast reader reads what people write, and never anything that the full reader reads otherwise.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readPlainYaml } from '../../../src/core/front-matter/yaml-plain.ts';
import { inTime } from '../../processor-time.ts';
import { yamlIsh } from './yaml-ish.ts';

function readFully(source: string): unknown {
  const document = parseDocument(source, { version: '1.2', schema: 'core', uniqueKeys: true, prettyErrors: false });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS({ maxAliasCount: 50 });
}

describe('the fast reader', () => {
  test.each([
    ['fields', 'title: Checkout errors\nseverity: SEV2\nstarted: 2026-11-20T14:02:00+01:00'],
    ['lists in one line', 'tags: [config, "roll back", 5.5]\nservices: []'],
    ['lists of items', 'tags:\n- us east\n- api errors\nteams:\n  - payments'],
    ['lists of fields', 'action_items:\n  - id: AI-1\n    title: Do it, soon\n    due: 2026-12-01\n  - { id: AI-2, title: And this }'],
    ['nested fields', 'impact:\n  summary: Slow pages.\n  users_affected: 1200\ntags: [a]'],
    ['block text', 'summary: >-\n  One line\n  and another.\n\nimpact:\n  summary: |\n    a\n      b\ntags: [a]'],
    ['comments', '# top\ntitle: x # why\n  # deep\ntags: [a] # more'],
    ['quotes', "title: \"Errors: many\"\ntrigger: 'today''s push'"],
    ['nothing', '\n# only a comment\n'],
  ])('reads %s', (_, source) => {
    const read = readPlainYaml(source);
    expect(read).toBeDefined();
    expect(read?.value).toStrictEqual(readFully(source));
  });

  test.each([
    ['anchors', 'a: &x 1'],
    ['aliases', 'a: *x'],
    ['tags', 'a: !!str 1'],
    ['merge keys', '<<: { a: 1 }'],
    ['duplicate keys', 'a: 1\na: 2'],
    ['text over several lines', 'a: one\n  two'],
    ['doubtful numbers', 'a: 0b11'],
    ['escapes', 'a: "\\x41"'],
    ['names of the prototype', '__proto__: { a: 1 }'],
    ['tabs', '\ta: 1'],
    ['doubtful indentation', 'a:\n    b: 1\n  c: 2'],
  ])('leaves %s to the full reader', (_, source) => {
    expect(readPlainYaml(source)).toBeUndefined();
  });

  test('whatever it reads, the full reader reads alike', () => {
    fc.assert(
      fc.property(yamlIsh, (source) => {
        const read = readPlainYaml(source);
        if (read !== undefined) expect(read.value).toStrictEqual(readFully(source));
      }),
      { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 1500) },
    );
  });

  test('long lines and deep nesting cost little', async () => {
    await inTime(2000, () => {
      for (const text of [
        '[a, '.repeat(60_000),
        `[${'a, '.repeat(60_000)}]`,
        'a '.repeat(120_000),
        ' '.repeat(200_000),
        `"${"''".repeat(100_000)}`,
        '1,'.repeat(100_000),
      ]) {
        readPlainYaml(`a: ${text}`);
        readPlainYaml(`a: ${text} #`);
      }
      readPlainYaml('a:\n'.repeat(60_000));
      readPlainYaml(Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'));
    });
  });
});
