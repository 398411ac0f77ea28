// A map of the archive for programs that read text (https://llmstxt.org): how it is laid out, where its data is, what is newest.

import { DATA_FILES } from '../../core/api/files.ts';
import type { Archive } from '../../core/model/archive.ts';
import type { Incident } from '../../core/model/incident.ts';
import { actionsPath, incidentsPath, incidentTwinPath, indexPath } from '../../core/text/urls.ts';

const NEWEST = 50;

export function writeLlms({ config, incidents }: Archive): string {
  const parts = [
    `# ${inline(config.title)}`,
    '> Postmortems of incidents: what happened, why, what fixed it, and what was promised so that it does not happen again.',
    'Every incident has a page at `incidents/ID/`, its annotated Markdown at `incidents/ID.md` and all of it as JSON at `incidents/ID.json`.\nTimes are ISO 8601 with the offset of the incident\u2019s zone. What was not recorded is absent: do not read it as zero.',
    section('Indexes', [
      link('Incidents', incidentsPath(), 'newest first'),
      link('Action items', actionsPath(), 'every promise, who owns it, what is late'),
      link('Tags', indexPath('tags')),
      link('Services', indexPath('services')),
      link('Causes', indexPath('causes')),
    ]),
    section(
      'Data',
      DATA_FILES.map(({ path, about }) => link(path, `api/${path}`, about)),
    ),
    section('Newest incidents', incidents.slice(0, NEWEST).map(incidentLine)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function incidentLine({ id, title, severity, milestones }: Incident): string {
  const facts = [milestones.started?.iso.slice(0, 10), severity].filter((fact) => fact !== undefined);
  return link(title, incidentTwinPath(id, 'md'), facts.join(', '));
}

function section(title: string, lines: readonly string[]): string {
  return `## ${title}\n\n${lines.join('\n')}`;
}

function link(name: string, path: string, about = ''): string {
  return `- [${inline(name)}](${path.replaceAll('(', '%28').replaceAll(')', '%29')})${about && `: ${inline(about)}`}`;
}

/** One line whose characters mean nothing in Markdown. */
function inline(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>]/g, '\\$&');
}
