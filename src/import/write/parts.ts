// Timeline and action items as front matter, where the site's own reader finds none in the text: what it finds itself is not said twice.
import { yamlScalar } from '../../core/front-matter/yaml-scalar.ts';
import type { Incident } from '../../core/model/incident.ts';
import type { Draft, DraftAction, DraftEvent, ImportNote, Receipt } from '../model.ts';
import { type Entry, lineInFile } from './entry.ts';
import { manyLines, oneLine } from './words.ts';

export interface Parts {
  readonly entries: readonly Entry[];
  readonly notes: readonly ImportNote[];
}

/** What the incident, as read from the file so far, lacks of the draft. */
export function missingParts(draft: Draft, incident: Incident): Parts {
  const { timeline = [], actionItems = [], summary } = draft.fields;
  const entries: Entry[] = [];
  const notes: ImportNote[] = [];
  // In plain text what stands above the first heading may be a name and a day, and is no summary.
  const hasText = incident.sections.some(
    ({ role, heading, plain }) => role === 'summary' || (heading === undefined && plain.trim() !== '' && draft.source.format !== 'text'),
  );
  if (incident.summary === undefined && !hasText && summary !== undefined && summary.sure !== 'guess')
    entries.push(...summaryEntry(draft, summary.value.text));
  if (timeline.length > 0 && incident.timeline.length === 0) entries.push(...timelineEntry(draft, timeline));
  else if (timeline.length > incident.timeline.length) notes.push(differs('timeline entries', incident.timeline.length, timeline.length));
  if (actionItems.length > 0 && incident.actionItems.length === 0) entries.push(...actionsEntry(draft, actionItems));
  else if (actionItems.length > incident.actionItems.length)
    notes.push(differs('action items', incident.actionItems.length, actionItems.length));
  return { entries, notes };
}

function differs(what: string, read: number, found: number): ImportNote {
  return {
    code: 'site-reads-fewer',
    message: `The site reads ${read} of the ${found} ${what} from the text; the others stand in it as text.`,
    severity: 'info',
  };
}

/** "Duration: The outage struck on 3 April, from 10:00 to 14:00.": what follows the label stands for itself. */
const LABEL_OF_SENTENCE = /^\p{Lu}[\p{L} ]{2,20}:\s+(?=\p{Lu}\S*(?:\s\S+){5,}[.!]$)/u;

const TAG =
  /<(\/?)(p|br|div|span|section|article|ul|ol|li|dl|dt|dd|b|i|u|em|strong|small|font|center|sub|sup|s|del|ins|mark|a|blockquote|details|summary)(?:\s[^<>]{0,300})?\/?>/gi;
const WITHIN_LINE = /^(?:span|b|i|u|em|strong|small|font|sub|sup|s|del|ins|mark|a)$/i;

/** HTML within Markdown: a value of the front matter is words, and no page. Code stays as it is. */
function withoutTags(text: string): string {
  return text
    .split(/(`[^`\n]{1,300}`)/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(TAG, (_tag, _end, name: string) => (WITHIN_LINE.test(name) ? '' : ' '))))
    .join('')
    .trim();
}

/** A sentence or two; more than that is the text's own matter. */
function summaryEntry({ source, fields }: Draft, written: string): Entry[] {
  const text = withoutTags(written);
  const plain = manyLines(text)
    .replace(/\s*\n\s*|\s{2,}/g, ' ')
    .replace(LABEL_OF_SENTENCE, '');
  if (plain === '' || plain.length > 600 || /\n\s*\n|^\s*(?:[-*|>]|\d+[.)])\s/.test(text.trim())) return [];
  const line = fields.summary?.line ?? 0;
  return [{ name: 'summary', isField: true, lines: [`summary: ${yamlScalar(plain)} # line ${lineInFile(line, source)}`] }];
}

function timelineEntry({ source }: Draft, events: readonly Receipt<DraftEvent>[]): Entry[] {
  const hasDay = events.some(({ value }) => /^\d{4}-/.test(value.at ?? ''));
  const certain = events.filter(({ value, sure }) => sure !== 'guess' && manyLines(value.text) !== '');
  if (!hasDay || certain.length === 0) return [];
  const lines = certain.flatMap((event) => {
    const { at, text, kind } = event.value;
    const fields = [
      ...(at === undefined ? [] : [`at: ${yamlScalar(at)}`]),
      `text: ${yamlScalar(manyLines(text).slice(0, 4000))}`,
      ...(kind === undefined ? [] : [`kind: ${kind}`]),
    ];
    return item(fields, lineInFile(event.line, source));
  });
  return [{ name: 'timeline', isField: true, lines: ['timeline:', ...lines] }];
}

function actionsEntry({ source }: Draft, actions: readonly Receipt<DraftAction>[]): Entry[] {
  const certain = actions.filter(({ value, sure }) => sure !== 'guess' && oneLine(value.title, 480) !== '');
  if (certain.length === 0) return [];
  const lines = certain.flatMap((action) => {
    const { title, status, owner, due, priority, ticket } = action.value;
    const fields = [
      `title: ${yamlScalar(oneLine(title, 480))}`,
      ...(status === undefined ? [] : [`status: ${status}`]),
      ...(priority === undefined ? [] : [`priority: ${yamlScalar(oneLine(priority, 20))}`]),
      ...(owner === undefined ? [] : [`owner: ${yamlScalar(oneLine(owner, 100))}`]),
      ...(due === undefined ? [] : [`due: ${yamlScalar(due)}`]),
      ...(ticket === undefined ? [] : [`ticket: ${yamlScalar(oneLine(ticket, 480))}`]),
    ];
    return item(fields, lineInFile(action.line, source));
  });
  return [{ name: 'action_items', isField: true, lines: ['action_items:', ...lines] }];
}

function item([first = '', ...rest]: readonly string[], line: number): string[] {
  return [`  - ${first} # line ${line}`, ...rest.map((field) => `    ${field}`)];
}
