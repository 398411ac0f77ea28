// Many strings looked for in one pass over a text: the automaton of Aho and Corasick, its transitions in one flat table.

export interface Automaton {
  /** From one state, by a letter, to the next; 0 is the beginning. */
  step(state: number, letter: string): number;
  /** Numbers of the strings that end in this state. */
  ends(state: number): readonly number[];
}

interface Node {
  readonly next: Map<string, number>;
  fail: number;
  ends: readonly number[];
}

export function makeAutomaton(strings: readonly (readonly string[])[]): Automaton {
  const nodes = plant(strings);
  link(nodes);
  const begin = nodes[0] as Node;
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
function link(nodes: Node[]): void {
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
}
