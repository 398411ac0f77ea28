// The one error that is thrown on purpose: the machine or the command line is at fault, not a postmortem.

/** Asked for something that cannot be: the command line has to change, not the machine. Everything else is the environment's fault. */
const USAGE_CODES = ['usage', 'not-found', 'dangerous-output'] as const;

interface AppErrorOptions {
  /** What to do about it, as a sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** Shown to the user as `message` and `hint`, without a stack. Problems of the archive are Diagnostic values instead, never thrown. */
export class AppError extends Error {
  /** Kebab-case and stable: `locked`, `disk-full`. */
  readonly code: string;
  readonly hint: string | undefined;

  constructor(code: string, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.hint = options.hint;
  }
}

export function isUsageError(error: AppError): boolean {
  return USAGE_CODES.some((code) => code === error.code);
}
