// What a heading says its section is about: the names postmortems use for the same few parts.
import { SECTION_ROLES, type SectionRole } from '../model/incident.ts';
import { FOREIGN_NAMES } from './section-names-foreign.ts';

/** Headings as they stand after `normaliseHeading`. */
const NAMES: Readonly<Record<SectionRole, readonly string[]>> = {
  summary: [
    ...['summary', 'issue summary', 'incident summary', 'executive summary', 'short summary', 'overview', 'issue overview', 'abstract'],
    ...['incident overview', 'tl dr', 'tldr', 'at a glance', 'in brief', 'what happened', 'synopsis', 'problem summary', 'outage summary'],
  ],
  impact: [
    ...['impact', 'customer impact', 'user impact', 'business impact', 'impact assessment', 'impact analysis', 'scope', 'scope of impact'],
    ...[
      'affected users',
      'affected customers',
      'affected services',
      'who was affected',
      'blast radius',
      'effects',
      'consequences',
      'effect',
    ],
  ],
  background: ['background', 'context', 'system overview', 'prerequisites', 'introduction', 'architecture', 'system background'],
  detection: [
    ...['detection', 'how was it detected', 'how was this detected', 'how we found out', 'how did we find out', 'identified', 'discovery'],
    ...['how we noticed', 'how it was detected', 'how was it noticed', 'how was the incident detected', 'alerting', 'issue detection'],
  ],
  timeline: [
    ...[
      'timeline',
      'time line',
      'incident timeline',
      'timeline of events',
      'chain of events',
      'sequence of events',
      'events',
      'key events',
    ],
    ...['timeline summary', 'event log', 'incident log', 'chronology', 'log of events', 'course of events', 'what happened when'],
  ],
  trigger: ['trigger', 'triggers', 'leadup', 'lead up', 'what triggered it', 'triggering event', 'initiating event'],
  root_cause: [
    ...[
      'root cause',
      'root causes',
      'root cause analysis',
      'rca',
      'cause',
      'causes',
      'causes and contributing factors',
      'diagnosis',
      'fault',
    ],
    ...['contributing factors', 'contributing factor', 'contributing causes', 'contributing conditions analysis', 'why it happened'],
    ...['contributing conditions', 'identified cause', 'identified root cause', 'why did it happen', 'why did this happen', 'five whys'],
    ...[
      '5 whys',
      'whys',
      'why was this hard to detect',
      'underlying cause',
      'cause analysis',
      'root cause of the outage',
      'what went on underneath',
    ],
  ],
  resolution: [
    ...[
      'resolution',
      'recovery',
      'mitigation',
      'resolution and recovery',
      'fix',
      'the fix',
      'how it was fixed',
      'how we fixed it',
      'repair',
    ],
    ...['solution', 'response', 'incident response', 'how it was resolved', 'how was it resolved', 'response and recovery', 'restoration'],
    ...['mitigation and resolution', 'how did we fix it', 'workaround', 'recovery steps', 'corrective action taken', 'steps to resolution'],
  ],
  lessons: [
    ...[
      'lessons',
      'lessons learned',
      'lessons learnt',
      'lesson learned',
      'lesson learnt',
      'what we learned',
      'what we learnt',
      'learnings',
    ],
    ...['what did we learn', 'key learnings', 'takeaways', 'key takeaways', 'retrospective', 'reflection', 'reflections', 'insights'],
    ...['learned lessons', 'what have we learned', 'key lessons'],
  ],
  action_items: [
    ...['action items', 'action item', 'actions', 'action points', 'action plan', 'follow ups', 'follow up', 'followups', 'followup'],
    ...['follow up actions', 'follow up items', 'next steps', 'actionables', 'review actions', 'recommendations', 'recommendation', 'todo'],
    ...['remediation', 'remediations', 'remediation items', 'corrective and preventative measures', 'corrective and preventive measures'],
    ...[
      'corrective and preventative measure',
      'corrective and preventive measure',
      'corrective measures',
      'preventative measures',
      'to do',
    ],
    ...['preventive measures', 'corrective actions', 'preventive actions', 'preventative actions', 'corrective and preventive actions'],
    ...['corrective and preventative actions', 'moving forward', 'going forward', 'prevention', 'future prevention', 'repair items'],
    ...['improvements', 'action items and next steps', 'planned actions', 'tasks', 'tasks to address the issue', 'how we prevent this'],
    ...[
      'what we are doing about it',
      'what will we do',
      'preventing recurrence',
      'follow up tasks',
      'future work',
      'todos',
      'proposed actions',
    ],
    ...['what we are going to do', 'what we are changing', 'what were changing', 'what were doing', 'what we will do', 'whats next'],
    ...['immediate actions', 'remediation actions', 'remediation plan', 'actions taken and planned', 'next actions'],
  ],
  supporting: [
    ...['supporting information', 'appendix', 'references', 'links', 'related links', 'supporting material', 'evidence', 'resources'],
    ...['related issues', 'further reading', 'attachments', 'glossary', 'additional information', 'related incidents', 'external links'],
  ],
};

