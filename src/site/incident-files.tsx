// `/incidents/ID/` and its twins: the page, the Markdown and the JSON of one incident, and its texts for the search, made from plain data in whatever thread. Not a template of
// Eleventy's, which alone would take seconds over ten thousand pages, one after the other.

import { IncidentPage } from '../../_includes/incident/incident-page.tsx';
import { Page } from '../../_includes/layout/page.tsx';
import { makeView } from '../../_includes/ui/view.ts';
import { type IncidentFileSource, incidentJson } from '../core/api/incident.ts';
import type { Surroundings } from '../core/archive/surroundings.ts';
import { plainSummary } from '../core/digest.ts';
import type { Archive } from '../core/model/archive.ts';
import type { Incident } from '../core/model/incident.ts';
import { coreTexts } from '../core/search/core-texts.ts';
import { coreTextsPath } from '../core/search/result-texts.ts';
import { incidentPath, incidentTwinPath, rootOf } from '../core/text/urls.ts';
import type { SiteAssets } from './cascade.ts';
import type { NewFile } from './put-file.ts';
import { renderPage } from './render-html.ts';

/** What is the same for the files of all incidents of one build. */
export interface Edition extends IncidentFileSource, Pick<Archive, 'asOf' | 'standing' | 'isGraded'> {
  readonly assets: SiteAssets;
}

/** An incident whose files have to be written. */
export interface IncidentOrder {
  readonly incident: Incident;
  readonly surroundings: Surroundings;
  /** The file as its author wrote it. */
  readonly markdown: string;
}

/** The page's bytes are valid until the next page is rendered. */
export function incidentFiles({ incident, surroundings, markdown }: IncidentOrder, edition: Edition): NewFile[] {
  const [page, source, data, texts] = incidentFilePaths(incident.id);
  const json = incidentJson(incident, edition, surroundings);
  return [
    { path: page, content: renderPage(incidentDocument(incident, surroundings, edition), edition.config) },
    { path: source, content: markdown },
    { path: data, content: `${JSON.stringify(json, null, 1)}\n` },
    { path: texts, content: JSON.stringify(coreTexts(json)) },
  ];
}

/** Ids hold nothing that would be encoded in a link: paths of links are those of files. */
export function incidentFilePaths(id: string): readonly [page: string, markdown: string, json: string, texts: string] {
  return [`${incidentPath(id)}index.html`, incidentTwinPath(id, 'md'), incidentTwinPath(id, 'json'), coreTextsPath(id)];
}

function incidentDocument(incident: Incident, surroundings: Surroundings, { assets, ...archive }: Edition) {
  const path = incidentPath(incident.id);
  const root = rootOf(path);
  const view = makeView({ ...archive, hasPage: (page) => !surroundings.missing.includes(page) }, root);
  return (
    <Page
      site={{ config: archive.config, assets, standing: archive.standing }}
      root={root}
      path={path}
      title={incident.title}
      description={plainSummary(incident)}
      current="incidents"
      alternates={[
        { href: root + incidentTwinPath(incident.id, 'md'), type: 'text/markdown' },
        { href: root + incidentTwinPath(incident.id, 'json'), type: 'application/json' },
      ]}
    >
      <IncidentPage incident={incident} surroundings={surroundings} view={view} />
    </Page>
  );
}
