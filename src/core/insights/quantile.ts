// Middles and tails of a few numbers.

/** Fewer values have no middle worth drawing. */
export const FEWEST_FOR_MEDIAN = 3;
/** Fewer values have no tail worth drawing, and nothing that lies outside. */
export const FEWEST_FOR_TAIL = 5;

/**
 * The quantile `p` (0 to 1) of values in ascending order, between two of them by the line that joins them: R's type 7, and what spreadsheets
 * call PERCENTILE.INC. NaN of no values.
 */
export function quantile(ascending: readonly number[], p: number): number {
  const position = (ascending.length - 1) * p;
  const below = Math.floor(position);
  const low = ascending[below] ?? Number.NaN;
  const high = ascending[below + 1] ?? low;
  return low + (high - low) * (position - below);
}

/** Where all are nearly alike, what is a little longer is not far from them. */
const FAR_FROM_MEDIAN = 3;

/**
 * Above this a length lies far from the others: beyond Tukey's fence, one and a half times the distance of the quartiles above the upper one, and
 * beyond three times the median. The fence stands on the scale on which lengths are drawn, for they differ by factors and not by sums.
 * Infinity of too few values.
 */
export function upperFence(ascending: readonly number[]): number {
  if (ascending.length < FEWEST_FOR_TAIL) return Number.POSITIVE_INFINITY;
  const scaled = ascending.map(toScale);
  const [low, high] = [quantile(scaled, 0.25), quantile(scaled, 0.75)];
  return Math.max(fromScale(high + 1.5 * (high - low)), FAR_FROM_MEDIAN * quantile(ascending, 0.5));
}

/** Seconds on a logarithmic scale that begins at 0: the logarithm of one more than the minutes. */
export function toScale(seconds: number): number {
  return Math.log1p(seconds / 60);
}

export function fromScale(scaled: number): number {
  return Math.expm1(scaled) * 60;
}
