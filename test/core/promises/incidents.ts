// Incidents with promises, for tests: as few fields as the test is about.
import type { ActionItem } from '../../../src/core/model/action-item.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import type { Timestamp } from '../../../src/core/model/timestamp.ts';
import { findRecurring } from '../../../src/core/promises/recurring.ts';
import { bareIncident } from '../bare-incident.ts';

export function item(title: string, more: Partial<ActionItem> = {}): ActionItem {
  return { id: 'AI-1', title: { source: title, plain: title, html: title }, status: 'open', place: { line: 1 }, ...more };
}

export function day(iso: string): Timestamp {
  return { iso, epoch: Date.parse(iso), zone: 'UTC', precision: 'date', approximate: false };
}

/** An incident with these promises, numbered in order. */
export function incident(id: string, titles: readonly (string | ActionItem)[], more: Partial<Incident> = {}): Incident {
  const actionItems = titles.map((title, index) => (typeof title === 'string' ? item(title, { id: `AI-${index + 1}` }) : title));
  return { ...bareIncident(id), actionItems, ...more };
}

/** Groups as lists of `INCIDENT/ITEM`, the strongest first. */
export function groupsOf(incidents: readonly Incident[]): string[][] {
  const key = new Map(incidents.flatMap(({ id, actionItems }) => actionItems.map((one) => [one, `${id}/${one.id}`] as const)));
  return recurringOf(incidents).map(({ items }) => items.map((one) => key.get(one) ?? ''));
}

export function recurringOf(incidents: readonly Incident[]) {
  const byId = new Map(incidents.map((one) => [one.id, one]));
  return findRecurring(incidents, { find: (id) => byId.get(id), nameOf: ({ value }) => value });
}
