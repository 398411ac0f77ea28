// Our lines of CSV, held to those of csv-stringify.
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from '../../../src/core/api/csv.ts';

const OPTIONS = { quoted: true, quoted_empty: false, escape_formulas: true, record_delimiter: '\r\n' } as const;

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20"',;\n 1a]{0,6}$/));
const value = fc.oneof(text, fc.integer(), fc.double({ noNaN: true }), fc.constant(undefined));

test('any row is written as by csv-stringify', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), (row) => {
      expect(csvLine(row)).toBe(stringify([row], OPTIONS));
    }),
    { numRuns: 2000 },
  );
});
