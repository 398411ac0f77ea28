// What is packed comes back as it was, whatever it was.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, packLists, packRising, unpack, unpackLists, unpackRising } from '../../../src/core/tracker/packing.ts';

const number = fc.oneof(
  fc.integer({ min: -1, max: 300 }),
  // Around the halves of characters, and beyond what fits into one.
  fc.integer({ min: 0xd7c0, max: 0xe010 }),
  fc.integer({ min: 0xff00, max: 1_000_000 }),
);
const throughJson = (text: string): string => JSON.parse(JSON.stringify(text));
const throughBytes = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(throughJson(text)));

describe('packed numbers', () => {
  it('come back', () => {
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        expect(unpack(throughBytes(pack(numbers)))).toEqual(numbers);
      }),
    );
  });

  it('come back where they rise', () => {
    const rising = fc.uniqueArray(fc.integer({ min: 0, max: 900_000 })).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(rising, (numbers) => {
        expect(unpackRising(throughBytes(packRising(numbers)))).toEqual(numbers);
      }),
    );
  });

  it('come back in lists, of which some are empty', () => {
    fc.assert(
      fc.property(fc.array(fc.array(number, { maxLength: 4 })), (lists) => {
        const text = throughBytes(packLists(lists));
        expect(unpackLists(text, lists.length)).toEqual(lists);
      }),
    );
  });
});
