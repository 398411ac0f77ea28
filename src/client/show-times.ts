// Shows every time of the page in the incident's own zone, in UTC or in the reader's, and the author's words again.
import type { ChoiceOf } from './preferences.ts';
import { type Clock, readersClock, SHOWN_PARTS, tellTime, utcClock } from './zone.ts';

type Zone = ChoiceOf<'zone'>;

const CLOCKS: Readonly<Record<Exclude<Zone, 'own'>, Clock>> = { utc: utcClock, mine: readersClock };

/** What stood there when the page came, by element. */
const originals = new WeakMap<Element, readonly Node[]>();

/** A mark inside an SVG has no `datetime` of its own and carries `data-datetime`. */
export function showTimes(zone: Zone): void {
  for (const element of document.querySelectorAll<HTMLElement | SVGElement>('[data-show]')) {
    const datetime = element.getAttribute('datetime') ?? element.dataset.datetime ?? '';
    const part = SHOWN_PARTS.find((known) => known === element.dataset.show);
    write(element, zone === 'own' || !part ? undefined : tellTime(datetime, part, CLOCKS[zone]));
  }
  for (const element of document.querySelectorAll('[data-zone-name]')) write(element, zone === 'own' ? undefined : zoneName(zone));
}

/** `UTC`, `Europe/Copenhagen`. */
function zoneName(zone: Exclude<Zone, 'own'>): string {
  return zone === 'utc' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone || 'local time';
}

export function describeZone(zone: Zone): string {
  if (zone === 'own') return 'Times in the zone of each incident';
  return zone === 'utc' ? 'Times in UTC' : `Times in your zone, ${zoneName(zone)}`;
}

function write(element: Element, text: string | undefined): void {
  const original = originals.get(element);
  if (text === undefined) {
    if (original) element.replaceChildren(...original);
    return;
  }
  if (!original) originals.set(element, [...element.childNodes]);
  element.textContent = text;
}
