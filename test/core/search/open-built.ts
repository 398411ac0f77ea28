// An index of an archive, opened from memory.
import type { Archive } from '../../../src/core/model/archive.ts';
import { SearchFileError } from '../../../src/core/search/files/error.ts';
import { openIndex, type SearchIndex } from '../../../src/core/search/reader.ts';
import { builtFiles } from './built-index.ts';

export interface OpenedIndex {
  readonly index: SearchIndex;
  readonly files: Map<string, Uint8Array>;
  /** Paths in the order they were asked for. */
  readonly asked: string[];
}

export function openBuilt(archive: Archive): OpenedIndex {
  const files = builtFiles(archive);
  const asked: string[] = [];
  const index = openIndex(async (path) => {
    asked.push(path);
    const bytes = files.get(path);
    if (!bytes) throw new SearchFileError(path, 'it is not there');
    return bytes;
  });
  return { index, files, asked };
}
