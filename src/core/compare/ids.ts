// Which incidents an address asks to see beside one another: read from whatever stands there, with what was left out said in sentences.
import { comparePath } from '../text/urls.ts';

/** More lanes are no comparison, and do not fit on a page. */
export const MOST_COMPARED = 5;

export interface AskedIds {
  /** At most five, each once, in the order of the address. */
  readonly ids: readonly string[];
  /** What of the address is not among them, and why. */
  readonly remarks: readonly string[];
}

/** As the front matter has it; nothing else can be an incident's, and nothing else is asked for. */
const ID_FORM = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const LONGEST = 120;
/** The page of an incident, or a file beside it, within any address. */
const INCIDENT_ADDRESS = /(?:^|\/)incidents\/([^/?#]+)/;
/** Of what was left out, so many are named. */
const MOST_NAMED = 5;
const LONGEST_NAMED = 60;

/**
 * From `?ids=a,b` and from what a form adds as `add`. Each piece is an id, or the address of an incident's page as it is copied from
 * a browser.
 */
export function readIds(search: string): AskedIds {
  const ids = new Set<string>();
  const [bad, repeated, tooMany] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const asked = new URLSearchParams(search);
  const pieces = [...asked.getAll('ids'), ...asked.getAll('add')].flatMap((value) => value.split(','));
  for (const piece of pieces.map((each) => each.trim())) {
    if (piece === '') continue;
    const id = idOf(piece);
    if (id === undefined) bad.add(piece);
    else if (ids.has(id)) repeated.add(id);
    else if (ids.size === MOST_COMPARED) tooMany.add(id);
    else ids.add(id);
  }
  return { ids: [...ids], remarks: remarksOn({ bad, repeated, tooMany }) };
}

/** The address of these alone, from the page itself: in sites with explicit links it has the name of the page. */
export function compareQuery(ids: readonly string[]): string {
  return comparePath(ids).slice('compare/'.length) || './';
}

function idOf(piece: string): string | undefined {
  const [, name] = INCIDENT_ADDRESS.exec(piece) ?? [];
  const id = name === undefined ? piece : decode(name)?.replace(/\.(?:json|md)$/, '');
  return id !== undefined && id.length <= LONGEST && ID_FORM.test(id) ? id : undefined;
}

function decode(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}

type LeftOut = Readonly<Record<'bad' | 'repeated' | 'tooMany', ReadonlySet<string>>>;

function remarksOn({ bad, repeated, tooMany }: LeftOut): string[] {
  const remarks: string[] = [];
  if (bad.size > 0) {
    const [is, ids] = bad.size === 1 ? ['is', 'the id'] : ['are', 'ids'];
    remarks.push(`${sayNames(bad)} ${is} neither ${ids} of an incident nor the address of its page.`);
  }
  if (repeated.size > 0) remarks.push(`${sayNames(repeated)} ${repeated.size === 1 ? 'was' : 'were'} asked for more than once.`);
  if (tooMany.size > 0) remarks.push(`At most five incidents stand beside one another; left out: ${sayNames(tooMany)}.`);
  return remarks;
}

/** In quotation marks, cut to what a sentence bears: an address can hold anything. */
function sayNames(names: ReadonlySet<string>): string {
  const shown = [...names].slice(0, MOST_NAMED).map((name) => {
    const characters = [...name.slice(0, 2 * LONGEST_NAMED)];
    return `\u201c${characters.length > LONGEST_NAMED ? `${characters.slice(0, LONGEST_NAMED).join('')}\u2026` : name}\u201d`;
  });
  const more = names.size - shown.length;
  if (more > 0) shown.push(`${more} more`);
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
