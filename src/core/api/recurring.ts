// Promises that recur and promises that were broken, for other programs.
import { promisedOn } from '../archive/actions.ts';
import type { BrokenPromise, RecurringPromise } from '../model/archive.ts';
import { pathIn, type UrlStyle } from '../text/explicit-links.ts';
import { recurringPath } from '../text/urls.ts';
import { ROOT } from './facts.ts';
import type { BrokenPromiseJson, RecurringPromiseJson } from './schema/recurring.ts';

export function recurringJson({ slug, title, reasons, actions, tellings }: RecurringPromise, urls: UrlStyle): RecurringPromiseJson {
  return {
    slug,
    title,
    url: ROOT + pathIn(urls, recurringPath(slug)),
    reasons: [...reasons],
    incidents: [...new Set(actions.map(({ incident }) => incident.id))],
    actions: actions.map(({ item, incident }) => ({ incident: incident.id, id: item.id, promised: promisedOn(item, incident) })),
    tellings: tellings.map(({ id }) => id),
  };
}

export function brokenJson({ later, earlier, actions }: BrokenPromise): BrokenPromiseJson {
  return {
    incident: later.id,
    earlier: earlier.id,
    actions: actions.map(({ action, daysAfterPromise, stateThen }) => ({
      id: action.item.id,
      days_after_promise: daysAfterPromise,
      state_then: stateThen,
    })),
  };
}
