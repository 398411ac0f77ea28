// How a count of late action items grows from the day of the build on, short enough to stand beside the count: `12 0 6x2`.

interface Dated {
  /** Negative before the due day; absent where nothing can become late. */
  readonly overdueDays?: number;
}

/** How many are late on the day of the build, then in how many days others are due: `6x2` for two of them. Long lists have few days. */
export function writeLateDays(actions: readonly Dated[]): string {
  const dues = new Map<number, number>();
  let late = 0;
  for (const { overdueDays } of actions) {
    if (overdueDays === undefined) continue;
    if (overdueDays > 0) late++;
    else dues.set(-overdueDays, (dues.get(-overdueDays) ?? 0) + 1);
  }
  const days = [...dues].sort(([a], [b]) => a - b).map(([day, count]) => (count === 1 ? `${day}` : `${day}x${count}`));
  return [late, ...days].join(' ');
}

/** How many are late so many days after the build. */
export function countLate(written: string, daysSince: number): number {
  const [late = '0', ...days] = written.split(' ');
  return days.reduce((count, entry) => {
    const [day = '0', times = '1'] = entry.split('x');
    return Number(day) < daysSince ? count + Number(times) : count;
  }, Number(late));
}
