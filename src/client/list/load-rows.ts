// Fetches a list's rows, once, and says in a sentence why that did not work.
import { sayRefusal } from '../answer.ts';

/** Meant for the reader, who can try again. */
export class RowsNotLoaded extends Error {}

/** Undefined for what are not the list's rows: a damaged file must be told, not shown as an empty list. */
export type ReadRows<Rows> = (json: unknown) => Rows | undefined;

/** The rows at this address; a call after a failure tries again. */
export function rowsLoader<Rows>(url: string, read: ReadRows<Rows>): () => Promise<Rows> {
  let loading: Promise<Rows> | undefined;
  return () => {
    loading ??= fetchRows(url, read).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

async function fetchRows<Rows>(url: string, read: ReadRows<Rows>): Promise<Rows> {
  // Asks whether the file is still the newest: a page must not list incidents by last week's rows.
  const response = await fetch(url, { cache: 'no-cache' }).catch(() => undefined);
  if (!response) throw new RowsNotLoaded(unreachable());
  if (!response.ok) throw new RowsNotLoaded(`The list's data could not be fetched: ${sayRefusal(response)}.`);
  const json: unknown = await response.json().catch(() => undefined);
  await pause();
  const rows = read(json);
  await pause();
  if (!rows) throw new RowsNotLoaded("The list's data could not be read: it is damaged, or of another version of this site.");
  return rows;
}

/** Parsing, reading and showing are a task each: all in one they would hold up what the reader does meanwhile. */
function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

function unreachable(): string {
  return location.protocol === 'file:'
    ? 'Filtering needs a web server: browsers do not let a page opened from a folder read its own files.'
    : "The list's data could not be fetched: the server did not answer.";
}
