// Problems of reading: times that cannot be, and what is told twice or cannot be placed.
import type { Problem } from '../markdown/problems.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

export const READING_PROBLEMS = [
  {
    code: 'bad-time',
    severity: 'error',
    title: 'A date or time cannot be.',
    why: 'An hour 25 or a 30 February is a slip of the hand. Guessing what was meant would put a wrong time into every figure built on it.',
    bad: 'started: 2024-02-30T14:02',
    fixed: 'started: 2024-02-29T14:02',
    message: (found) => `${found}.`,
    hint: 'Correct it; a day alone, such as 2024-02-29, is allowed.',
  },
  {
    code: 'skipped-local-time',
    severity: 'warning',
    title: 'The clocks of the zone jumped over this time.',
    why: 'In spring a local hour does not happen. The time is read an hour later, which may not be what was meant.',
    bad: 'started: 2024-03-31T02:30 with timezone: Europe/Copenhagen',
    fixed: 'started: 2024-03-31T03:30+02:00',
    message: (found) => `${found}: the clocks went forward over it.`,
    hint: 'Write the time with its offset from UTC.',
  },
  {
    code: 'ambiguous-local-time',
    severity: 'warning',
    title: 'The clocks of the zone showed this time twice.',
    why: 'In autumn a local hour happens twice. The first is taken; if the second was meant, every duration is wrong by an hour.',
    bad: 'started: 2024-10-27T02:30 with timezone: Europe/Copenhagen',
    fixed: 'started: 2024-10-27T02:30+01:00',
    message: (found) => `${found}: the clocks went back, and the first of the two is taken.`,
    hint: 'Write the time with its offset from UTC.',
  },
  {
    code: 'unclear-time',
    severity: 'warning',
    title: 'A time in the text does not say which day it is on.',
    why: 'A time of day needs the start of the incident beside it, and 03/04/2024 is two different days. The entry stays, without a time.',
    bad: '- 03/04/2024 14:02 Checkout fails',
    fixed: '- 2024-04-03 14:02 Checkout fails',
    message: (found) => `${found}; the entry has no time.`,
    hint: 'Write the date as 2024-04-03, or give `started` in the front matter.',
  },
  {
    code: 'given-twice',
    severity: 'error',
    title: 'The same thing stands in the front matter and in the text.',
    why: 'Two timelines or two lists of action items drift apart, and nobody knows which of them is kept up.',
    bad: 'action_items in the front matter and a list under "## Action items"',
    fixed: 'One of the two.',
    message: (found) => `${found}.`,
    hint: 'Keep one of them: both spellings make the same page.',
  },
  {
    code: 'unknown-action-column',
    severity: 'warning',
    title: 'A column of the action items is not understood.',
    why: 'What stands in it is kept behind the title of each item, where no index or filter can use it.',
    bad: '| Action | Owner | Effort |',
    fixed: '| Action | Owner | Priority | Due | Status | Ticket |',
    message: (found) => `The column ${found} of the action items is not understood; its text is kept in the titles.`,
    hint: 'Columns are: id, action, owner, team, type, priority, status, created, due, completed, ticket, done when, evidence, reason.',
  },
  {
    code: 'quoted-actions',
    severity: 'warning',
    title: 'Action items stand in a quotation.',
    why: 'What is quoted is the text of others: it is shown, and nobody is held to it. The tracker does not have these items.',
    bad: '> - [ ] Alert on queue depth (@ana)',
    fixed: '- [ ] Alert on queue depth (@ana)',
    message: (found) => `${found} stands in a quotation, and is not read as action items.`,
    hint: 'Take the ">" away where they are promises of this incident.',
  },
  {
    code: 'action-id-twice',
    severity: 'error',
    title: 'Two action items of one incident have the same id.',
    why: 'A link to the item, and an edit of it from the command line, need one item to go to.',
    bad: 'AI-1 for the first and for the second item',
    fixed: 'AI-1 and AI-2',
    message: (found) => `${found}.`,
    hint: 'Give one of them another id, or leave ids out: items are then numbered in order.',
  },
] as const satisfies readonly Problem[];

export type ReadingProblemCode = (typeof READING_PROBLEMS)[number]['code'];

/** Where in a file, resolved. */
export type Spot = Pick<Diagnostic, 'file' | 'line' | 'column'>;

export function readingProblem(code: ReadingProblemCode, found: string, spot: Spot): Diagnostic {
  const problem: Problem | undefined = READING_PROBLEMS.find((each) => each.code === code);
  const { severity = 'error', hint = '' } = problem ?? {};
  return { ...spot, severity, code, message: problem?.message(found) ?? found, ...(hint && { hint }) };
}
