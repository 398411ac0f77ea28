// The commands about a built site: whether a copy is it, and how it gets to where it is read.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { EDITION_NAMES } from '../core/model/edition.ts';
import { command } from './program-parts.ts';

const VERIFY_NOTES = `
Compares a folder, or what a host sends, with manifest.json: path, bytes, SHA-256, and of a host content types and headers too (cache,
nosniff, content security policy, framing, referrer, transport). A host cannot be asked for files that no manifest names. By itself a copy
is compared with its own manifest; with --manifest, with the one of the site you built. Errors make the exit code 1, warnings only with --strict.`;

const PUBLISH_NOTES = `
TARGET is a folder of this machine, or user@host:/path for rsync over ssh (keys, ports and the like from ~/.ssh/config). Either becomes a
symbolic link to the release that is shown; releases lie beside it, in .NAME.releases.
s3://bucket/prefix is any S3-compatible storage: credentials and region from where the AWS tools look (environment, ~/.aws, roles), the address of
another storage from AWS_ENDPOINT_URL. Needs the package @aws-sdk/client-s3. Pages change one by one there, hashed assets before and deletions after.
With --branch, each publish is one commit that names the commit the site was built from; your files, index and branches are not touched. A publish that was broken off at any moment leaves what was there, and the next one finishes it.`;

export function addPublish(program: Command): void {
  command(program, 'publish', 'put a built site where it is read, whole or not at all')
    .argument('[target]', 'where to: a folder, user@host:/path or s3://bucket/prefix; with --branch a remote of git (default: origin)')
    .option('--branch <name>', 'publish as a commit on this branch of a git repository, such as gh-pages')
    .option('--site <dir>', 'folder of the built site', '_site')
    .addOption(
      new Option('--edition <name>', 'refuse a site of any other edition (default: that of the site shown there)').choices(EDITION_NAMES),
    )
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--keep <number>', 'releases to keep, the one that is shown among them', keep, 3)
    .option('--rollback', 'show again what was shown before')
    .addOption(new Option('--format <format>', 'how to print the result').choices(['text', 'json']).default('text'))
    .addHelpText('after', PUBLISH_NOTES)
    .action(async (target: string | undefined, _options, self: Command) => {
      const { publish } = await import('./commands/publish.ts');
      process.exitCode = await publish(target, self.optsWithGlobals());
    });
}

const BUNDLE_NOTES = `
The HTML file holds its styles and images, runs nothing and loads nothing: it can be mailed or put into a ticket. Links to other incidents are full
addresses where the configuration has a url, else text. The zip holds every file of the site, compared with the manifest; the same site gives the
same zip with the same Node. With "urls: explicit" in the configuration it can be unpacked and opened without a server. Who gets the file can
read it: bundle of the edition that is meant for them.`;

export function addBundle(program: Command): void {
  command(program, 'bundle', 'one incident as a single HTML file, or the whole site as a zip')
    .argument('[incident]', 'id of the incident')
    .option('--archive', 'the whole site as a zip')
    .option('--site <dir>', 'folder of the built site', '_site')
    .option('--output <file>', 'file to write (default: the id with .html, or the name of the folder with .zip)')
    .option('--force', 'replace the file when it is there')
    .addHelpText('after', BUNDLE_NOTES)
    .action(async (incident: string | undefined, _options, self: Command) => {
      const { bundle } = await import('./commands/bundle.ts');
      process.exitCode = await bundle(incident, self.optsWithGlobals());
    });
}

export function addVerify(program: Command): void {
  command(program, 'verify', 'compare a copy of a site, or a live host, with its manifest')
    .argument('<dir|url>', 'folder of the copy, or address of the top of the site')
    .option('--manifest <file>', 'the manifest.json to compare with (default: the one of the copy)')
    .option('--header <header>', 'send "Name: value" with every request; may be repeated', collect, [])
    .option('--connections <number>', 'how many files to ask a host for at once', connections, 8)
    .option('--strict', 'warnings make the exit code 1 too')
    .addOption(new Option('--format <format>', 'how to print the result').choices(['text', 'json']).default('text'))
    .addHelpText('after', VERIFY_NOTES)
    .action(async (target: string, _options, self: Command) => {
      const { verify } = await import('./commands/verify.ts');
      process.exitCode = await verify(target, self.optsWithGlobals());
    });
}

function collect(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

function keep(text: string): number {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (number < 1) throw new InvalidArgumentError('A whole number from 1 to 999.');
  return number;
}

function connections(text: string): number {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > 64) throw new InvalidArgumentError('A whole number from 1 to 64.');
  return number;
}
