// Runs the command line: the one place that turns errors into words and into exit codes.
import { CommanderError } from 'commander';
import { AppError, isUsageError } from '../io/app-error.ts';
import { tellError } from '../io/error-chain.ts';
import { clearProgress, guardOutput, note } from '../io/log.ts';
import { explainSystemError } from '../io/system-error.ts';
import { EXIT } from './exit-codes.ts';
import { makeProgram } from './program.ts';

/** `argv` is that of the process. Sets the exit code and returns; never throws. */
export async function main(argv: readonly string[]): Promise<void> {
  guardOutput((error) => fail(error));
  process.on('uncaughtException', (error) => {
    fail(error);
    process.exit();
  });
  try {
    process.exitCode = EXIT.ok;
    await makeProgram().parseAsync([...argv]);
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  clearProgress();
  process.exitCode = say(error);
}

/** Returns the exit code. */
function say(error: unknown): number {
  // commander has said what is wrong, or shown the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const known = error instanceof AppError ? error : explainSystemError(error, process.cwd());
  if (known === undefined) {
    note(`error: Hindsight itself failed; nothing in the archive or the output was changed. Please report this:\n${tellError(error)}`);
    return EXIT.environment;
  }
  note(`error: ${known.message}`);
  if (known.hint !== undefined) note(`  ${known.hint}`);
  return isUsageError(known) ? EXIT.usage : EXIT.environment;
}
