// One incident as any system exports it, and the same as a document: facts, and a text of sections that the site reads.
import type { ActionStatus } from '../../../core/model/action-item.ts';
import type { TimelineKind } from '../../../core/model/incident.ts';
import type { Milestone } from '../../../core/model/timestamp.ts';
import type { DraftFields, ImportNote, OtherKind, Receipt, SourceDocument } from '../../model.ts';
import { unplacedTexts } from './unplaced.ts';

export interface ExportedSection {
  readonly heading: string;
  /** Markdown. */
  readonly text: string | undefined;
}

export interface ExportedEvent {
  readonly at: string | undefined;
  readonly text: string;
  readonly kind?: TimelineKind;
}

export interface ExportedAction {
  readonly title: string;
  readonly status?: ActionStatus | undefined;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
  readonly priority?: string | undefined;
  readonly ticket?: string | undefined;
}

export interface ExportedIncident {
  /** As people know it: `Opsgenie`. */
  readonly system: string;
  /** Of the incident in that system. */
  readonly key: string | undefined;
  readonly title: string | undefined;
  readonly times: { readonly [M in Milestone]?: string | undefined };
  readonly severity?: string | undefined;
  readonly services?: readonly string[];
  readonly teams?: readonly string[];
  readonly environments?: readonly string[];
  readonly tags?: readonly string[];
  readonly authors?: readonly string[];
  readonly commander?: string | undefined;
  readonly usersAffected?: number | undefined;
  readonly url?: string | undefined;
  readonly sections: readonly ExportedSection[];
  readonly timeline?: readonly ExportedEvent[];
  readonly actions?: readonly ExportedAction[];
  /** Values without a place here, as `name: value`. */
  readonly kept?: readonly string[];
  readonly notes?: readonly ImportNote[];
  /** Names of lists some of whose entries are left out on purpose. */
  readonly passedOver?: readonly string[];
  /** The record is no incident, and says so itself. */
  readonly other?: { readonly kind: OtherKind; readonly why: string } | undefined;
}

/** `record` is what the incident was read from: sentences in it that have no place elsewhere end the text. */
export function exportedDocument(path: string, incident: ExportedIncident, record: unknown): SourceDocument {
  const { text, unplaced } = textWithAll(incident, record);
  return {
    path: incident.key === undefined ? path : `${path}#${incident.key.replace(/\s+/g, '-')}`,
    format: 'json',
    text,
    notes: [
      {
        code: 'export-read',
        message: `An export of ${incident.system}; lines are counted in the text that was made of it.`,
        severity: 'info',
      },
      ...(unplaced.length === 0 ? [] : [unplacedNote(unplaced)]),
      ...(incident.notes ?? []),
    ],
    facts: factsOf(incident),
    ...(incident.kept !== undefined && incident.kept.length > 0 && { kept: incident.kept }),
    ...(incident.other !== undefined && { other: incident.other }),
  };
}

function textWithAll(incident: ExportedIncident, record: unknown): { readonly text: string; readonly unplaced: readonly string[] } {
  const text = textOf(incident);
  const { title = '', kept = [], passedOver = [] } = incident;
  const unplaced = unplacedTexts(record, { title, said: [title, text, ...kept].join('\n'), passedOver });
  if (unplaced.length === 0) return { text, unplaced: [] };
  const items = unplaced.map(({ name, text: words }) => `- **${name}**: ${words.replace(/\s*\n\s*/g, '\n  ')}`);
  const others = `## Also in the export\n\n${items.join('\n')}\n`;
  return { text: text.trim() === '' ? others : `${text}\n${others}`, unplaced: unplaced.map(({ name }) => name) };
}

function unplacedNote(names: readonly string[]): ImportNote {
  const said = names.slice(0, 8).join(', ');
  const more = names.length > 8 ? `, and ${names.length - 8} more` : '';
  return { code: 'without-a-place', message: `Text without a field of its own ends the body: ${said}${more}.`, severity: 'info' };
}

