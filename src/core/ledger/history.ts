// From the versions of a file to the history of each of its items.
import type { FileVersion, ItemHistory, ItemSnapshot, LedgerEvent } from '../model/ledger.ts';
import type { Day } from '../model/timestamp.ts';
import { daysBetween } from '../time/duration.ts';
import { matchItems } from './match.ts';

/**
 * The history of every item of the last version, by its position there. `versions` oldest first. An item that is gone for a while and comes back
 * under another title is another item.
 */
export function itemHistories(versions: readonly FileVersion[]): readonly ItemHistory[] {
  const known = told.get(versions) ?? tell(versions);
  told.set(versions, known);
  return known;
}

/** Versions that are the very same list are not gone through again. */
const told = new WeakMap<readonly FileVersion[], readonly ItemHistory[]>();

interface Story {
  readonly events: readonly LedgerEvent[];
  readonly revisions: number;
  readonly revised: Day;
}

function tell(versions: readonly FileVersion[]): ItemHistory[] {
  let before: readonly ItemSnapshot[] = [];
  let stories: Story[] = [];
  for (const version of versions) {
    const known = matchItems(before, version.items);
    stories = version.items.map((item, position) => {
      const old = known.get(position);
      return goOn(old === undefined ? undefined : stories[old], { was: old === undefined ? undefined : before[old], item, version });
    });
    before = version.items;
  }
  return stories.map((story) => ({ ...story, ...slipsOf(story.events) }));
}

interface Step {
  readonly was: ItemSnapshot | undefined;
  readonly item: ItemSnapshot;
  readonly version: FileVersion;
}

function goOn(story: Story | undefined, { was, item, version }: Step): Story {
  const events = changesOf(was, item, version);
  if (story === undefined || was === undefined) return { events, revisions: 0, revised: version.day };
  if (isSameItem(was, item)) return story;
  return { events: [...story.events, ...events], revisions: story.revisions + 1, revised: version.day };
}

/** The id aside: it may have moved with the item's position. */
export function isSameItem(a: ItemSnapshot | undefined, b: ItemSnapshot): boolean {
  return (['title', 'status', 'due', 'owner', 'priority'] as const).every((field) => a?.[field] === b[field]);
}

function changesOf(was: ItemSnapshot | undefined, item: ItemSnapshot, { day, commit }: FileVersion): LedgerEvent[] {
  const event = (kind: LedgerEvent['kind'], from?: string, to?: string): LedgerEvent => ({
    ...{ kind, day, commit },
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });
  // What is done when its file is first committed was done at some time before.
  if (was === undefined) return [event('added', undefined, item.due)];
  return [
    ...(was.due === item.due ? [] : [event('redated', was.due, item.due)]),
    ...(was.owner === item.owner ? [] : [event('reassigned', was.owner, item.owner)]),
    ...(was.priority === item.priority ? [] : [event('reprioritised', was.priority, item.priority)]),
    ...statusChange(was, item).map((kind) => event(kind)),
  ];
}

function statusChange(was: ItemSnapshot, item: ItemSnapshot): LedgerEvent['kind'][] {
  if (was.status === item.status) return [];
  if (item.status === 'done') return ['closed'];
  if (item.status === 'wont_do') return ['dropped'];
  return was.status === 'done' || was.status === 'wont_do' ? ['reopened'] : [];
}

/** A day given for the first time is no slip, nor one that was moved nearer. */
function slipsOf(events: readonly LedgerEvent[]): { slips: number; slippedDays: number } {
  let slips = 0;
  let slippedDays = 0;
  for (const { kind, from, to } of events) {
    if (kind !== 'redated' || from === undefined || to === undefined || to <= from) continue;
    slips++;
    slippedDays += daysBetween(from, to);
  }
  return { slips, slippedDays };
}

/** The last day a commit closed the item and none opened it again; undefined where it is open, or nothing tells. */
export function closedOn({ events }: ItemHistory): LedgerEvent | undefined {
  return events.findLast(({ kind }) => kind === 'closed' || kind === 'dropped' || kind === 'reopened');
}
