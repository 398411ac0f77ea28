// Words of a command line that no option takes, told with the option that was meant.
import { statusOf } from '../../core/body/action-fields.ts';
import { closest } from '../../core/text/closest.ts';
import { VIEWS } from '../../core/tracker/views.ts';
import { AppError } from '../../io/app-error.ts';
import { visible } from '../report/visible.ts';

/** Views that are options of their own. */
const FLAGS = ['overdue', 'no-owner', 'no-due', 'blocked', 'recurring'];
const COMMANDS = ['list', 'set'];

/** Throws for `hindsight actions overdue`. */
export function refuseListWords([word]: readonly string[]): void {
  if (word === undefined) return;
  refuse(word, meantInList(word) ?? 'What narrows the list are options, such as --team payments or --text "load test".');
}

/** Throws for `hindsight digest payments`. */
export function refuseDigestWords([word]: readonly string[]): void {
  if (word !== undefined) refuse(word, 'What narrows the digest are options, such as --team payments or --since 7d.');
}

function meantInList(word: string): string | undefined {
  const status = statusOf(word);
  if (status !== undefined) return `Did you mean --status ${status}?`;
  const near = closest(word, [...COMMANDS, ...VIEWS]);
  if (near === undefined) return undefined;
  if (COMMANDS.includes(near)) return `Did you mean hindsight actions ${near}?`;
  return `Did you mean ${FLAGS.includes(near) ? `--${near}` : `--view ${near}`}?`;
}

function refuse(word: string, hint: string): never {
  throw new AppError('usage', `"${visible(word)}" belongs to no option.`, { hint });
}
