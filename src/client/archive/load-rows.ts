// Fetches the archive's rows, once, and says in a sentence why that did not work.
import type { ArchiveRows } from '../../core/rows/archive-rows.ts';
import { readRows } from './read-rows.ts';

/** Meant for the reader, who can try again. */
export class RowsNotLoaded extends Error {}

/** The rows at this address; a call after a failure tries again. */
export function rowsLoader(url: string): () => Promise<ArchiveRows> {
  let loading: Promise<ArchiveRows> | undefined;
  return () => {
    loading ??= fetchRows(url).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

async function fetchRows(url: string): Promise<ArchiveRows> {
  // Asks whether the file is still the newest: a page must not list incidents by last week's rows.
  const response = await fetch(url, { cache: 'no-cache' }).catch(() => undefined);
  if (!response) throw new RowsNotLoaded(unreachable());
  if (!response.ok) throw new RowsNotLoaded(`The list's data could not be fetched: the server answered ${response.status}.`);
  const rows = readRows(await response.json().catch(() => undefined));
  if (!rows) throw new RowsNotLoaded("The list's data could not be read: it is damaged, or of another version of this site.");
  return rows;
}

function unreachable(): string {
  return location.protocol === 'file:'
    ? 'Filtering needs a web server: browsers do not let a page opened from a folder read its own files.'
    : "The list's data could not be fetched: the server did not answer.";
}
