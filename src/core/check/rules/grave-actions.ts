// What the gravest incidents must promise: how one will know that it is done, and something that keeps it from happening again. Both are asked
// only of archives that write such things down, and not of what was written before they began to.
import { isOpen } from '../../model/action-item.ts';
import type { Incident } from '../../model/incident.ts';
import type { SiteConfig } from '../../model/site-config.ts';
import type { ArchiveRule } from '../rule.ts';
import { sayItems } from '../say-items.ts';

export const graveWithoutDoneWhen: ArchiveRule = {
  code: 'grave-without-done-when',
  severity: 'warning',
  title: 'An open action item of the gravest severity does not say when it is done.',
  why: 'Whoever closes it decides alone what was meant. Checked at the first severity of the site, from the first incident on that uses `done_when`.',
  bad: 'severity: SEV1, and { title: Run load tests, owner: ana, due: 2026-12-12 }',
  fixed:
    'severity: SEV1, and { title: Run load tests, owner: ana, due: 2026-12-12, done_when: A report names the first component to give way }',
  check(incidents, { config, report }) {
    const since = firstUse(incidents, ({ actionItems }) => actionItems.some(({ doneWhen }) => doneWhen !== undefined));
    for (const incident of incidents) {
      if (rankOf(incident, config) !== 1 || !isSince(incident, since)) continue;
      const found = incident.actionItems.filter((item) => isOpen(item) && item.doneWhen === undefined);
      const [first] = found;
      if (!first) continue;
      const verb = found.length === 1 ? 'does' : 'do';
      report({ file: incident.file, place: first.place }, `${sayItems(found)} ${verb} not say when the promise is kept.`, {
        hint: `At ${incident.severity}, give what must be seen as "done_when".`,
      });
    }
  },
};

export const graveWithoutPrevent: ArchiveRule = {
  code: 'grave-without-prevent',
  severity: 'warning',
  title: 'A grave incident promises nothing that would prevent it.',
  why: 'Finding it sooner and mending it faster are not enough for what must not happen again. Checked at the two gravest severities, from the first incident on with an action item of type `prevent`, and only where every item has a type.',
  bad: 'severity: SEV1, and action_items: [{ title: Alert on the pool, type: detect }]',
  fixed:
    'severity: SEV1, and action_items: [{ title: Alert on the pool, type: detect }, { title: Give exports their own pool, type: prevent }]',
  check(incidents, { config, report }) {
    const since = firstUse(incidents, ({ actionItems }) => actionItems.some(({ type }) => type === 'prevent'));
    for (const incident of incidents) {
      const { actionItems, severity, status, duplicateOf } = incident;
      if (rankOf(incident, config) > GRAVE || !isSince(incident, since) || status === 'draft' || duplicateOf !== undefined) continue;
      if (actionItems.some(({ type }) => type === undefined || type === 'prevent')) continue;
      const what =
        actionItems.length === 0 ? 'has no action item' : `has ${actionItems.length === 1 ? 'an action item' : 'action items'}, but none`;
      report({ file: incident.file, place: { path: ['action_items'] } }, `This ${severity} incident ${what} of type "prevent".`, {
        hint: 'Promise what would have kept it from happening.',
      });
    }
  },
};

/** How many severities of the scale are grave. */
const GRAVE = 2;

function rankOf({ severity }: Incident, { severities }: SiteConfig): number {
  return severities.find(({ label }) => label === severity)?.rank ?? Number.POSITIVE_INFINITY;
}

/** When the first incident with this began; undefined where no dated one has it. */
function firstUse(incidents: readonly Incident[], isUser: (incident: Incident) => boolean): number | undefined {
  let first: number | undefined;
  for (const incident of incidents) {
    const began = incident.milestones.started?.epoch;
    if (began !== undefined && (first === undefined || began < first) && isUser(incident)) first = began;
  }
  return first;
}

function isSince({ milestones }: Incident, first: number | undefined): boolean {
  return first !== undefined && milestones.started !== undefined && milestones.started.epoch >= first;
}
