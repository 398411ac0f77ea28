// A problem of the configuration, before its place in the file is known.
import { closest } from '../text/closest.ts';

export interface ConfigProblem {
  readonly path: readonly (string | number)[];
  readonly key?: boolean;
  readonly message: string;
  readonly hint?: string;
}

/** A name that leads nowhere, with what was probably meant. */
export function unknown(
  path: ConfigProblem['path'],
  said: { readonly message: string; readonly name: string; readonly known: readonly string[] },
): ConfigProblem {
  const meant = closest(said.name, said.known);
  const shown = said.known.length <= 12 ? `It must be one of ${said.known.join(', ')}.` : undefined;
  const hint = meant === undefined ? shown : `Did you mean "${meant}"?`;
  return { path, message: said.message, ...(hint !== undefined && { hint }) };
}

export function wrong(path: ConfigProblem['path'], message: string, hint?: string): ConfigProblem {
  return { path, message, ...(hint !== undefined && { hint }) };
}
