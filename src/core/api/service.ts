// The dossier of one service for other programs: `api/services/SLUG.json`.
import { serviceDossier } from '../dossier/service.ts';
import type { Archive, IndexEntry } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import { pathIn } from '../text/explicit-links.ts';
import { feedPath, incidentPath, rootOf, serviceBadgePath, serviceFilePath, termPath } from '../text/urls.ts';
import { actionJson } from './action.ts';
import { schemaPath } from './schema/index.ts';
import type { ServiceJson } from './schema/service.ts';
import { termJson } from './term.ts';

export function writeService(entry: IndexEntry, archive: Archive): string {
  const root = rootOf(serviceFilePath(entry.slug));
  const head = { schema: `../${schemaPath('service')}`, generated: archive.asOf };
  return `${JSON.stringify({ ...head, ...serviceJson(entry, archive, root) }, null, 1)}\n`;
}

function serviceJson(entry: IndexEntry, archive: Archive, root: string): ServiceJson {
  const { last, longest, timed, causes, caused, signatures, runbooks, changes, triggered } = serviceDossier(entry);
  const { urls } = archive.config;
  const path = root + termPath(entry.kind, entry.slug);
  const linkTo = ({ id, title, milestones, severity }: Incident) => ({
    ...{ id, title, url: root + pathIn(urls, incidentPath(id)) },
    ...(milestones.started && { day: milestones.started.iso.slice(0, 10) }),
    ...(severity !== undefined && { severity }),
  });
  return {
    ...termJson(entry, urls),
    ...{ url: pathIn(urls, path), feed_url: feedPath(path, 'xml'), badge_url: root + serviceBadgePath(entry.slug) },
    ...(last && { last_incident: linkTo(last) }),
    ...(longest && { longest_incident: { ...linkTo(longest.incident), seconds: Math.round(longest.ms / 1000) } }),
    lengths_known: timed,
    usual_causes: causes.map(({ id, count }) => ({ id, count })),
    causes_known: caused,
    signatures: signatures.map(({ text, count, newest }) => ({ text, count, last_incident: linkTo(newest) })),
    runbooks: runbooks.map(({ link, incident }) => ({ title: link.title, url: link.url, named_by: linkTo(incident) })),
    before_you_deploy: {
      triggers_known: triggered,
      incidents: changes.map(({ incident, open }) => ({
        ...linkTo(incident),
        trigger: incident.trigger,
        root_causes: [...incident.rootCauses],
        went_wrong: incident.lessons.wentWrong.map(({ plain }) => plain),
        open_actions: open.map(({ item }) => item.id),
      })),
    },
    open_actions: entry.openActions.map((action) => actionJson(action, archive, root)),
  };
}
