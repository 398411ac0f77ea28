// An error as a message: on the way to another thread it would lose its class and its own fields.
import { AppError } from './app-error.ts';
import { errorChain } from './error-chain.ts';

/** From the outside in, as plain data. */
export type Failure = readonly Link[];

interface Link {
  readonly message: string;
  readonly stack?: string | undefined;
  /** What the system, or an AppError, says besides. */
  readonly fields: Readonly<Record<string, string>>;
  readonly isOfApp: boolean;
}

const FIELDS = ['name', 'code', 'syscall', 'path', 'dest', 'hint'] as const;

export function failureOf(error: unknown): Failure {
  const chain = errorChain(error);
  return (chain.length > 0 ? chain : [new Error(String(error))]).map((link) => ({
    message: link.message,
    stack: link.stack,
    fields: Object.fromEntries(FIELDS.flatMap((name) => textField(link, name))),
    isOfApp: link instanceof AppError,
  }));
}

function textField(error: Error, name: string): [string, string][] {
  const value = (error as unknown as Record<string, unknown>)[name];
  return typeof value === 'string' ? [[name, value]] : [];
}

/** The error again, with what caused it. */
export function errorOf([outer, ...inner]: Failure): Error {
  const { message, stack, fields, isOfApp } = outer ?? { message: 'no reason given', fields: {}, isOfApp: false };
  const cause = inner.length > 0 ? { cause: errorOf(inner) } : {};
  const { hint, ...own } = fields;
  const error = isOfApp
    ? new AppError(own.code ?? '', message, { ...(hint !== undefined && { hint }), ...cause })
    : new Error(message, cause);
  return Object.assign(error, own, stack !== undefined && { stack });
}
