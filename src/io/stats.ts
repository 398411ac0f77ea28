// What stands at a path, without exceptions.
import { type Stats, statSync } from 'node:fs';

/** Symbolic links are followed. Undefined for what is not there and for what may not be looked at. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
