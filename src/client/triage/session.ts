// The files of triage opened over the network, and the answer to what was pasted.
import type { IncidentFileJson } from '../../core/api/schema/incident.ts';
import { SearchFileError } from '../../core/search/files/error.ts';
import type { Load } from '../../core/search/reader.ts';
import { incidentTwinPath } from '../../core/text/urls.ts';
import { sayDuration } from '../../core/time/duration.ts';
import { formatDay } from '../../core/time/format.ts';
import { cardOf } from '../../core/triage/card.ts';
import { TRIAGE_INDEX } from '../../core/triage/files.ts';
import { markedLines, markedSignature } from '../../core/triage/marks.ts';
import { type TriageIndex, type TriageMatch, triage } from '../../core/triage/match.ts';
import { openTriage } from '../../core/triage/open.ts';
import { remarksOn, sayGrounds, sayTotal } from '../../core/triage/say.ts';
import { loadBytes } from '../search/load-file.ts';
import type { Card, Entry, Found } from './messages.ts';

const MATCHES_SHOWN = 8;
const LINES_SHOWN = 60;
/** Of more signatures the reader learns nothing. */
const SIGNATURES_SHOWN = 8;

export interface Session {
  /** Rejects with a SearchFileError. */
  readonly index: Promise<TriageIndex>;
  find(index: TriageIndex, text: string): Promise<Found>;
}

/** `root` is the site's; `isFresh` has every file fetched anew, whatever the browser kept. */
export function openSession(root: string, isFresh: boolean): Session {
  const named = isFresh ? 'reload' : 'default';
  // The one file that keeps its name is asked for every time; it names all others.
  const load: Load = (path) => loadBytes(root + path, path, { cache: path === TRIAGE_INDEX ? 'no-cache' : named });
  const index = openTriage(load);
  // It is told when something is pasted.
  index.catch(() => {});
  const cards = new Map<string, Promise<Card | undefined>>();
  const cardFor = (id: string): Promise<Card | undefined> => {
    const known = cards.get(id) ?? loadCard(load, id);
    cards.set(id, known);
    // What failed is not remembered: the next paste tries again.
    void known.then((card) => card ?? cards.delete(id));
    return known;
  };
  return {
    index,
    find: async (index, text) => {
      const result = triage(index, text, MATCHES_SHOWN);
      const entries = result.matches.map(async (match) => entryOf(match, await cardFor(match.id)));
      return {
        entries: await Promise.all(entries),
        total: sayTotal(result),
        remarks: remarksOn(result),
        lines: markedLines(result, LINES_SHOWN),
        lineCount: result.paste.lineCount,
      };
    },
  };
}

function entryOf(match: TriageMatch, card: Card | undefined): Entry {
  const { id, strength, signatures, words } = match;
  return {
    ...{ id, strength, grounds: sayGrounds(match) },
    signatures: signatures.slice(0, SIGNATURES_SHOWN).map(markedSignature),
    words: words.map(({ text }) => text),
    ...(card && { card }),
  };
}

/** Undefined where its file cannot be had: that it matched is true all the same. */
async function loadCard(load: Load, id: string): Promise<Card | undefined> {
  try {
    const bytes = await load(incidentTwinPath(id, 'json'));
    const { started, seconds, open, ...rest } = cardOf(JSON.parse(new TextDecoder().decode(bytes)) as IncidentFileJson);
    return {
      ...rest,
      open: open.map(({ due, ...item }) => ({ ...item, ...(due !== undefined && { due: formatDay(due) }) })),
      ...(started !== undefined && { started: { day: started, text: formatDay(started) } }),
      ...(seconds !== undefined && { lasted: sayDuration(seconds * 1000) }),
    };
  } catch (error) {
    if (error instanceof SearchFileError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
