// The commands about action items, and their options.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { ACTION_COLUMNS, GROUPINGS } from '../core/tracker/state.ts';
import { VIEWS } from '../core/tracker/views.ts';
import { command, day } from './program-parts.ts';

const FORMATS = ['table', 'json', 'csv', 'markdown'];

const LIST_NOTES = `
The filters are those of the page /actions/, with the same rows in the same order. Several values of one option, behind commas or each with an
option of its own, are alternatives; different options must all hold. Columns to sort by: ${ACTION_COLUMNS.join(', ')}; -age runs down.

Examples:
  hindsight actions --overdue --owner ana
  hindsight actions --view due-14 --group team --format markdown
  hindsight actions --no-owner --severity SEV1,SEV2 --sort age`;

const SET_NOTES = `
Fields: title, type, status, priority, owner, team, created, due, completed, ticket, done_when, evidence, reason, id; FIELD= takes one out.
The file is read again before it is written: an edit that would bring an error, or change anything else, is refused with exit code 1.`;

const DIGEST_NOTES = `
In a git repository, closed, new, re-dated and reassigned are what was committed in that time. Without a history, the digest says why there is none
and goes by the days in the files.`;

export function addActions(program: Command): void {
  const actions = command(program, 'actions', 'the tracker of action items in the terminal: list them, or set fields of one');
  actions.addHelpText('after', '\nWithout a command the items are listed: hindsight actions --overdue; see hindsight actions list --help.');
  addList(actions);
  addSet(actions);
}

function addList(actions: Command): void {
  const list = actions.command('list', { isDefault: true }).description('list action items').helpOption('-h, --help', 'show this help');
  // They are refused in words of our own.
  list.allowExcessArguments(true);
  for (const [flag, what] of Object.entries(FACET_FLAGS)) list.option(`--${flag} <names>`, what, gather);
  list
    .option('--no-owner', 'open items of nobody')
    .option('--overdue', 'open items past their due day')
    .addOption(new Option('--no-due', 'open items without a due day').default(undefined))
    .option('--blocked', 'blocked items')
    .option('--recurring', 'promises made more than once')
    .addOption(new Option('--view <view>', 'a saved view of the page').choices([...VIEWS]))
    .option('--due-before <date>', 'due before that day', day)
    .option('--due-after <date>', 'due after that day', day)
    .option('--older-than <days>', 'promised more than so many days ago: 90 or 90d', days)
    .option('--text <words>', 'words that must all occur')
    .option('--sort <column>', 'column to sort by (default: due, the most overdue first)')
    .addOption(new Option('--group <by>', 'put what belongs together under one head').choices([...GROUPINGS]))
    .addOption(new Option('--format <format>', 'how to print the list').choices(FORMATS).default('table'))
    .option('--json', 'the same as --format json')
    .option('--as-of <date>', 'the tracker as it stood at the end of that day (default: today)', day)
    .addHelpText('after', LIST_NOTES)
    .action(async (_options, self: Command) => {
      const { refuseListWords } = await import('./actions/stray-words.ts');
      refuseListWords(self.args);
      const { listActions } = await import('./commands/actions-list.ts');
      process.exitCode = await listActions(self.optsWithGlobals());
    });
}

const FACET_FLAGS = {
  status: 'open, in_progress, blocked, done or wont_do',
  owner: 'whose they are: an id or a name',
  team: 'the team of the item, else that of its owner',
  service: 'services of the incident',
  priority: 'P1, P2, …',
  type: 'prevent, mitigate, detect, repair, investigate, process or document',
  severity: 'severities of the incident',
  tag: 'tags of the incident',
  incident: 'ids of incidents',
} as const;

function addSet(actions: Command): void {
  command(actions, 'set', 'change one action item in its file, and no other byte')
    .argument('<item>', 'INCIDENT/ITEM, such as 2026-11-20-checkout-errors/AI-1')
    .argument('<change...>', 'FIELD=VALUE, such as status=done completed=2026-11-22')
    .option('--as-of <date>', 'day that times in the future are told by (default: today)', day)
    .option('--json', 'print what was changed, or the problems, as JSON')
    .addHelpText('after', SET_NOTES)
    .action(async (item: string, changes: string[], _options, self: Command) => {
      const { setAction } = await import('./commands/actions-set.ts');
      process.exitCode = await setAction(item, changes, self.optsWithGlobals());
    });
}

export function addDigest(program: Command): void {
  command(program, 'digest', 'what became late, is due, was closed and is new, as Markdown for chat or mail')
    .allowExcessArguments(true)
    .option('--since <time>', 'how far to look back: 7d, 2w, 1m, or a day', '7d')
    .option('--team <names>', 'action items of a team', gather)
    .option('--owner <names>', 'action items of a person', gather)
    .option('--service <names>', 'action items after incidents of a service', gather)
    .option('--as-of <date>', 'the last day of that time, with the archive as it stood then (default: today)', day)
    .option('--no-history', 'go by the days in the files, and do not ask git')
    .addHelpText('after', DIGEST_NOTES)
    .action(async (_options, self: Command) => {
      const { refuseDigestWords } = await import('./actions/stray-words.ts');
      refuseDigestWords(self.args);
      const { digest } = await import('./commands/digest.ts');
      process.exitCode = await digest(self.optsWithGlobals());
    });
}

function gather(value: string, before: unknown): string[] {
  return [...(Array.isArray(before) ? (before as string[]) : []), value];
}

function days(text: string): number {
  const count = /^(\d{1,5})d?$/.exec(text)?.[1];
  if (count === undefined) throw new InvalidArgumentError('A number of days, such as 90.');
  return Number(count);
}