function factsOf(incident: ExportedIncident): DraftFields {
  const { system, times, title, severity, commander, usersAffected, url, key } = incident;
  const receipt = <T>(value: T, name: string): Receipt<T> => ({
    value,
    line: 0,
    text: `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`.slice(0, 200),
    sure: 'certain',
    why: `given by the export of ${system}`,
  });
  const lists = (['services', 'teams', 'environments', 'tags', 'authors'] as const).flatMap((name) => {
    const values = incident[name] ?? [];
    return values.length === 0 ? [] : [[name, receipt(values, name)] as const];
  });
  const moments = Object.entries(times).flatMap(([name, value]) => (value === undefined ? [] : [[name, receipt(value, name)] as const]));
  return {
    ...Object.fromEntries(moments),
    ...Object.fromEntries(lists),
    ...(title !== undefined && { title: receipt(title, 'title') }),
    ...(severity !== undefined && { severity: receipt(severity, 'severity') }),
    ...(commander !== undefined && { commander: receipt(commander, 'commander') }),
    ...(usersAffected !== undefined && { usersAffected: receipt(usersAffected, 'users affected') }),
    ...(url !== undefined && /^https?:\/\//.test(url) && { links: receipt([url], 'address') }),
    ...(key !== undefined && { reference: receipt(key, 'reference') }),
  };
}

function textOf({ sections, timeline = [], actions = [] }: ExportedIncident): string {
  const written = sections.flatMap(({ heading, text }) => {
    const body = text?.trim() ?? '';
    if (body === '') return [];
    return [heading === '' ? lowered(body) : `## ${heading}\n\n${body}`];
  });
  const says = (role: RegExp): boolean => written.some((section) => role.test(section));
  const events = timeline.filter(({ text }) => text.trim() !== '');
  if (events.length > 0 && !says(/^#+ .*(?:timeline|sequence of events)/im))
    written.push(`## Timeline\n\n${sortEvents(events).map(sayEvent).join('\n')}`);
  if (actions.length > 0 && !says(/^#+ .*(?:action items|follow[- ]ups)/im))
    written.push(`## Action items\n\n${actions.map(sayAction).join('\n')}`);
  return `${written.join('\n\n')}\n`;
}

/** Its headings one level down where they begin at the first, which is the title's. */
function lowered(markdown: string): string {
  let fence = '';
  const lines = markdown.split('\n').map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (mark !== '' && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
    return { line, isHeading: fence === '' && /^#{1,6} /.test(line) };
  });
  if (!lines.some(({ line, isHeading }) => isHeading && line.startsWith('# '))) return markdown;
  return lines.map(({ line, isHeading }) => (isHeading && !line.startsWith('######') ? `#${line}` : line)).join('\n');
}

/** Some systems list the newest first. Entries without a time stay where they are put, at the end. */
function sortEvents(events: readonly ExportedEvent[]): ExportedEvent[] {
  const moment = ({ at }: ExportedEvent): number => (at === undefined ? Number.POSITIVE_INFINITY : Date.parse(at));
  return events
    .map((event, index) => ({ event, index }))
    .sort((a, b) => (moment(a.event) === moment(b.event) ? a.index - b.index : moment(a.event) < moment(b.event) ? -1 : 1))
    .map(({ event }) => event);
}

const KIND_WORDS: Readonly<Partial<Record<TimelineKind, string>>> = {
  started: 'Started',
  detected: 'Detected',
  acknowledged: 'Acknowledged',
  identified: 'Identified',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
};

function sayEvent({ at, text, kind }: ExportedEvent): string {
  const word = kind === undefined ? undefined : KIND_WORDS[kind];
  const isSaid = word !== undefined && text.toLowerCase().startsWith(word.toLowerCase());
  const words = `${word === undefined || isSaid ? '' : `${word}: `}${text.trim()}`;
  return `- ${at === undefined ? '' : `**${at}** `}${words.replace(/\s*\n\s*\n\s*/g, '\n\n').replace(/\n(?=.)/g, '\n  ')}`;
}

function sayAction({ title, status, owner, due, priority, ticket }: ExportedAction): string {
  const box = status === 'done' ? '[x]' : '[ ]';
  const notes = [
    ...(owner === undefined ? [] : [`owner: ${owner.replace(/[(),]/g, ' ').trim()}`]),
    ...(priority === undefined ? [] : [`priority: ${priority}`]),
    ...(due === undefined ? [] : [`due ${due}`]),
    ...(ticket === undefined ? [] : [ticket]),
    ...(status === 'wont_do' ? ["won't do"] : status === 'in_progress' ? ['in progress'] : []),
  ];
  return `- ${box} ${title.replace(/\s+/g, ' ').trim()}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}
