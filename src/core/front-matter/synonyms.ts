// What other templates and trackers call our fields, where no misspelling leads from one name to the other.

const NAMES: readonly (readonly [field: string, others: string])[] = [
  ['title', 'name headline'],
  ['started', 'date start start_time started_at begin began'],
  ['detected', 'detected_at discovered'],
  ['resolved', 'end end_time ended resolved_at closed'],
  ['summary', 'description tldr abstract'],
  ['tags', 'keywords labels categories'],
  ['services', 'components systems products'],
  ['signatures', 'errors error_messages alerts'],
  ['commander', 'incident_commander lead'],
  ['action_items', 'actions follow_ups followups todos'],
  ['owner', 'assignee responsible who'],
  ['due', 'deadline by'],
  ['completed', 'done closed_at finished'],
  ['at', 'time when'],
  ['text', 'event what description'],
  ['url', 'href link'],
];

/** Other name → the fields it may mean, by the group they stand in. */
export const FIELD_SYNONYMS: ReadonlyMap<string, readonly string[]> = collect();

function collect(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [field, others] of NAMES) for (const other of others.split(' ')) found.set(other, [...(found.get(other) ?? []), field]);
  return found;
}
