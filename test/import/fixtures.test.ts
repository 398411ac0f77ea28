// Documents as people write them, and what a careful reader takes from each: a pair of files in test/fixtures/import adds a case.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../src/import/labels.ts';
import type { RecogniseOptions, SourceFormat } from '../../src/import/model.ts';
import { recognise } from '../../src/import/recognise/index.ts';

const FOLDER = path.join(import.meta.dirname, '../fixtures/import');

interface Expected extends Record<string, unknown> {
  /** What the person who imports would have said. */
  readonly options?: RecogniseOptions;
  /** Codes of the problems that are reported, in order; none where it is left out. */
  readonly problem_codes?: readonly string[];
}

const cases = readdirSync(FOLDER).filter((name) => /\.(?:md|txt)$/.test(name));

describe('documents of every habit', () => {
  it.each(cases)('%s is read as a careful reader reads it', (name) => {
    const text = readFileSync(path.join(FOLDER, name), 'utf8');
    const {
      options,
      problem_codes = [],
      ...expected
    } = JSON.parse(readFileSync(path.join(FOLDER, name.replace(/\.\w+$/, '.json')), 'utf8')) as Expected;
    const format: SourceFormat = name.endsWith('.md') ? 'markdown' : 'text';
    const draft = recognise({ path: name, format, text, notes: [] }, options);
    const labels = labelsOf(draft);
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, labels[key]]))).toEqual(expected);
    expect(draft.problems.map(({ code }) => code)).toEqual(problem_codes);
  });
});
