// The commands about a built site: whether a copy is it, and how it gets to where it is read.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { command } from './program-parts.ts';

const VERIFY_NOTES = `
Compares a folder, or what a host sends, with manifest.json: path, bytes, SHA-256, and of a host content types and headers too (cache,
nosniff, content security policy, framing, referrer, transport). A host cannot be asked for files that no manifest names. By itself a copy
is compared with its own manifest; with --manifest, with the one of the site you built. Errors make the exit code 1, warnings only with --strict.`;

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

function connections(text: string): number {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > 64) throw new InvalidArgumentError('A whole number from 1 to 64.');
  return number;
}
