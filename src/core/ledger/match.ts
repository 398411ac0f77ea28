// Which item of a file's next version is which of the one before: by title first, for ids given by position move when an item is put in above.
import type { ItemSnapshot } from '../model/ledger.ts';

/** Shared words over all words, above which two titles under different ids are one item reworded. */
const ALIKE = 0.6;
/** Under one id less is enough. */
const ALIKE_UNDER_ONE_ID = 0.34;
/** Files with more new titles than this are not compared title by title: what keeps its title or its id is found all the same. */
const COMPARED_AT_MOST = 200;

/** Position in `after` → position in `before`, for those that were there. */
export function matchItems(before: readonly ItemSnapshot[], after: readonly ItemSnapshot[]): Map<number, number> {
  const found = new Map<number, number>();
  const free = new Set(before.keys());
  const pair = (position: number, old: number): void => {
    found.set(position, old);
    free.delete(old);
  };
  const open = (): number[] => [...after.keys()].filter((position) => !found.has(position));
  const wanted = [(item: ItemSnapshot) => `${item.id}\n${plainTitle(item)}`, (item: ItemSnapshot) => plainTitle(item)];
  for (const keyOf of wanted) {
    const byKey = new Map<string, number[]>();
    for (const old of free) byKey.set(keyOf(before[old] as ItemSnapshot), [...(byKey.get(keyOf(before[old] as ItemSnapshot)) ?? []), old]);
    for (const position of open()) {
      const old = byKey.get(keyOf(after[position] as ItemSnapshot))?.shift();
      if (old !== undefined) pair(position, old);
    }
  }
  for (const { position, old } of alikePairs({ before, free }, { after, open: open() })) {
    if (free.has(old) && !found.has(position)) pair(position, old);
  }
  // Wholly reworded under its own id, with nothing put in or taken out that could have moved the ids.
  if (before.length === after.length) {
    for (const position of open()) if (free.has(position) && before[position]?.id === after[position]?.id) pair(position, position);
  }
  return found;
}

/** Case, spaces and marks aside. */
function plainTitle({ title }: ItemSnapshot): string {
  return wordsOf(title).join(' ') || title;
}

function wordsOf(title: string): string[] {
  return title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

interface Rest {
  readonly before: readonly ItemSnapshot[];
  readonly free: ReadonlySet<number>;
}

/** Reworded items, the most alike first. */
function alikePairs({ before, free }: Rest, { after, open }: { after: readonly ItemSnapshot[]; open: readonly number[] }) {
  if (free.size > COMPARED_AT_MOST || open.length > COMPARED_AT_MOST) return [];
  const words = (item: ItemSnapshot | undefined): Set<string> => new Set(wordsOf(item?.title ?? ''));
  const old = [...free].map((position) => ({ position, id: before[position]?.id, words: words(before[position]) }));
  return open
    .flatMap((position) => {
      const [id, own] = [after[position]?.id, words(after[position])];
      return old
        .map((one) => ({ position, old: one.position, isSameId: one.id === id, alike: likeness(own, one.words) }))
        .filter(({ isSameId, alike }) => alike >= (isSameId ? ALIKE_UNDER_ONE_ID : ALIKE));
    })
    .sort((a, b) => b.alike - a.alike || Number(b.isSameId) - Number(a.isSameId) || a.position - b.position || a.old - b.old);
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
