// What a feed says about an incident: what happened, why, what fixed it, then the facts. Plain words in safe HTML.
import { plainSummary } from '../../core/digest.ts';
import { isOpen } from '../../core/model/action-item.ts';
import type { Incident, SectionRole } from '../../core/model/incident.ts';
import type { SiteConfig, VocabularyName } from '../../core/model/site-config.ts';
import type { Timestamp } from '../../core/model/timestamp.ts';
import { sayDuration } from '../../core/time/duration.ts';
import { formatDateTime } from '../../core/time/format.ts';
import { escapeMarkup } from './xml.ts';

interface Entry {
  readonly config: SiteConfig;
  readonly html: string;
}

/** An incident stands in the feeds of all its terms, in two formats each. */
const known = new WeakMap<Incident, Entry>();

export function entryHtml(incident: Incident, config: SiteConfig): string {
  const before = known.get(incident);
  if (before?.config === config) return before.html;
  const html = makeHtml(incident, config);
  known.set(incident, { config, html });
  return html;
}

/** Only the words of what authors wrote are taken: their links are relative to the page and would lead nowhere from a feed. */
function makeHtml(incident: Incident, config: SiteConfig): string {
  const paragraphs = [
    paragraph('', plainSummary(incident)),
    paragraph('Root cause: ', leadOf(incident, 'root_cause')),
    paragraph('What fixed it: ', leadOf(incident, 'resolution')),
  ];
  const items = factsOf(incident, config).map(([name, value]) => `<li>${escapeMarkup(name)}: ${escapeMarkup(value)}</li>`);
  return `${paragraphs.join('')}<ul>${items.join('')}</ul>`;
}

/** One or two sentences without markup, or the root cause where there is no summary. */
export function entrySummary(incident: Incident): string | undefined {
  return plainSummary(incident) || leadOf(incident, 'root_cause');
}

/** What is known, in the order of the incident's page. */
function factsOf(incident: Incident, config: SiteConfig): [name: string, value: string][] {
  const { started, resolved } = incident.milestones;
  const names = (vocabulary: VocabularyName, ids: readonly string[]) => ids.map((id) => termName(config, vocabulary, id)).join(', ');
  const facts: [string, string | undefined][] = [
    ['Severity', severityName(incident.severity, config)],
    ['Document', incident.status === 'published' ? undefined : incident.status.replace('_', ' ')],
    ['Started', started && momentOf(started)],
    ['Resolved', resolved ? momentOf(resolved) : 'not recorded'],
    ['Lasted', lengthOf(incident)],
    ['Services', names('services', incident.services)],
    ['Teams', names('teams', incident.teams)],
    ['Causes', names('root_causes', incident.rootCauses)],
    ['Action items', actionsOf(incident)],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== '');
}

function momentOf(at: Timestamp): string {
  return `${at.approximate ? 'about ' : ''}${formatDateTime(at)}${at.precision === 'date' ? '' : ` (${at.zone})`}`;
}

function lengthOf({ milestones: { started, resolved } }: Incident): string | undefined {
  if (!started || !resolved || started.precision === 'date' || resolved.precision === 'date') return undefined;
  return `${started.approximate || resolved.approximate ? 'about ' : ''}${sayDuration(resolved.epoch - started.epoch)}`;
}

function actionsOf({ actionItems }: Incident): string | undefined {
  return actionItems.length === 0 ? undefined : `${actionItems.filter(isOpen).length} of ${actionItems.length} open`;
}

function severityName(label: string | undefined, { severities }: SiteConfig): string | undefined {
  const name = severities.find((level) => level.label === label)?.name;
  return name === undefined ? label : `${label} ${name}`;
}

function termName({ vocabularies }: SiteConfig, vocabulary: VocabularyName, id: string): string {
  return vocabularies[vocabulary].terms.find((term) => term.id === id)?.name ?? id;
}

function leadOf(incident: Incident, role: SectionRole): string | undefined {
  return incident.sections.find((section) => section.role === role)?.lead?.plain;
}

function paragraph(label: string, text: string | undefined): string {
  if (!text) return '';
  return `<p>${label && `<b>${label}</b>`}${escapeMarkup(text)}</p>`;
}
