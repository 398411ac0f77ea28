// The commands and their options. What a command does is loaded only when it is run, so that `--help` answers at once.
import { Command, InvalidArgumentError, Option } from 'commander';
import { packageVersion } from '../site/package.ts';
import { addActions, addDigest } from './program-actions.ts';
import { command, day, editionOption } from './program-parts.ts';
import { addBundle, addPublish, addVerify } from './program-publish.ts';
import { FORMAT_NAMES } from './report/formats.ts';

const EXAMPLES = `
Examples:
  hindsight new "Checkout errors after a configuration push"
  hindsight check
  hindsight build --output public
  hindsight serve
  hindsight search 'service:payments "connection pool"'
  hindsight triage < error.log
  hindsight import wiki-export/ --dry-run
  hindsight actions set 2026-11-20-checkout-errors/AI-1 status=done completed=2026-11-22

Exit codes: 0 fine, 1 problems found in the archive, 2 wrong usage, 3 the environment (disk, permissions, port).`;

const BUILD_NOTES = `
The site is built beside the output and swapped in whole: when the build stops, for whatever reason, the old site stands.`;

const IMPORT_NOTES = `
Reads Markdown, text, HTML, .docx, and JSON exports of Opsgenie, incident.io, FireHydrant, Rootly, PagerDuty and Statuspage. Nothing is
invented: every field names the line it was read from, and what is not certain is written as a comment to confirm. Running it again changes
nothing; a file that somebody has changed since is left alone. With --format json, --output is the folder of the objects. The exit code is 1
when a document could not be read.`;

const TRIAGE_NOTES = `
Numbers, ids, addresses, hosts, paths, times and hashes count for nothing: "ERR_4012 at 10.1.2.3" finds "ERR_4012 at 10.9.9.9". Where nothing
in the archive is like it, that is said.`;

const CHECK_NOTES = `
Problems are printed as "file:line:column severity code  message"; with --json as an array of
{file, line, column, severity, code, message, hint}. Only errors make the exit code 1.`;

