// Which action items have a word in them: in their own texts, in the names of whoever has them, or in what their incident says.
import { BORDER, fold, valueWords } from '../rows/words.ts';
import type { ActionTable } from './table.ts';
import { findInTexts, unpacked } from './word-texts.ts';

/** `word` is folded. What few rows differ in is looked through once, not once for every row that has it. */
export function rowsWith(table: ActionTable, word: string): (row: number) => boolean {
  const { rows, incident } = table;
  const inTitle = findInTexts(rows.titles, word);
  const inReason = findInTexts(rows.reasons.texts, word);
  const reasons = new Uint8Array(table.size);
  rows.reasons.rows.forEach((row, index) => {
    if (inReason(index)) reasons[row] = 1;
  });
  const { incidents, owners, teams, keys } = sharedTexts(table);
  const [ofIncident, ofOwner, ofTeam] = [incidents, owners, teams].map((texts) =>
    Uint8Array.from(texts, (text) => Number(text.includes(word))),
  );
  const inKey = keys(word);
  return (row) =>
    inTitle(row) ||
    ofIncident?.[incident[row] ?? -1] === 1 ||
    ofOwner?.[rows.owner.rows[row] ?? -1] === 1 ||
    ofTeam?.[rows.team.rows[row] ?? -1] === 1 ||
    reasons[row] === 1 ||
    inKey(row);
}

interface SharedTexts {
  readonly incidents: readonly string[];
  readonly owners: readonly string[];
  readonly teams: readonly string[];
  /** The whole key of an item, so that `2024-06-18-pool/AI-2` pasted from elsewhere finds it. */
  keys(word: string): (row: number) => boolean;
}

const shared = new WeakMap<ActionTable, SharedTexts>();

/** Worked out before it is asked for, once per table. */
export function prepareTexts(table: ActionTable): void {
  sharedTexts(table);
  unpacked(table.rows.titles);
}

/** Folded once per table. */
function sharedTexts(table: ActionTable): SharedTexts {
  const known = shared.get(table) ?? makeShared(table);
  shared.set(table, known);
  return known;
}

function makeShared({ rows, incident, facets }: ActionTable): SharedTexts {
  const { incidents, ids } = rows;
  const services = valueWords(incidents.service);
  const tags = valueWords(incidents.tag);
  const incidentIds = incidents.ids.map(fold);
  const itemIds = ids.ids.map(fold);
  return {
    incidents: facets.incident.names.map((title, position) =>
      [
        incidentIds[position],
        fold(title),
        ...(incidents.service.rows[position] ?? []).map((value) => services[value]),
        ...(incidents.tag.rows[position] ?? []).map((value) => tags[value]),
      ].join(BORDER),
    ),
    owners: valueWords(rows.owner),
    teams: valueWords(rows.team),
    keys: (word) => {
      // Only a word with a slash in it can be found in a key and in neither of its halves.
      if (word.includes('/')) return (row) => `${incidentIds[incident[row] ?? -1]}/${itemIds[ids.rows[row] ?? -1]}`.includes(word);
      const within = itemIds.map((id) => id.includes(word));
      return (row) => within[ids.rows[row] ?? -1] === true;
    },
  };
}
