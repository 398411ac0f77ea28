// A map from stretches of text to what is known of them. Asked without cutting the stretch out, and without an object for each: a large archive
// asks seven million times, and memory that lies together is most of what makes that fast.
import { NumberList } from './number-list.ts';

export interface ChunkTable {
  /** Holds what was added, number by number. Another array when it has grown. */
  readonly pool: Int32Array;
  /** Where in the pool the numbers of a stretch begin; -1 where it was never added. `hash`: by `addToHash` from `EMPTY_HASH` on. */
  find(text: string, from: number, to: number, hash: number): number;
  /** For a stretch that was not found; returns where its numbers begin. Forgets everything before when there is too much of it. */
  add(stretch: string, hash: number, numbers: NumberList): number;
}

export const EMPTY_HASH = 0x811c9dc5 | 0;

/** FNV-1a, one UTF-16 unit. */
export function addToHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Open addressing, half full at most. In the pool: the stretch's length, its units, its numbers. */
export function makeChunkTable(mostKnown: number): ChunkTable {
  const mask = 2 ** Math.ceil(Math.log2(mostKnown * 2)) - 1;
  /** For each slot the hash, and the place in the pool and 1; 0 is free. */
  const slots = new Int32Array(2 * (mask + 1));
  const pool = new NumberList(1 << 16);
  let known = 0;
  const firstSlot = (hash: number): number => (hash ^ (hash >>> 15)) & mask;
  const find = (text: string, from: number, to: number, hash: number): number => {
    const { numbers } = pool;
    for (let slot = firstSlot(hash); slots[2 * slot + 1] !== 0; slot = (slot + 1) & mask) {
      if (slots[2 * slot] !== hash) continue;
      const at = (slots[2 * slot + 1] as number) - 1;
      if (numbers[at] !== to - from) continue;
      let same = 0;
      while (from + same < to && text.charCodeAt(from + same) === numbers[at + 1 + same]) same++;
      if (from + same === to) return at + 1 + same;
    }
    return -1;
  };
  const add = (stretch: string, hash: number, numbers: NumberList): number => {
    if (known >= mostKnown) {
      slots.fill(0);
      pool.clear();
      known = 0;
    }
    let slot = firstSlot(hash);
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = pool.length + 1;
    known++;
    pool.push(stretch.length);
    for (let n = 0; n < stretch.length; n++) pool.push(stretch.charCodeAt(n));
    const start = pool.length;
    pool.pushAll(numbers);
    return start;
  };
  return {
    get pool() {
      return pool.numbers;
    },
    ...{ find, add },
  };
}
