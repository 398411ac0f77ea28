// Parts of the program that only some queries want. A browser fetches each when it is first wanted.
import { SearchFileError } from './files/error.ts';

/** Rejects with a SearchFileError where the part does not arrive. */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new SearchFileError('assets', 'a part of its script could not be loaded', { cause });
  }
}
