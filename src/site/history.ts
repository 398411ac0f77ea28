// What git knows of the archive that is loaded: the history of its action items, and the commit its files are of.
import type { Incident } from '../core/model/incident.ts';
import type { Ledger } from '../core/model/ledger.ts';
import type { SiteConfig } from '../core/model/site-config.ts';
import { readSource, type Source } from '../io/git-source.ts';
import { type Cut, ledgerEdition } from './edition.ts';
import { type LedgerMemory, readLedger } from './ledger.ts';
import type { LookBack } from './look-back.ts';

/** Milliseconds; a status of ten thousand files takes a fraction of a second. */
export const GIT_TIME_LIMIT = 60_000;

export interface History {
  readonly ledger?: Ledger;
  readonly source?: Source | undefined;
}

interface HistoryWanted {
  /** Folder of the archive, absolute. */
  readonly folder: string;
  readonly configFile: string | undefined;
  readonly config: SiteConfig;
  readonly paths: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  readonly cut: Cut | undefined;
  readonly back: LookBack | undefined;
}

/** The history of the action items, and the commit the files are of. */
export async function readHistory(shown: readonly Incident[], wanted: HistoryWanted, memory: LedgerMemory): Promise<History> {
  const { folder, configFile, config, paths, texts, cut, back } = wanted;
  const places = { folder, timeLimit: GIT_TIME_LIMIT, ...(configFile !== undefined && { config: configFile }) };
  if (back?.standing.by === 'dates') {
    return { ledger: { isAvailable: false, reason: back.standing.reason }, source: await readSource(places) };
  }
  const past = { ...(cut && { edition: ledgerEdition(cut, config) }), ...(back?.head !== undefined && { head: back.head }) };
  const [ledger, source] = await Promise.all([
    readLedger(withOriginalPaths(shown, cut), { folder, config, paths, texts, ...past }, memory),
    back ? back.source : readSource(places),
  ]);
  return { ledger, source };
}

function withOriginalPaths(incidents: readonly Incident[], cut: Cut | undefined): readonly Incident[] {
  return cut ? incidents.map((incident) => ({ ...incident, file: cut.originals.get(incident.file) ?? incident.file })) : incidents;
}
