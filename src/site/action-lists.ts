// Every list of promises that has files beside its page: the whole tracker, and what each person, team and service has in it.
import type { Archive, Assignee, TrackedAction } from '../core/model/archive.ts';
import { actionsPath, assigneePath } from '../core/text/urls.ts';
import { opaque } from './cascade.ts';
import { allAssignees } from './page-lists.ts';

export interface ActionList {
  /** Where its files go, from the site's root. Not a URL: names stand in it as the disk has them. */
  readonly folder: string;
  /** The URL of the page it belongs to, from the site's root. */
  readonly path: string;
  /** `Action items of Ana Lindqvist · Tidemark incidents` */
  readonly title: string;
  /** In the tracker's order. */
  readonly actions: readonly TrackedAction[];
  /** Absent for the whole tracker. */
  readonly assignee?: Assignee;
}

export function actionLists(archive: Archive): readonly ActionList[] {
  const site = archive.config.title;
  const whole = { folder: 'actions/', path: actionsPath(), title: `Action items \u00b7 ${site}`, actions: archive.actions };
  const parts = allAssignees(archive).map((assignee) => ({
    folder: `actions/${assignee.kind}s/${assignee.slug}/`,
    path: assigneePath(assignee.kind, assignee.slug),
    title: `Action items of ${assignee.name} \u00b7 ${site}`,
    actions: assignee.actions,
    assignee,
  }));
  return [whole, ...parts].map(opaque);
}
