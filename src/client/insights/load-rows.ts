// Fetches the figures of every incident, once, and says in a sentence why that did not work.
import { type InsightsRows, TERM_KINDS } from '../../core/insights/rows.ts';
import { sayRefusal } from '../answer.ts';

/** Meant for the reader. */
export class FiguresNotLoaded extends Error {}

/** The rows at this address; a call after a failure tries again. */
export function figuresLoader(url: string): () => Promise<InsightsRows> {
  let loading: Promise<InsightsRows> | undefined;
  return () => {
    loading ??= fetchFigures(url).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

async function fetchFigures(url: string): Promise<InsightsRows> {
  // Asks whether the file is still the newest: figures of last week must not stand beside those of today.
  const response = await fetch(url, { cache: 'no-cache' }).catch(() => undefined);
  if (!response) throw new FiguresNotLoaded(unreachable());
  if (!response.ok) throw new FiguresNotLoaded(`The figures could not be fetched: ${sayRefusal(response)}.`);
  const rows: unknown = await response.json().catch(() => undefined);
  if (!areRows(rows)) throw new FiguresNotLoaded('The figures could not be read: they are damaged, or of another version of this site.');
  return rows;
}

function areRows(value: unknown): value is InsightsRows {
  if (typeof value !== 'object' || value === null) return false;
  const rows = value as Partial<InsightsRows>;
  if (rows.version !== 1 || typeof rows.asOf !== 'string' || !Array.isArray(rows.metrics) || !Array.isArray(rows.severities)) return false;
  const { terms, incidents } = rows;
  if (!terms || !TERM_KINDS.every((kind) => Array.isArray(terms[kind])) || !Array.isArray(incidents)) return false;
  return incidents.every(
    (incident) => typeof incident?.id === 'string' && [incident.lengths, ...TERM_KINDS.map((kind) => incident[kind])].every(Array.isArray),
  );
}

function unreachable(): string {
  return location.protocol === 'file:'
    ? 'Picking a period needs a web server: browsers do not let a page opened from a folder read its own files.'
    : 'The figures could not be fetched: the server did not answer.';
}
