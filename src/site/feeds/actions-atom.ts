// What was promised and what was closed, newest first, as Atom (RFC 4287): two entries in the life of an action item.
import { promisedOn } from '../../core/archive/actions.ts';
import { isOpen } from '../../core/model/action-item.ts';
import type { Archive, TrackedAction } from '../../core/model/archive.ts';
import type { SiteConfig } from '../../core/model/site-config.ts';
import type { Day } from '../../core/model/timestamp.ts';
import { compareText } from '../../core/text/compare.ts';
import { feedPath, incidentPath, rootOf } from '../../core/text/urls.ts';
import type { ActionList } from '../action-lists.ts';
import { type Addresses, addressesOf } from './address.ts';
import { lastDay } from './last-day.ts';
import { promiseFacts, promisePath, whoHas } from './promise-text.ts';
import { element, escapeMarkup, textElement, xmlDocument } from './xml.ts';

const NEWEST = 50;
/** When so many are at hand, all but the newest go: to sort every event of a long list takes longer than to write the feed. */
const MOST_AT_ONCE = 20 * NEWEST;

/** Something that happened to an action item on a day. What is not dated is in no feed: any day would be invented. */
interface ActionEvent {
  readonly kind: 'promised' | 'closed';
  readonly day: Day;
  readonly action: TrackedAction;
}

export function writeActionsAtom(list: ActionList, archive: Archive): string {
  const { config } = archive;
  const addresses = addressesOf(config, rootOf(list.path));
  const events = newestEvents(list.actions);
  const self = feedPath(list.path, 'xml');
  const parts = [
    textElement('id', addresses.name(self)),
    textElement('title', list.title),
    textElement('updated', `${events[0]?.day ?? lastDay(archive)}T00:00:00Z`),
    element('author', {}, textElement('name', config.title)),
    element('link', { rel: 'self', type: 'application/atom+xml', href: addresses.link(self) }),
    element('link', { rel: 'alternate', type: 'text/html', href: addresses.link(list.path) }),
    ...events.map((event) => entryOf(event, config, addresses)),
  ];
  return xmlDocument(element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': config.language }, `\n${parts.join('\n')}\n`));
}

/** Of one day, what was closed before what was promised; else in the tracker's order. */
function newestEvents(actions: readonly TrackedAction[]): ActionEvent[] {
  let events: ActionEvent[] = [];
  let oldest: Day = '';
  const add = (event: ActionEvent): void => {
    if (event.day < oldest) return;
    events.push(event);
    if (events.length < MOST_AT_ONCE) return;
    events = events.sort(newestFirst).slice(0, NEWEST);
    oldest = events.at(-1)?.day ?? '';
  };
  for (const action of actions) {
    const { item, incident } = action;
    const promised = promisedOn(item, incident);
    if (!isOpen(item) && item.completed !== undefined) add({ kind: 'closed', day: item.completed, action });
    if (promised !== undefined) add({ kind: 'promised', day: promised, action });
  }
  return events.sort(newestFirst).slice(0, NEWEST);
}

function newestFirst(a: ActionEvent, b: ActionEvent): number {
  return compareText(b.day, a.day) || compareText(a.kind, b.kind);
}

function entryOf({ kind, day, action }: ActionEvent, config: SiteConfig, addresses: Addresses): string {
  const { item, incident } = action;
  const facts = promiseFacts(action, config).map(([name, value]) => `<li>${escapeMarkup(name)}: ${escapeMarkup(value)}</li>`);
  const moment = `${day}T00:00:00Z`;
  const parts = [
    textElement('id', addresses.name(`${incidentPath(incident.id)}${encodeURIComponent(item.id)}/${kind}`)),
    textElement('title', `${titleOf(kind, action)}: ${item.title.plain}`),
    element('link', { rel: 'alternate', type: 'text/html', href: addresses.link(promisePath(action)) }),
    textElement('published', moment),
    textElement('updated', moment),
    ...(item.owner === undefined ? [] : [element('author', {}, textElement('name', whoHas(action, config)))]),
    element('category', { term: kind }),
    textElement('summary', `${item.id} of ${incident.title}`),
    // Escaped as a whole: the reader turns it back into the HTML it is.
    element('content', { type: 'html' }, escapeMarkup(`<ul>${facts.join('')}</ul>`)),
  ];
  return `<entry>\n${parts.join('\n')}\n</entry>`;
}

function titleOf(kind: ActionEvent['kind'], { item }: TrackedAction): string {
  if (kind === 'promised') return 'Promised';
  return item.status === 'done' ? 'Done' : 'Dropped';
}