// The English names come last: a word that is one in two languages keeps its English sense.
const BY_NAME = new Map([
  ...SECTION_ROLES.flatMap((role) => FOREIGN_NAMES[role].flatMap((list) => list.split(', ').map((name) => [name, role] as const))),
  ...SECTION_ROLES.flatMap((role) => NAMES[role].map((name) => [name, role] as const)),
]);

/** Words that name their section wherever a short heading ends with them: "The unforgettable timeline". */
const STRONG_ENDINGS: readonly (readonly [RegExp, SectionRole])[] = [
  [/ (?:timeline|chain of events)$/, 'timeline'],
  [/ (?:root causes?|contributing factors)$/, 'root_cause'],
  [/ lessons (?:learned|learnt)$/, 'lessons'],
  [/ (?:action items|next steps|follow ups|(?:corrective|preventive|preventative) (?:measures|actions))$/, 'action_items'],
  [/ (?:summary)$/, 'summary'],
  [/ (?:impact)$/, 'impact'],
];

const LONGEST_HEADING = 120;
const MOST_WORDS = 6;

/** Lower case, words only: without numbering, emoji, punctuation, what follows a colon or dash, and what stands in brackets. */
export function normaliseHeading(title: string): string {
  return words(mainPart(title.slice(0, LONGEST_HEADING)));
}

/** What a heading says about its section, where it is one of the usual names. */
export function roleOf(title: string): SectionRole | undefined {
  return rolesOf(title)[0];
}

/** All roles a heading claims, in its order: "Root cause and resolution" has two. */
export function rolesOf(title: string): readonly SectionRole[] {
  const name = normaliseHeading(title);
  const exact = BY_NAME.get(name);
  if (exact) return [exact];
  const parts = name.split(/ (?:and|y|et|und) /);
  const roles = parts.length > 1 ? parts.map((part) => BY_NAME.get(part)) : [];
  if (roles.length > 0 && roles.every((role) => role !== undefined)) return [...new Set(roles as SectionRole[])];
  if (roles[0]) return [roles[0]];
  const strong = name.split(' ').length <= MOST_WORDS ? STRONG_ENDINGS.find(([ending]) => ending.test(` ${name}`)) : undefined;
  return strong ? [strong[1]] : [];
}

function mainPart(title: string): string {
  const unbracketed = title.replace(/\([^)]*\)?|\[[^\]]*\]?/g, ' ');
  const [before = ''] = unbracketed.split(/:|\s[-–—|]\s/, 1);
  // "1: Summary", "(2) Impact" and "D4 – Root cause" have their name after the mark.
  return /\p{L}/u.test(before.replace(/^\s*D[0-8]\s*$/, '')) ? before : unbracketed;
}

function words(title: string): string {
  return title
    .toLowerCase()
    .replace(/(?<!\p{L})([ldsnjmtc]|qu)['’](?=\p{L})/gu, '$1 ')
    .replace(/['’]/g, '')
    .replace(/\s*(?:[&+]|(?<=\p{L}\s?)\/(?=\s?\p{L}))\s*/gu, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:(?:section |part )?(?:\d{1,2}|[ivx]{1,4}|d[0-8]) )+(?=\D)/, '')
    .replace(/^(?:the|our) /, '')
    .replace(/(?: \d+)+$/, '');
}
