// Refusals of the operating system (a full disk, a folder without permission) told as one sentence instead of a stack.
import { AppError } from './app-error.ts';
import { errorChain } from './error-chain.ts';

interface Explanation {
  readonly code: string;
  readonly say: (path: string) => string;
  readonly hint: string;
}

const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  ENOSPC: {
    code: 'disk-full',
    say: (path) => `The disk is full: ${path} could not be written.`,
    hint: 'Free some space, or write to another disk with --output.',
  },
  EDQUOT: {
    code: 'disk-full',
    say: (path) => `The disk quota is used up: ${path} could not be written.`,
    hint: 'Free some space, or write to another disk with --output.',
  },
  EACCES: { code: 'no-permission', say: (path) => `No permission for ${path}.`, hint: 'Check who owns it and the folder it is in.' },
  EPERM: { code: 'no-permission', say: (path) => `${path} may not be changed.`, hint: 'Check who owns it and the folder it is in.' },
  EROFS: {
    code: 'read-only',
    say: (path) => `${path} is on a read-only file system.`,
    hint: 'Write somewhere else with --output.',
  },
  EMFILE: { code: 'too-many-files', say: () => 'Too many open files.', hint: 'Raise the limit: ulimit -n 4096.' },
  ENFILE: { code: 'too-many-files', say: () => 'The system has too many open files.', hint: 'Close some programs and try again.' },
  EIO: { code: 'disk-error', say: (path) => `The disk reports an error at ${path}.`, hint: 'Check the disk.' },
  EBUSY: {
    code: 'busy',
    say: (path) => `${path} is in use and cannot be replaced.`,
    hint: 'If it is a mount point, give a folder inside it: --output MOUNT/site.',
  },
  EXDEV: {
    code: 'mount-point',
    say: (path) => `${path} is on another disk than the folder it is in, so it cannot be replaced in one step.`,
    hint: 'Give a folder inside it: --output MOUNT/site.',
  },
  ENAMETOOLONG: { code: 'name-too-long', say: (path) => `The name is too long for the disk: ${path}.`, hint: 'Shorten it.' },
  ELOOP: { code: 'link-loop', say: (path) => `Symbolic links go round in a circle at ${path}.`, hint: 'Remove one of them.' },
};

/**
 * The error, or what caused it, as an AppError; undefined when no refusal of the system is behind it, that is, for a bug. The system does not
 * always say which file it was about: then it was something in `place`.
 */
export function explainSystemError(error: unknown, place: string): AppError | undefined {
  for (const current of errorChain(error)) {
    if (current instanceof AppError) return current;
    const { code, path, dest, syscall } = current as NodeJS.ErrnoException & { dest?: string };
    const known = code === undefined || syscall === undefined ? undefined : EXPLANATIONS[code];
    if (known !== undefined)
      return new AppError(known.code, known.say(dest ?? path ?? `a file in ${place}`), { hint: known.hint, cause: error });
  }
  return undefined;
}

/** The system's own word for a failure, for messages: `EACCES`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
