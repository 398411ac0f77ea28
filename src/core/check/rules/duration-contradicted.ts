// A length of the incident told in words that its times contradict.
import type { Place } from '../../model/diagnostic.ts';
import type { Incident } from '../../model/incident.ts';
import type { Milestones, Timestamp } from '../../model/timestamp.ts';
import { lineIndex } from '../../text/line-index.ts';
import { sayDuration } from '../../time/duration.ts';
import type { IncidentRule } from '../rule.ts';
import { earliest, latest } from '../span.ts';
import { findStatedDurations, type StatedDuration } from '../stated-duration.ts';

export const durationContradicted: IncidentRule = {
  code: 'duration-contradicted',
  severity: 'warning',
  title: 'The text says another length of the incident than its times.',
  why: 'One of the two is wrong. Readers believe the sentence, figures are made from the times.',
  bad: 'started: 2026-11-20T14:02Z\nresolved: 2026-11-20T14:49Z\nsummary: The outage lasted three hours.',
  fixed: 'started: 2026-11-20T14:02Z\nresolved: 2026-11-20T14:49Z\nsummary: The outage lasted 47 minutes.',
  check(incident, { body, bodyLine, report }) {
    const lengths = lengthsOf(incident.milestones);
    if (lengths.length === 0) return;
    const say = (stated: StatedDuration, place: Place): void => {
      if (lengths.some((length) => agrees(stated, length))) return;
      const [whole] = lengths;
      report(place, `The text says "${stated.text}", but by its times the incident lasted ${sayDuration(whole?.ms ?? 0)}.`, {
        hint: 'Correct the sentence or the times; mind the day and the offset.',
      });
    };
    for (const { text, place } of fieldsOf(incident)) for (const stated of findStatedDurations(text)) say(stated, place);
    const text = body.slice(0, LONGEST_TEXT);
    const inBody = findStatedDurations(text);
    const index = inBody.length > 0 ? lineIndex(text) : undefined;
    for (const stated of inBody) {
      const at = index?.lineColumn(stated.offset);
      if (at) say(stated, { line: bodyLine + at.line - 1, column: at.column });
    }
  },
};

const LONGEST_TEXT = 100_000;

interface Length {
  readonly ms: number;
  readonly shortest: number;
  readonly longest: number;
}

/** The lengths that may be meant: from the start or the detection to the mitigation or the end; that of the whole first. */
function lengthsOf({ started, detected, mitigated, resolved }: Milestones): Length[] {
  const ends = [resolved, mitigated].filter((end) => end !== undefined);
  if (!started || ends.length === 0) return [];
  const froms = [started, ...(detected ? [detected] : [])];
  return froms.flatMap((from) => ends.map((to) => lengthBetween(from, to))).filter(({ longest }) => longest > 0);
}

function lengthBetween(from: Timestamp, to: Timestamp): Length {
  const [shortest, longest] = [earliest(to) - latest(from), latest(to) - earliest(from)];
  const give = from.approximate || to.approximate ? 0.25 * longest : 0;
  return { ms: to.epoch - from.epoch, shortest: Math.max(0, shortest - give), longest: longest + give };
}

function agrees({ ms, slack, isPart, bound }: StatedDuration, { shortest, longest }: Length): boolean {
  const isTooLong = ms - slack > longest;
  const isTooShort = ms + slack < shortest;
  if (bound === 'at least' || isPart) return !isTooLong;
  return bound === 'at most' ? !isTooShort : !isTooLong && !isTooShort;
}

function fieldsOf({ title, summary, impact }: Incident): { readonly text: string; readonly place: Place }[] {
  return [
    { text: title, place: { path: ['title'] } },
    { text: summary?.plain ?? '', place: { path: ['summary'] } },
    { text: impact.summary?.plain ?? '', place: { path: ['impact', 'summary'] } },
  ].filter(({ text }) => /\d|hour|day|minute/.test(text));
}
