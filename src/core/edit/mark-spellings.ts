// How the fields of an action item are written in the body: as marks behind its title, and as values in a column of their own.
import type { FieldKey } from './changes.ts';
import type { OwnFields } from './wanted.ts';

/** Some fields of an item, as one mark or cell gives them. */
export type SomeFields = { readonly [K in FieldKey]?: string | undefined };

const STATUS_WORDS: Readonly<Record<OwnFields['status'], string>> = {
  open: 'open',
  in_progress: 'in progress',
  blocked: 'blocked',
  done: 'done',
  wont_do: "won't do",
};

const HANDLE = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,60}$/u;

/** One field by itself, the shortest way first. */
const SPELLINGS: Readonly<Record<Exclude<FieldKey, 'title' | 'status'>, (value: string) => readonly string[]>> = {
  id: (value) => [value, `id: ${value}`],
  owner: (value) => (HANDLE.test(value) ? [`@${value}`, `owner: ${value}`] : [`owner: ${value}`]),
  team: (value) => [`team: ${value}`],
  type: (value) => [value, `type: ${value}`],
  priority: (value) => [value, `priority: ${value}`],
  created: (value) => [`created ${value}`],
  due: (value) => [`due ${value}`],
  completed: (value) => [`done ${value}`],
  ticket: (value) => [value, `ticket: ${value}`],
  done_when: (value) => [`done when: ${value}`],
  evidence: (value) => [`evidence: ${value}`],
  reason: (value) => [`reason: ${value}`],
};

/** What a sub-item or a column calls a field. */
export const FIELD_TITLES: Readonly<Record<Exclude<FieldKey, 'title'>, string>> = {
  id: 'Id',
  owner: 'Owner',
  team: 'Team',
  type: 'Type',
  priority: 'Priority',
  status: 'Status',
  created: 'Created',
  due: 'Due',
  completed: 'Completed',
  ticket: 'Ticket',
  done_when: 'Done when',
  evidence: 'Evidence',
  reason: 'Reason',
};

/** Runs of marks that say all these fields; an empty run where saying nothing may say it. */
export function markSpellings({ status, reason, completed, title: _title, ...others }: SomeFields): string[][] {
  const rest = (Object.entries(others) as [keyof typeof others, string | undefined][]).map(([field, value]) =>
    value === undefined ? [] : SPELLINGS[field](value),
  );
  const state = stateSpellings({ status, reason, completed });
  const most = Math.max(1, ...rest.map((ways) => ways.length));
  return Array.from({ length: most }, (_, way) => rest.flatMap((ways) => ways[Math.min(way, ways.length - 1)] ?? [])).flatMap((marks) =>
    state.map((said) => [...marks, ...said]),
  );
}

/** Where an item stands, why, and since when: one mark says it where one can. */
function stateSpellings({ status, reason, completed }: SomeFields): string[][] {
  const why = reason === undefined ? [] : [`reason: ${reason}`];
  if (completed !== undefined) return status === undefined || status === 'done' ? [[`done ${completed}`, ...why]] : [];
  if (status === undefined) return [why];
  const word = STATUS_WORDS[status as OwnFields['status']];
  const isReasoned = reason !== undefined && (status === 'blocked' || status === 'wont_do');
  return [...(status === 'open' || status === 'done' ? [why] : []), ...(isReasoned ? [[`${word}: ${reason}`]] : []), [word, ...why]];
}

/** What a column or a labelled line for one field holds to say these fields; nothing where it cannot say them. */
export function valueSpellings(column: FieldKey, { status, reason, completed, ...others }: SomeFields): string[] {
  const [only, ...more] = Object.entries(others).filter(([, value]) => value !== undefined);
  if (only) return more.length === 0 && only[0] === column && status === undefined && only[1] !== undefined ? [only[1]] : [];
  const word = status === undefined ? '' : STATUS_WORDS[status as OwnFields['status']];
  if (column === 'completed') return completed !== undefined ? [completed] : reason === undefined && word !== '' ? [word] : [];
  if (column === 'reason') return status === undefined && reason !== undefined ? [reason] : [];
  if (column !== 'status') return [];
  if (completed !== undefined) return reason === undefined ? [`done ${completed}`] : [];
  if (reason === undefined) return word === '' ? [] : [word];
  return word === '' ? [reason] : [`${word}: ${reason}`];
}
