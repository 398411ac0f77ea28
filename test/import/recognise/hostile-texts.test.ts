// Texts that nobody writes and somebody will import: recognition returns, throws nothing and makes no year of its own.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/import/model.ts';
import { recognise } from '../../../src/import/recognise/index.ts';

const FIXTURES = path.join(import.meta.dirname, '../../fixtures/import');
const TEXTS = readdirSync(FIXTURES)
  .filter((name) => /\.(?:md|txt)$/.test(name))
  .map((name) => readFileSync(path.join(FIXTURES, name), 'utf8'));

function read(text: string): Draft {
  return recognise({ path: 'a.md', format: 'markdown', text, notes: [] });
}

/** Every time a draft holds that has a year. */
function yearsOf({ fields }: Draft): string[] {
  const { started, detected, acknowledged, identified, mitigated, resolved, timeline = [], actionItems = [] } = fields;
  const moments = [started, detected, acknowledged, identified, mitigated, resolved].map((receipt) => receipt?.value);
  const times = [...moments, ...timeline.flatMap(({ value }) => [value.at, value.until]), ...actionItems.map(({ value }) => value.due)];
  return times.flatMap((at) => (at !== undefined && /^\d{4}-/.test(at) ? [at.slice(0, 4)] : []));
}

const SIZE = 40_000;
const REPEATED = [
  '## Timeline\n\n- 10:00 x\n',
  '*',
  '_a_',
  '[',
  '](',
  '<a ',
  '&amp',
  '`a',
  '![',
  '<tr>\n',
  '10:00 - a\n',
  '2 hours and ',
  'from 10:00 to ',
  '2024-01-01 10:00 ',
  'Postmortem: ',
  '<!-- ',
  'by Ana ',
  '    - a\n',
  '| a ',
  '5% of the users\n',
  '**a:** b\n',
  'Root cause: x\n',
  'a\n---\n',
];

describe('texts that nobody writes', () => {
  it.each(REPEATED)('%j over and over is read to its end', (piece) => {
    const text = piece.repeat(Math.ceil(SIZE / piece.length));
    expect(read(text).source.text).toBe(text);
    expect(read(`# Postmortem\n\n## Action items\n\n${text}`).fields.title).not.toBe('');
  });

  it('any characters at all give a draft that survives being copied', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const draft = read(text);
        expect(structuredClone(draft)).toEqual(draft);
      }),
    );
  });

  it('pieces of documents put together in any way name no year that the text does not hold', () => {
    const lines = TEXTS.flatMap((text) => text.split('\n'));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 60 }), (picked) => {
        const text = picked.join('\n');
        const held = new Set(text.match(/\d{4}/g));
        const short = new Set((text.match(/(?<!\d)\d{2}(?!\d)/g) ?? []).map((two) => `20${two}`));
        for (const year of yearsOf(read(text))) expect(held.has(year) || short.has(year) || nextTo(year, held)).toBe(true);
      }),
    );
  });

  it('the same text gives the same draft', () => {
    for (const text of TEXTS) expect(read(text)).toEqual(read(text));
  });
});

/** A night before New Year's Day runs on into a year that nobody wrote. */
function nextTo(year: string, held: ReadonlySet<string>): boolean {
  return held.has(String(Number(year) - 1)) || held.has(String(Number(year) + 1));
}
