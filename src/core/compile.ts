// One file as an incident: front matter and body together, both spellings of everything already one. Never throws, whatever the text.

import { readingProblem } from './body/problems.ts';
import { type Body, type GivenPart, readBody } from './body/read.ts';
import { matchMilestones } from './body/timeline-kind.ts';
import { factsOf, titleOf } from './compile/facts.ts';
import { type Given, givenActions, givenLessons, givenTimeline } from './compile/given.ts';
import { fillMilestones } from './compile/milestones.ts';
import { namesOf } from './compile/names.ts';
import { proseOf } from './compile/prose.ts';
import { settleActions } from './compile/settle-actions.ts';
import { dayInName, readTimes, type Times } from './compile/times.ts';
import type { FrontMatter } from './front-matter/read.ts';
import type { Registry } from './markdown/env.ts';
import { MARKDOWN_PROBLEMS } from './markdown/problems.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { Incident, Linking } from './model/incident.ts';
import type { SiteConfig } from './model/site-config.ts';
import { MILESTONES } from './model/timestamp.ts';
import { slugify } from './text/slug.ts';

export interface CompileContext {
  readonly config: SiteConfig;
  readonly registry: Registry;
}

export interface Compiled {
  /** Absent where the front matter cannot be read at all. */
  readonly incident?: Incident;
  /** There, instead: what the text links to. */
  readonly unread?: Linking;
  /** Of reading times and text; those of the front matter itself are its own. */
  readonly diagnostics: readonly Diagnostic[];
}

export function compileIncident(fm: FrontMatter, { config, registry }: CompileContext): Compiled {
  const { data } = fm;
  if (data === undefined) return checkText(fm, { config, registry });
  const diagnostics: Diagnostic[] = [];
  const names = namesOf(config);
  const prose = proseOf(fm, registry);
  const times = readTimes(fm, config, diagnostics);
  const body = readText(fm, times, { config, registry });
  const given: Given = { fm, prose, names, times, diagnostics };
  reportTwice(fm, body, diagnostics);
  const facts = factsOf({ data, config, names, prose });
  const isGiven = (part: GivenPart): boolean => givenParts(fm).includes(part);
  const entries = isGiven('timeline') ? givenTimeline(given) : body.timeline;
  const milestones = fillMilestones(times.milestones, entries, data.approximate ?? []);
  const timeline = matchMilestones(entries, milestones);
  const lessons = isGiven('lessons') ? givenLessons(given) : body.lessons;
  const actionItems = settleActions(isGiven('action_items') ? givenActions(given) : body.actionItems, {
    ...{ fm, config, milestones, diagnostics },
    ...(facts.severity !== undefined && { severity: facts.severity }),
  });
  const incident: Incident = {
    id: fm.id,
    aliases: fm.aliases,
    file: fm.file,
    title: titleOf(fm, body, facts.summary?.plain),
    ...facts,
    milestones,
    approximate: MILESTONES.filter((name) => milestones[name]?.approximate ?? data.approximate?.includes(name)),
    timezone: times.zone,
    timeline,
    lessons,
    actionItems,
    sections: body.sections,
    references: [...prose.references, ...body.references],
    anchors: [...new Set([...body.anchors, ...givenParts(fm).map(partAnchor), ...actionItems.map((item) => slugify(item.id))])],
  };
  return { incident, diagnostics: [...diagnostics, ...prose.diagnostics, ...body.diagnostics] };
}

const MARKDOWN_CODES = new Set<string>(MARKDOWN_PROBLEMS.map(({ code }) => code));

/**
 * The text of a file whose fields cannot be read: its links, images and HTML are what they are, whatever the fields say. Times, people and
 * action items are not judged; nor are links to headings of its own page, some of which are made of fields.
 */
function checkText(fm: FrontMatter, context: CompileContext): Compiled {
  const { timezone } = context.config;
  const { references, anchors, diagnostics } = readText(fm, { milestones: {}, readIn: timezone, zone: timezone }, context);
  return {
    unread: { file: fm.file, references: references.filter(({ kind }) => kind !== 'anchor'), anchors },
    diagnostics: diagnostics.filter(({ code }) => MARKDOWN_CODES.has(code)),
  };
}

function readText(fm: FrontMatter, times: Times, { config, registry }: CompileContext): Body {
  const day = dayInName(fm.id, fm.file);
  return readBody(
    { docId: fm.id, file: fm.file, body: fm.body, bodyLine: fm.bodyLine, isImported: fm.data?.source !== undefined },
    {
      ...{ registry, names: namesOf(config).known, zone: times.zone, milestones: times.milestones },
      ...(day && { day }),
      given: givenParts(fm),
    },
  );
}

/** The heading a part has on the page when no section of the text is about it. */
function partAnchor(part: GivenPart): string {
  return part.replace('_', '-');
}

/** What the front matter gives, empty lists aside. */
function givenParts({ data }: FrontMatter): GivenPart[] {
  const { timeline = [], lessons, action_items = [] } = data ?? {};
  const lessonCount = Object.values(lessons ?? {}).reduce((sum, list) => sum + (list?.length ?? 0), 0);
  const parts: GivenPart[] = [];
  if (timeline.length > 0) parts.push('timeline');
  if (lessonCount > 0) parts.push('lessons');
  if (action_items.length > 0) parts.push('action_items');
  return parts;
}

const SUBJECTS: Readonly<Record<GivenPart, string>> = {
  timeline: 'The timeline is',
  lessons: 'The lessons are',
  action_items: 'The action items are',
};

function reportTwice(fm: FrontMatter, body: Body, diagnostics: Diagnostic[]): void {
  for (const [part, line] of body.twice) {
    const spot = fm.locate({ path: [part], key: true });
    const found = `${SUBJECTS[part]} given twice: in the front matter on line ${spot.line}, and in the text on line ${line}`;
    diagnostics.push(readingProblem('given-twice', found, { file: fm.file, ...spot }));
  }
}
