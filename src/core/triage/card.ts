// What a past incident tells somebody who meets it again: what fixed it, how long it took, where its runbooks are, what is still to be done.
import type { IncidentFileJson } from '../api/schema/incident.ts';
import { isOpen } from '../model/action-item.ts';
import type { DocumentStatus } from '../model/incident.ts';

export interface TriageCard {
  readonly title: string;
  readonly status: DocumentStatus;
  readonly severity?: string;
  /** The day. */
  readonly started?: string;
  /** From its start to its end. */
  readonly seconds?: number;
  readonly services: readonly string[];
  readonly fix?: Fix;
  readonly runbooks: readonly { readonly title: string; readonly url: string }[];
  /** Promised then, and neither done nor dropped. */
  readonly open: readonly OpenItem[];
}

interface Fix {
  /** Paragraphs and lines of code stand on lines of their own. */
  readonly text: string;
  /** Where the incident's page says it. */
  readonly anchor?: string;
  /** There is more of it. */
  readonly isCut: boolean;
}

export interface OpenItem {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  /** By name, where the site knows it. */
  readonly owner?: string;
  readonly due?: string;
}

/** Of the incident's own file: the page fetches it, the terminal makes it. */
export function cardOf(incident: IncidentFileJson): TriageCard {
  const { title, status, severity, started, duration_seconds: seconds, services, links, action_items } = incident;
  const fix = fixOf(incident);
  return {
    ...{ title, status, services },
    ...(severity !== undefined && { severity }),
    ...(started !== undefined && { started: started.slice(0, 10) }),
    ...(seconds !== undefined && { seconds }),
    ...(fix && { fix }),
    runbooks: links.filter(({ rel, url }) => rel === 'runbook' && /^https?:\/\//i.test(url)).map(({ title, url }) => ({ title, url })),
    open: action_items.filter(isOpen).map(({ id, title, status, owner, owner_name, due }) => ({
      ...{ id, title, status },
      ...(owner !== undefined && { owner: owner_name ?? owner }),
      ...(due !== undefined && { due }),
    })),
  };
}

const EXCERPT_AT_MOST = 420;

/** Its resolution; where nobody wrote one, the entries of the timeline that say what ended it. */
function fixOf({ sections, timeline }: IncidentFileJson): Fix | undefined {
  const section = sections.find(({ role, text }) => role === 'resolution' && text.trim() !== '');
  const ends = timeline.filter(({ kind }) => kind === 'mitigated' || kind === 'resolved');
  const whole = (section?.text ?? ends.map(({ text }) => text).join(' '))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
  if (whole === '') return undefined;
  const text = beginningOf(whole);
  const anchor = section ? section.anchor : sections.find(({ role }) => role === 'timeline')?.anchor;
  return { text, isCut: text.length < whole.length, ...(anchor !== undefined && { anchor }) };
}

/** Whole sentences, where the first is not too long by itself. */
function beginningOf(text: string): string {
  if (text.length <= EXCERPT_AT_MOST) return text;
  const within = text.slice(0, EXCERPT_AT_MOST);
  const sentence = Math.max(within.lastIndexOf('. '), within.lastIndexOf('.\n'), within.lastIndexOf('。')) + 1;
  if (sentence > EXCERPT_AT_MOST / 3) return within.slice(0, sentence);
  const space = Math.max(within.lastIndexOf(' '), within.lastIndexOf('\n'));
  return `${within.slice(0, space > 0 ? space : EXCERPT_AT_MOST).replace(/[\ud800-\udbff]$/, '')} …`;
}
