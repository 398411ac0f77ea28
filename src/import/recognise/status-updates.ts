// Updates of a status page pasted as they are: a state, its words, and the time on the same line or one below.
import type { TimelineKind } from '../../core/model/incident.ts';
import type { Line } from './layout/lines.ts';
import { momentsIn } from './page.ts';
import type { Entry } from './times/entry.ts';

const STATE =
  /^(investigating|identified|monitoring|update|updated|resolved|in progress|completed|postmortem|verifying|scheduled)\s*(?:[:–—-]|$)\s*/i;
const KINDS: Readonly<Record<string, TimelineKind>> = { identified: 'identified', resolved: 'resolved', monitoring: 'mitigated' };
/** A time stands no further below its update. */
const REACH = 4;
const FEWEST = 2;

/** The updates, oldest first: pages show the newest on top. */
export function statusUpdates(lines: readonly Line[]): Entry[] {
  const entries: Entry[] = [];
  for (const [index, line] of lines.entries()) {
    const state = line.kind === 'text' || line.kind === 'heading' || line.kind === 'item' ? STATE.exec(line.words)?.[1] : undefined;
    if (state === undefined) continue;
    const timed = [line, ...lines.slice(index + 1, index + REACH)].find(
      (each, offset) => (offset === 0 || !STATE.test(each.words)) && momentsIn(each).some(({ clock, date }) => clock && date),
    );
    const found = timed && momentsIn(timed).find(({ clock, date }) => clock && date);
    if (!timed || !found) continue;
    const { start, end, until, ...at } = found;
    const written = timed.words.slice(start, end);
    const kind = KINDS[state.toLowerCase()];
    const words = line.words;
    entries.push({
      when: { at, ...(until && { until }), approximate: false, isPartOfText: false, end: 0, written },
      words,
      below: '',
      line,
      ...(kind && { kind }),
    });
  }
  if (entries.length < FEWEST) return [];
  const isNewestFirst = /^resolved|^completed|^postmortem/i.test(entries[0]?.words ?? '');
  return isNewestFirst ? entries.reverse() : entries;
}
