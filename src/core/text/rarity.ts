// How much it says that two incidents speak of the same: little where half the archive does, most where nobody else does.

/** Incidents that stand by as if they shared no word, so that in an archive of three a word of two is not yet a commonplace. */
const UNSEEN = 20;

/** Of what `spread` of that many incidents speak of: 1 for a single one, towards 0 for what everybody says. */
export function rarityAmong(incidents: number): (spread: number) => number {
  const all = incidents + UNSEEN;
  const most = Math.log(all / 2);
  return (spread) => Math.max(0, Math.log(all / (spread + 1)) / most);
}
