// What a comparison says in words: moments counted from detection, what the record of each does not hold, and what all of them have.
import { MILESTONES, type Milestone } from '../model/timestamp.ts';
import { FEWEST_ENTRIES } from '../silence.ts';
import { countOf } from '../text/count.ts';
import { sayDuration } from '../time/duration.ts';
import { formatDateTime } from '../time/format.ts';
import type { Lane, PlacedMilestone } from './line-up.ts';
import type { CompareRecord } from './record.ts';

export const MILESTONE_WORDS: Readonly<Record<Milestone, string>> = {
  started: 'started',
  detected: 'detected',
  acknowledged: 'acknowledged',
  identified: 'cause found',
  mitigated: 'mitigated',
  resolved: 'resolved',
};

/** `+1 h 46 min`, `−12 min`; `0` at detection. */
export function sayOffset(ms: number): string {
  if (ms === 0) return '0';
  return `${ms < 0 ? '\u2212' : '+'}${sayDuration(Math.abs(ms))}`;
}

/** `Started 12 min before detection. After detection: acknowledged 3 min, resolved 1 h 46 min.` Empty for an incident that has no place on the axis. */
export function sayMilestones({ record, placed }: Lane): string {
  if (placed === undefined) return '';
  const say = ({ milestone, at }: PlacedMilestone): string => {
    const about = record.milestones[milestone]?.approximate ? 'about ' : '';
    return `${MILESTONE_WORDS[milestone]} ${about}${sayDuration(Math.abs(at))}`;
  };
  const others = placed.milestones.filter(({ milestone }) => milestone !== 'detected');
  const [before, after] = [others.filter(({ at }) => at < 0), others.filter(({ at }) => at > 0)];
  const same = others.filter(({ at }) => at === 0).map(({ milestone }) => MILESTONE_WORDS[milestone]);
  const parts = [
    ...(before.length > 0 ? [`${capital(before.map(say).join(', '))} before detection.`] : []),
    ...(same.length > 0 ? [`${capital(same.join(', '))} when it was detected.`] : []),
    ...(after.length > 0 ? [`After detection: ${after.map(say).join(', ')}.`] : []),
  ];
  return parts.length === 0 ? 'Of its other moments no time of day is known.' : parts.join(' ');
}

/** What would stand on the axis, had it been written down. Nothing where all of it was. */
export function sayUnknown({ record, placed }: Lane): string {
  const dayOnly = MILESTONES.filter((milestone) => record.milestones[milestone]?.precision === 'date');
  const unknown = MILESTONES.filter((milestone) => record.milestones[milestone] === undefined);
  const parts = [
    ...(unknown.length > 0 ? [`Not recorded: ${unknown.map((milestone) => MILESTONE_WORDS[milestone]).join(', ')}.`] : []),
    ...(dayOnly.length > 0 ? [`Known by the day only: ${dayOnly.map((milestone) => MILESTONE_WORDS[milestone]).join(', ')}.`] : []),
  ];
  const { started } = record.milestones;
  if (placed && (started === undefined || started.precision === 'date')) parts.push('How long it went unnoticed is not drawn.');
  if (placed?.isOpenEnded) parts.push('Drawn up to the last time that was written down.');
  return parts.join(' ');
}

/** Said of the record: whether anything happened meanwhile nobody wrote down. */
export function saySilence({ record, silence, timed, placed }: Lane): string {
  if (record.timeline.length === 0) return 'No timeline was written.';
  if (silence === undefined) {
    if (timed >= FEWEST_ENTRIES) return `All of its ${timed} entries with a time stand at one moment, or after the end.`;
    return `${capital(countOf(timed, 'entry', 'entries'))} of its timeline ${timed === 1 ? 'has' : 'have'} a time of day: too few to tell a stretch without one.`;
  }
  const { ms, from, to, entries } = silence;
  const where = placed
    ? sayBetween(from.epoch - placed.zero, to.epoch - placed.zero)
    : `from ${formatDateTime(from)} to ${formatDateTime(to)}`;
  return `Longest stretch without an entry: ${sayDuration(ms)}, ${where}, of ${entries} entries with a time.`;
}

/** Entries of the timeline that the axis does not show. Nothing where it shows all. */
export function sayOffAxis({ placed, untimed }: Lane): string {
  const parts: string[] = [];
  if (placed && placed.before > 0) parts.push(`${countOf(placed.before, 'entry', 'entries')} before it began`);
  if (placed && placed.after > 0) parts.push(`${countOf(placed.after, 'entry', 'entries')} after it was over`);
  if (untimed > 0) parts.push(`${countOf(untimed, 'entry', 'entries')} without a time of day`);
  return parts.length === 0 ? '' : `Not on the axis: ${parts.join(', ')}.`;
}

/** `from 35 min to 2 h after detection`, `from 10 min before detection to 2 h after it` */
function sayBetween(from: number, to: number): string {
  if (from === 0) return `from detection to ${sayDuration(to)} after it`;
  if (to === 0) return `from ${sayDuration(-from)} before detection to detection`;
  const [first, last] = [sayDuration(Math.abs(from)), sayDuration(Math.abs(to))];
  if (from < 0 && to > 0) return `from ${first} before detection to ${last} after it`;
  return `from ${first} to ${last} ${to < 0 ? 'before' : 'after'} detection`;
}

export interface CommonFact {
  readonly name: string;
  readonly values: readonly string[];
}

/** What every one of them gives, and gives alike. */
export function inCommon(records: readonly CompareRecord[]): CommonFact[] {
  const [first, ...others] = records;
  if (first === undefined || others.length === 0) return [];
  const facts: readonly (readonly [string, (record: CompareRecord) => readonly string[]])[] = [
    ['service', ({ services }) => services],
    ['cause', ({ causes }) => causes],
    ['trigger', ({ trigger }) => (trigger === undefined ? [] : [trigger])],
    ['detected by', ({ detectedBy }) => (detectedBy === undefined ? [] : [detectedBy])],
    ['severity', ({ severity }) => (severity === undefined ? [] : [severity.label])],
  ];
  return facts.flatMap(([name, valuesOf]) => {
    const values = valuesOf(first).filter((value) => others.every((other) => valuesOf(other).includes(value)));
    return values.length === 0 ? [] : [{ name, values }];
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
