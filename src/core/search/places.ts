// Where a text stands among others that are in the order of `<`.

/** Position of the last text that is not above `wanted`; -1 where all are. */
export function lastUpTo(sorted: readonly string[], wanted: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** -1 where it is not among them. */
export function placeOf(sorted: readonly string[], wanted: string): number {
  const place = lastUpTo(sorted, wanted);
  return sorted[place] === wanted ? place : -1;
}
