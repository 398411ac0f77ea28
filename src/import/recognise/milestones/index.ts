// The six milestones of a document, each by the first rule that finds it.
import type { Milestone } from '../../../core/model/timestamp.ts';
import { handlingInTimeline } from './handled.ts';
import { detectionInTimeline, endInTimeline, firstEntry, lastEntry, startInTimeline } from './in-timeline.ts';
import { labelled, labelledMoment, labelledSpan } from './labelled.ts';
import type { Candidate, Moments, Situation } from './situation.ts';
import { detectionAnywhere, detectionInSection, toldMoment, toldSpan } from './told.ts';

type Found = { -readonly [M in Milestone]?: Candidate };
type Rule = (situation: Situation) => Candidate | undefined;

/** What labels and the summary say, before the timeline is placed. */
export function statedSpan(situation: Situation): Moments {
  const span = labelledSpan(situation);
  const started = labelled(situation, 'started') ?? span.start;
  const resolved = labelled(situation, 'resolved') ?? span.end;
  if (started?.at.hasClock && resolved?.at.hasClock) return { started, resolved };
  const told = toldSpan(situation);
  const start = started?.at.hasClock ? started : (told.start ?? labelledMoment(situation) ?? started);
  const end = resolved?.at.hasClock ? resolved : (told.end ?? resolved);
  return { ...(start && { started: start }), ...(end && { resolved: end }) };
}

export function readMilestones(situation: Situation): Moments {
  const stated = statedSpan(situation);
  const detected = firstOf(situation, [
    (at) => labelled(at, 'detected'),
    detectionInTimeline,
    detectionInSection,
    (at) => toldMoment(at, 'detection'),
    detectionAnywhere,
  ]);
  const resolved =
    timed(stated.resolved) ?? firstOf(situation, [endInTimeline, (at) => toldMoment(at, 'end'), lastEntry]) ?? stated.resolved;
  const started = timed(stated.started) ?? startOf(situation, { detected, resolved }) ?? stated.started;
  const found: Found = { ...(started && { started }), ...(detected && { detected }), ...(resolved && { resolved }) };
  const span: Moments = { ...found };
  for (const name of ['acknowledged', 'identified', 'mitigated'] as const) {
    const candidate = labelled(situation, name) ?? handlingInTimeline(situation, name, span);
    if (candidate) found[name] = candidate;
  }
  return found;
}

function startOf(
  situation: Situation,
  { detected, resolved }: { detected: Candidate | undefined; resolved: Candidate | undefined },
): Candidate | undefined {
  const label = labelled(situation, 'detected');
  const day = dayOnly(situation);
  const found = firstOf(situation, [
    startInTimeline,
    (at) => toldMoment(at, 'start'),
    (at) => {
      const first = firstEntry(at, resolved);
      const isLead = label?.at.hasClock && first && label.at.local - first.at.local > LONGEST_UNNOTICED;
      return label?.at.hasClock && (!first || isLead || first.at.local > label.at.local)
        ? { ...label, sure: 'guess', why: `${label.why}; no start is given` }
        : first;
    },
  ]);
  return found ?? (detected?.at.hasClock ? { ...detected, sure: 'guess', why: `${detected.why}; no start is given` } : day);
}

/** What a timeline tells of earlier than this before the first alert led up to the incident. */
const LONGEST_UNNOTICED = 60 * 60_000;

/** The day of the incident, where no time of day is told anywhere. */
function dayOnly({ clocks }: Situation): Candidate | undefined {
  const known = clocks.calendar.incident;
  if (!known?.line) return undefined;
  const at = { iso: known.day, day: known.day, hasClock: false, local: Date.parse(known.day) };
  return { at, line: known.line, sure: known.sure === 'certain' ? 'likely' : 'guess', why: known.why };
}

function timed(candidate: Candidate | undefined): Candidate | undefined {
  return candidate?.at.hasClock ? candidate : undefined;
}

function firstOf(situation: Situation, rules: readonly Rule[]): Candidate | undefined {
  for (const rule of rules) {
    const found = rule(situation);
    if (found) return found;
  }
  return undefined;
}
