// A draft as one flat object: the fields people compare imports by, and the receipts behind them.
import type { Draft, DraftEvent, DraftFields, Receipt } from './model.ts';

const FIRST_WORDS = 6;

/** Null, never an empty guess, where the text does not say. Of what is no postmortem only its kind and language are told. */
export function labelsOf(draft: Draft): Record<string, unknown> {
  const { fields } = draft;
  const language = fields.language?.value ?? null;
  if (!draft.isPostmortem)
    return {
      is_postmortem: false,
      kind: draft.notAPostmortem?.kind ?? null,
      why: draft.notAPostmortem?.why ?? null,
      language,
      problems: draft.problems,
    };
  return {
    is_postmortem: true,
    ...valuesOf(fields),
    ...timelineOf(fields.timeline ?? []),
    ...passagesOf(fields),
    ...actionsOf(fields),
    language,
    problems: draft.problems,
    receipts: receiptsOf(fields),
  };
}

function valuesOf(fields: DraftFields): Record<string, unknown> {
  const { title, started, resolved, detected, timezone, severity, impactPercent, services, authors, startedPartial } = fields;
  return {
    title: title?.value ?? null,
    started: started?.value ?? null,
    resolved: resolved?.value ?? null,
    detected: detected?.value ?? null,
    started_partial: startedPartial?.value ?? null,
    timezone: timezone?.value ?? null,
    duration_minutes: fields.statedDuration?.value ?? minutesBetween(started?.value, resolved?.value),
    severity: severity?.value ?? null,
    impact_percent: impactPercent?.value ?? null,
    services: services?.value ?? [],
    authors: authors?.value ?? [],
  };
}

/** Where the text does not say how long it lasted, but when it began and ended. */
function minutesBetween(started: string | undefined, resolved: string | undefined): number | null {
  if (!started?.includes('T') || !resolved?.includes('T')) return null;
  const minutes = (Date.parse(withOffset(resolved)) - Date.parse(withOffset(started))) / 60_000;
  return minutes >= 0 ? Math.round(minutes) : null;
}

/** Without an offset the reading of `Date` would depend on the machine. */
function withOffset(iso: string): string {
  return /(?:Z|[+-]\d{2}:\d{2})$/.test(iso) ? iso : `${iso}Z`;
}

function timelineOf(events: readonly Receipt<DraftEvent>[]): Record<string, unknown> {
  const times = events.map(({ value }) => value.at).filter((at) => at !== undefined);
  const timedDays = new Set(times.filter((at) => at.includes('T')).map((at) => at.slice(0, 10)));
  // A day alone says less of the first and last moment than the times of that day.
  const sorted = times.filter((at) => at.includes('T') || !timedDays.has(at)).sort((a, b) => momentOf(a) - momentOf(b));
  return { timeline_events: events.length, timeline_first: sorted[0] ?? null, timeline_last: sorted.at(-1) ?? null };
}

function momentOf(at: string): number {
  return Date.parse(withOffset(/^\d{2}:\d{2}/.test(at) ? `2000-01-01T${at}` : at.includes('T') ? at : `${at}T00:00`));
}

function passagesOf({ rootCause, resolution }: DraftFields): Record<string, unknown> {
  return {
    root_cause_heading: rootCause?.value.heading ?? null,
    has_root_cause: rootCause !== undefined,
    has_resolution: resolution !== undefined,
  };
}

function actionsOf({ actionItems = [] }: DraftFields): Record<string, unknown> {
  return {
    action_items: actionItems.length,
    action_items_first_words: actionItems.map(({ value }) => value.title.split(/\s+/).slice(0, FIRST_WORDS).join(' ')),
    action_items_done: actionItems.filter(({ value }) => value.status === 'done').length,
    action_items_with_owner: actionItems.filter(({ value }) => value.owner !== undefined).length,
  };
}

/** By field: the line, the words, how sure, and the rule. */
function receiptsOf(fields: DraftFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, told]) => [name, Array.isArray(told) ? told.map(told_) : told_(told)]));
}

function told_({ line, text, sure, why }: Receipt<unknown>): Record<string, unknown> {
  return { line, text, sure, why };
}
