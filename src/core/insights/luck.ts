// Which action items took the luck out of an incident: only those that the text about the luck names. Likeness of words proves nothing here, and
// a register that guessed would call a risk removed that is still there.
import type { ActionItem } from '../model/action-item.ts';
import type { Incident, RichText } from '../model/incident.ts';
import { slugify } from '../text/slug.ts';
import type { Luck } from './rows.ts';

export function luckOf({ lessons, actionItems }: Pick<Incident, 'lessons' | 'actionItems'>): readonly Luck[] {
  return lessons.gotLucky.map((text) => ({
    text: text.plain,
    actions: actionItems
      .filter((item) => names(text, item))
      .map((item) => ({ id: item.id, anchor: slugify(item.id), title: item.title.plain, status: item.status })),
  }));
}

/** By the item's id or its ticket, as a word of its own, or by a link to either. */
function names(text: RichText, { id, ticket }: ActionItem): boolean {
  return [id, ticket?.text, ticket?.url].some((name) => name !== undefined && (hasWord(text.plain, name) || hasWord(text.source, name)));
}

/** `AI-1` stands in "see AI-1." and not in "AI-12" or "XAI-1". */
function hasWord(text: string, word: string): boolean {
  if (word === '') return false;
  const [wanted, within] = [word.toLowerCase(), text.toLowerCase()];
  for (let at = within.indexOf(wanted); at !== -1; at = within.indexOf(wanted, at + 1)) {
    if (!isWordPart(within[at - 1]) && !isWordPart(within[at + wanted.length])) return true;
  }
  return false;
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character);
}