export function makeProgram(): Command {
  const program = new Command('hindsight')
    .description('Compiles a folder of annotated postmortems into a static knowledge base.')
    .version(packageVersion, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .option('--input <dir>', 'folder of the postmortems (default: postmortems)')
    .option('--config <file>', 'configuration of the site (default: _data/site.yaml beside that folder)')
    .addHelpText('after', EXAMPLES)
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();
  addBuild(program);
  addCheck(program);
  addNew(program);
  addServe(program);
  addSearch(program);
  addTriage(program);
  addActions(program);
  addDigest(program);
  addImport(program);
  addPublish(program);
  addVerify(program);
  addBundle(program);
  return program;
}

function addBuild(program: Command): void {
  command(program, 'build', 'build the site')
    .option('--output <dir>', 'folder of the site', '_site')
    .addOption(editionOption())
    .option('--as-of <date>', 'the archive as it stood at the end of that day, and "overdue" and "ago" counted to it (default: today)', day)
    .option('--allow-errors', 'leave incidents with errors out instead of stopping')
    .option('--precompress', 'write .br and .gz beside every text file, for servers that send them as they are')
    .option('--no-history', 'do not ask git: neither for the history of action items nor for the archive of a day')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', BUILD_NOTES)
    .action(async (_options, self: Command) => {
      const { build } = await import('./commands/build.ts');
      process.exitCode = await build(self.optsWithGlobals());
    });
}

function addCheck(program: Command): void {
  command(program, 'check', 'report every problem of every file')
    .argument('[file...]', 'files or folders to report on; links are still checked against the whole archive')
    .addOption(new Option('--format <format>', 'how to print the problems').choices(FORMAT_NAMES).default('text'))
    .option('--json', 'the same as --format json')
    .addHelpText('after', CHECK_NOTES)
    .action(async (files: string[], _options, self: Command) => {
      const { check } = await import('./commands/check.ts');
      process.exitCode = await check(files, self.optsWithGlobals());
    });
}

function addNew(program: Command): void {
  command(program, 'new', 'write a postmortem from the template')
    .argument('<title>', 'what happened, in a few words')
    .option('--severity <label>', 'severity, as the site names it')
    .option('--started <time>', 'when it began: 2026-11-20 or 2026-11-20T14:02 (default: today)')
    .addHelpText(
      'after',
      '\nThe template is _template.md in the folder of the postmortems, where there is one. Prints the path of the new file.',
    )
    .action(async (title: string, _options, self: Command) => {
      const { create } = await import('./commands/new.ts');
      process.exitCode = await create(title, self.optsWithGlobals());
    });
}

function addServe(program: Command): void {
  command(program, 'serve', 'build the site, show it in the browser, and keep both up to date')
    .addOption(editionOption())
    .option('--port <number>', 'port to listen on (default: the first free one from 8080)', port)
    .option('--host <address>', 'address to listen on; anything but the default lets others read the archive', '127.0.0.1')
    .action(async (_options, self: Command) => {
      const { serve } = await import('./commands/serve.ts');
      process.exitCode = await serve(self.optsWithGlobals());
    });
}

function addSearch(program: Command): void {
  command(program, 'search', 'search a built site, in the order of its own search page')
    .argument('<query...>', 'words, "phrases", -without, service:checkout, severity:<=2, … as on the page; put it between single quotes')
    .option('--site <dir>', 'folder of the built site', '_site')
    .option('--limit <number>', 'how many incidents to show', limit, 10)
    .option('--json', 'print an array of {id, title, score, section, url}, the best first')
    // A query may begin with a dash: --no-cache, -vendor.
    .allowUnknownOption()
    .action(async (query: string[], _options, self: Command) => {
      const { searchSite } = await import('./commands/search.ts');
      process.exitCode = await searchSite(query.join(' '), self.optsWithGlobals());
    });
}

function addTriage(program: Command): void {
  command(program, 'triage', 'find past incidents that look like an alert, a log or a stack trace, and what fixed them')
    .argument('[file]', 'file to read (default: what is piped in); the first 200 kB count')
    .option('--limit <number>', 'how many incidents to show', limit, 5)
    .option(
      '--json',
      'print an array of {id, title, score, strength, signatures, words, fix, runbooks, open_actions, …}, the closest first',
    )
    .addHelpText('after', TRIAGE_NOTES)
    .action(async (file: string | undefined, _options, self: Command) => {
      const { triageLog } = await import('./commands/triage.ts');
      process.exitCode = await triageLog(file, self.optsWithGlobals());
    });
}

function addImport(program: Command): void {
  command(program, 'import', 'make annotated postmortems of documents that exist already')
    .argument('<file...>', 'files, or folders of them')
    .option('--output <dir>', 'folder of the archive to write into (default: that of the postmortems)')
    .addOption(
      new Option('--format <format>', 'md writes postmortems; json prints what was read, an object a document')
        .choices(['md', 'json'])
        .default('md'),
    )
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--timezone <zone>', 'zone of times in texts that state none')
    .addOption(new Option('--date-order <order>', 'how to read 03/04/2024').choices(['dmy', 'mdy']))
    .option('--merge', 'link tellings of one incident by duplicate_of')
    .option('--force', 'import also what is no postmortem: templates, runbooks')
    .option('--report <file>', 'write what was read, guessed and left out, document by document, as JSON')
    .addHelpText('after', IMPORT_NOTES)
    .action(async (files: string[], _options, self: Command) => {
      const { importDocuments } = await import('./commands/import.ts');
      process.exitCode = await importDocuments(files, self.optsWithGlobals());
    });
}

function limit(text: string): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (number < 1) throw new InvalidArgumentError('A whole number from 1.');
  return number;
}

function port(text: string): number {
  const number = /^\d+$/.test(text) ? Number(text) : -1;
  if (number < 0 || number > 65535) throw new InvalidArgumentError('A port is a number from 0 to 65535; 0 takes any free one.');
  return number;
}
