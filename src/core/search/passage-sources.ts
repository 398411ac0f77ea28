// The texts of an incident in the order of its page, paragraph by paragraph, each with the heading it stands under.
import type { IncidentFileJson } from '../api/schema/incident.ts';
import type { SectionRole } from '../model/incident.ts';

export interface PassageSource {
  readonly section: string;
  readonly anchor?: string;
  /** Said before the text, and not searched: the time of an entry, the number of an action item. */
  readonly before: string;
  readonly text: string;
  /** It tells what happened, why, or what fixed it: such texts have a file of their own, which results are made of first. */
  readonly isCore: boolean;
}

type Heading = Pick<PassageSource, 'section' | 'anchor'> & Partial<Pick<PassageSource, 'isCore'>>;

const CORE_ROLES: readonly (SectionRole | undefined)[] = ['summary', 'root_cause', 'resolution'];

/** Headings and anchors that the page gives to what stands only in the front matter. */
const OWN: Readonly<Record<'impact' | 'timeline' | 'lessons' | 'action_items', Heading>> = {
  impact: { section: 'Impact', anchor: 'impact' },
  timeline: { section: 'Timeline', anchor: 'timeline' },
  lessons: { section: 'Lessons', anchor: 'lessons' },
  action_items: { section: 'Action items', anchor: 'action-items' },
};
const FACTS: Heading = { section: 'Facts', anchor: '_facts' };
const SUMMARY: Heading = { section: 'Summary', isCore: true };

/**
 * Sections without a heading (what stands before the first one, footnotes) and their ids on the incident's page: `_text`, `_text-2`. No
 * heading's id begins with `_`.
 */
export function textAnchors<S extends { readonly heading?: unknown }>(sections: readonly S[]): ReadonlyMap<S | undefined, string> {
  const texts = sections.filter(({ heading }) => heading === undefined);
  return new Map(texts.map((section, index) => [section, index === 0 ? '_text' : `_text-${index + 1}`]));
}

export function passageSources(incident: IncidentFileJson): PassageSource[] {
  const { summary, sections, impact, timeline, lessons, action_items, signatures } = incident;
  const texts = textAnchors(sections);
  const under = (role: keyof typeof OWN): Heading => headingOf(sections, role) ?? OWN[role];
  return [
    ...paragraphs(SUMMARY, summary),
    ...signatures.flatMap((text) => paragraphs({ ...FACTS, section: 'Signature', isCore: true }, text)),
    ...sections.flatMap((section) => {
      const heading = sectionHeading(section.heading ?? 'Text', section.anchor ?? texts.get(section));
      return paragraphs({ ...heading, isCore: CORE_ROLES.includes(section.role) }, section.text);
    }),
    ...paragraphs(under('impact'), impact.summary),
    ...timeline.flatMap(({ at, text }) => paragraphs(under('timeline'), text, timeOf(at))),
    ...[...lessons.went_well, ...lessons.went_wrong, ...lessons.got_lucky].flatMap((text) => paragraphs(under('lessons'), text)),
    ...action_items.flatMap(({ id, title }) => paragraphs(under('action_items'), title, `${id}: `)),
    ...paragraphs(FACTS, factsOf(incident)),
  ];
}

/** What it is filed under, for results that are found by nothing else. */
function factsOf({ services, teams, tags, root_causes, environments, trigger }: IncidentFileJson): string {
  const lists = [services, teams, tags, root_causes, environments].map((names) => names.join(', '));
  return [...lists, trigger ?? ''].filter((text) => text !== '').join('; ');
}

function headingOf(sections: IncidentFileJson['sections'], role: SectionRole): Heading | undefined {
  const section = sections.find((one) => one.role === role && one.heading !== undefined);
  return section?.heading === undefined ? undefined : sectionHeading(section.heading, section.anchor);
}

function sectionHeading(section: string, anchor: string | undefined): Heading {
  return { section, ...(anchor !== undefined && { anchor }) };
}

function paragraphs(heading: Heading, text: string | undefined, before = ''): PassageSource[] {
  const parts = (text ?? '').split(/\n+/).filter((part) => part.trim() !== '');
  return parts.map((part, number) => ({ isCore: false, ...heading, before: number === 0 ? before : '', text: part }));
}

/** `2026-11-20T14:02+01:00` → `14:02: `; a day alone says nothing here. */
function timeOf(at: string | undefined): string {
  const time = /T(\d\d:\d\d)/.exec(at ?? '')?.[1];
  return time === undefined ? '' : `${time}: `;
}
