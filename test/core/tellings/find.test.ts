// Which documents are found to tell one incident, and which are not.
import { describe, expect, it } from 'vitest';
import { findTwins } from '../../../src/core/tellings/find.ts';
import { makeTelling, type Telling } from '../../../src/core/tellings/telling.ts';

const LONG =
  'The payment gateway refused one request in five after a configuration push reached half of the machines. The error rate alert paged the engineer on call, who rolled the push back after finding a typo in the list of upstream hosts. Refunds were issued to the customers concerned.';
const OTHER =
  'A certificate of the internal registry expired at midnight and builds could not fetch images. Nobody was paged because the monitor watched another host; developers noticed in the morning and renewed it by hand.';

interface Known {
  readonly title?: string;
  readonly started?: string;
  readonly resolved?: string;
  readonly impactPercent?: number;
  readonly services?: readonly string[];
}

const telling = (text: string, known: Known = {}): Telling => makeTelling(text, { title: 'x', services: [], ...known });
const twinsOf = (...tellings: Telling[]) => findTwins(tellings.map((each, index) => ({ name: String(index), telling: each })));

describe('twins', () => {
  it('are the same text under other names, dated or not', () => {
    expect(twinsOf(telling(LONG), telling(OTHER), telling(`${LONG} Done.`))).toMatchObject([{ index: 2, of: 0 }]);
  });

  it('are texts of other words that agree about when, and say so', () => {
    const times = { started: '2024-01-15T14:00Z', resolved: '2024-01-16T04:00Z', impactPercent: 15, services: ['Checkout'] };
    const retold =
      'What a show: our gateway danced, requests were refused, and a configuration push with a typo stole the stage until it was rolled back.';
    const [twin] = twinsOf(telling(LONG, times), telling(retold, { ...times, started: '2024-01-15T15:00+01:00', services: ['checkout'] }));
    expect(twin).toMatchObject({ index: 1, of: 0 });
    expect(twin?.reasons.slice(0, 4)).toEqual([
      'both begin at 2024-01-15 15:00',
      'both end at 2024-01-16 04:00',
      'both say 15 %',
      'both are about checkout',
    ]);
  });

  it('are not two incidents of one day, nor one that came back', () => {
    const day = { started: '2024-01-15T14:00Z' };
    expect(twinsOf(telling(LONG, day), telling(OTHER, { started: '2024-01-15T18:00Z' }))).toEqual([]);
    const again = LONG.replace('half', 'a third')
      .replace('five', 'nine')
      .replace('typo', 'stray comma')
      .replace('Refunds were issued', 'No refunds were due');
    expect(twinsOf(telling(LONG, day), telling(again, { started: '2024-06-15T14:00Z' }))).toEqual([]);
    expect(twinsOf(telling(''), telling(''))).toEqual([]);
  });

  it('are linked to the first telling, never to another twin', () => {
    expect(twinsOf(telling(LONG), telling(LONG), telling(LONG)).map(({ of }) => of)).toEqual([0, 0]);
  });

  it('are found among thousands of one day in time that does not grow with the square', () => {
    const random = mulberry(7);
    const word = (): string => `w${Math.floor(random() * 50_000)}`;
    const many = Array.from({ length: 3000 }, () => telling(Array.from({ length: 60 }, word).join(' '), { started: '2024-01-15' }));
    expect(twinsOf(...many, telling(LONG), telling(LONG)).map(({ index }) => index)).toEqual([3001]);
  });
});

/** A generator of numbers from 0 to 1 that is the same every time. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
