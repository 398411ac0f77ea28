// Many strings looked for in one pass over a text: the automaton of Aho and Corasick. Letters of ASCII, nearly all of any site, have their transitions in
// one flat table; those of other scripts take a few steps more.

export interface Automaton {
  /** From one state, by a letter, to the next; 0 is the beginning. */
  step(state: number, letter: string): number;
  /** The same by a letter or digit of ASCII, as `symbolOf` numbers it. */
  stepAscii(state: number, symbol: number): number;
  /** Numbers of the strings that end in this state. */
  ends(state: number): readonly number[];
}

interface Node {
  readonly next: Map<string, number>;
  fail: number;
  ends: readonly number[];
}

const SYMBOLS = 36;

/** a to z, then 0 to 9; -1 for everything else. */
export function symbolOf(letter: string): number {
  const at = letter.length === 1 ? 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(letter) : -1;
  return letter === '' ? -1 : at;
}

export function makeAutomaton(strings: readonly (readonly string[])[]): Automaton {
  const nodes = plant(strings);
  const begin = nodes[0] as Node;
  const table = tableOf(nodes, link(nodes));
  return {
    step: (state, letter) => {
      // Nearly every letter of a text goes from the beginning back to the beginning.
      if (state === 0) return begin.next.get(letter) ?? 0;
      for (let from = state; ; from = (nodes[from] as Node).fail) {
        const to = (nodes[from] as Node).next.get(letter);
        if (to !== undefined) return to;
        if (from === 0) return 0;
      }
    },
    stepAscii: (state, symbol) => table[state * SYMBOLS + symbol] as number,
    ends: (state) => (nodes[state] as Node).ends,
  };
}

function plant(strings: readonly (readonly string[])[]): Node[] {
  const nodes: Node[] = [{ next: new Map(), fail: 0, ends: [] }];
  for (const [number, letters] of strings.entries()) {
    let node = nodes[0] as Node;
    for (const letter of letters) {
      let to = node.next.get(letter);
      if (to === undefined) {
        to = nodes.push({ next: new Map(), fail: 0, ends: [] }) - 1;
        node.next.set(letter, to);
      }
      node = nodes[to] as Node;
    }
    node.ends = [...node.ends, number];
  }
  return nodes;
}

/** Level by level: where a state goes on when its own string does not. */
function link(nodes: Node[]): readonly number[] {
  const queue = [...(nodes[0] as Node).next.values()];
  for (const state of queue) {
    const node = nodes[state] as Node;
    node.ends = [...node.ends, ...(nodes[node.fail] as Node).ends];
    for (const [letter, to] of node.next) {
      let from = node.fail;
      while (from !== 0 && !(nodes[from] as Node).next.has(letter)) from = (nodes[from] as Node).fail;
      (nodes[to] as Node).fail = (nodes[from] as Node).next.get(letter) ?? 0;
      queue.push(to);
    }
  }
  return queue;
}

/** Where each letter leads from each state, failures and all. `order`: every state after the one it fails to. */
function tableOf(nodes: readonly Node[], order: readonly number[]): Int32Array {
  const table = new Int32Array(nodes.length * SYMBOLS);
  for (const state of [0, ...order]) {
    const { next, fail } = nodes[state] as Node;
    if (state !== 0) table.copyWithin(state * SYMBOLS, fail * SYMBOLS, (fail + 1) * SYMBOLS);
    for (const [letter, to] of next) {
      const symbol = symbolOf(letter);
      if (symbol >= 0) table[state * SYMBOLS + symbol] = to;
    }
  }
  return table;
}
