// Whether a document tells of an incident at all, and what it is where it does not.
import type { DraftFields } from '../model.ts';
import { aboutOf, type Section } from './layout/outline.ts';
import { chatter, digest, type Evidence, news, type OtherThing, scale } from './look-alikes.ts';
import type { Page } from './page.ts';
import { isEmptySection } from './passages.ts';
import { storyOf, toldTimes } from './story.ts';

type Rule = (evidence: Evidence) => OtherThing | undefined;

/** In order: the first that applies says what the document is. */
const RULES: readonly Rule[] = [
  empty,
  assignment,
  template,
  list,
  readme,
  runbook,
  scale,
  digest,
  news,
  chatter,
  plan,
  otherPaper,
  noStory,
];

export function otherThing(page: Page, fields: DraftFields): OtherThing | undefined {
  const evidence = { page, fields, story: storyOf(page, fields) };
  for (const rule of RULES) {
    const thing = rule(evidence);
    if (thing) return thing;
  }
  return undefined;
}

const ENOUGH = 4;

function empty({ page }: Evidence): OtherThing | undefined {
  const words = page.lines.reduce((sum, { words: text }) => sum + (text === '' ? 0 : text.split(' ').length), 0);
  return words < 12 ? { kind: 'empty', why: 'it holds next to no words' } : undefined;
}

const TASKS =
  /\b(?:mandatory|manual qa review|qa review|weight: ?\d|your (?:post-?mortem|report) (?:must|should|has to)|write a post-?mortem|requirements?:|submit (?:your|the)|you should be able to|project (?:started|must)|must end by|task body|score:?|points? possible|rubric|grading|students?|add urls here|read or watch|learning objectives|my first post-?mortem|all files end with|github repository:|for this (?:project|task|assignment)|entrega|rendu|abgabe)\b/gi;

function assignment({ page, story }: Evidence): OtherThing | undefined {
  const text = page.lines
    .map(({ words }) => words)
    .join('\n')
    .slice(0, 40_000);
  const signs = new Set([...text.matchAll(TASKS)].map((match) => match[0].toLowerCase()));
  const needed = story >= 8 ? 5 : 3;
  return signs.size >= needed ? { kind: 'assignment', why: `it gives a task: "${[...signs].slice(0, 3).join('", "')}"` } : undefined;
}

const PLACEHOLDER =
  /<[A-Za-z][^<>\n]{2,80}>(?!\()|\{\{[^}\n]{1,60}\}\}|\{[a-z][a-z _]{2,40}\}|\[(?:[A-Z][^\]\n]{2,60}|[a-z][a-z ]{3,60}|\.\.\.|…)\](?!\(|:|\[)|\b(?:YYYY|AAAA|JJJJ|DD|HH|XX|TT)[-/:](?:MM|mm|XX|DD)\b|\bhh:mm\b|\b(?:TODO|TBD|FIXME|XXX|lorem ipsum)\b|^\s*(?:_{3,}|\.{3,})\s*$|\b(?:describe|explain|summari[sz]e|list|provide|include|insert|enter|fill in|add) (?:here|the|what|how|any|all|a|your)\b.*\b(?:incident|outage|issue|problem|impact|event|here|timeline|cause)\b/gm;
const TEMPLATE_NAME = /\b(?:template|plantilla|modèle|gabarit|vorlage|muster)\b/i;
const EMPTY_LABEL = /^[\p{L}\p{N} /()'’#?-]{2,60}:\s*$/u;

/** A form that nobody filled in: places for words where words would be, and headings over nothing. */
function template({ page, story }: Evidence): OtherThing | undefined {
  const told = page.lines.filter(({ kind, words }) => kind !== 'code' && kind !== 'blank' && words !== '');
  const raw = page.source.text
    .slice(0, 60_000)
    .replace(/```[\s\S]{0,5000}?```/g, '')
    .replace(/`[^`\n]{0,200}`/g, '');
  const places = [...raw.matchAll(PLACEHOLDER)].filter(
    ([place]) =>
      !/^<(?:\/|[a-z]+(?:\s[a-z-]+=|$|>)|https?:|br|img|div|span|p|h\d|b|i|u|strong|em|details|summary|table|tr|td|th|ul|li|ol|a|code|pre|hr|sub|sup|kbd|center)\b/i.test(
        place,
      ),
  ).length;
  const headed = page.sections.filter(({ title, role }) => title !== undefined && role !== undefined);
  const unfilled = headed.filter((section) => isUnfilled(page, section)).length;
  const labels = told.filter(({ words, kind }) => kind !== 'heading' && EMPTY_LABEL.test(words)).length;
  const isNamed =
    told.slice(0, 3).some(({ words }) => TEMPLATE_NAME.test(words)) || TEMPLATE_NAME.test(page.source.path.split('/').at(-1) ?? '');
  const share = (places + unfilled + labels / 2) / Math.max(1, told.length);
  if (story < ENOUGH && headed.length >= 3 && unfilled * 2 >= headed.length)
    return { kind: 'template', why: `${unfilled} of its ${headed.length} sections are empty` };
  if (story < 6 && (share > 0.25 || (isNamed && (places >= 2 || story < ENOUGH))))
    return {
      kind: 'template',
      why: places > 0 ? `it has ${places} places that wait for words` : 'it is called a template, and tells no story',
    };
  if (story < 8 && isNamed && places >= 4)
    return { kind: 'template', why: `it is called a template, and has ${places} places that wait for words` };
  return undefined;
}

function isUnfilled(page: Page, section: Section): boolean {
  return isEmptySection(page, section);
}

const INDEX_NAME =
  /^\W*index(?: of\b|\W*$)|\b(?:(?:incidents?|outages?|reports?|post-?mortems?) index|list of|archive|all (?:incidents|post-?mortems)|overview of (?:incidents|post-?mortems)|incidents? log|post-?mortems$|índice|liste des)\b/i;

/** A page that leads to others. */
function list({ page, story }: Evidence): OtherThing | undefined {
  const head = page.lines.find(({ kind }) => kind !== 'blank')?.words ?? '';
  const local = page.lines
    .flatMap(({ links }) => links)
    .filter((link) => /\.(?:md|html?)(?:#.*)?$/i.test(link) && !/^https?:/i.test(link)).length;
  const isNamed = INDEX_NAME.test(head);
  if (local >= 3 && (isNamed || story < ENOUGH + 2)) return { kind: 'list', why: `it links to ${local} other documents` };
  return isNamed && story < ENOUGH ? { kind: 'list', why: `its title says so: "${head.slice(0, 60)}"` } : undefined;
}

const README =
  /\b(?:installation|getting started|usage|license|licence|contributing|quick ?start|table of contents|build status|npm install|pip install|git clone|docker run|how to use|prerequisites|requirements|configuration|project structure|features|changelog|tech stack|built with)\b/i;

function readme({ page, story, fields }: Evidence): OtherThing | undefined {
  const heads = page.sections.filter(({ title }) => title !== undefined && README.test(title));
  const limit = story < ENOUGH + 1 ? 2 : fields.started === undefined && fields.startedPartial === undefined ? 3 : 4;
  return heads.length >= limit
    ? {
        kind: 'readme',
        why: `its headings are those of a manual: "${heads
          .slice(0, 3)
          .map(({ title }) => title)
          .join('", "')}"`,
      }
    : undefined;
}

const RUNBOOK =
  /\b(?:runbook|playbook|how[- ]?to|procedure|standard operating|sop|guide(?:lines)?|checklist|instructions|manual de|guía|procédure|anleitung|handbuch|install(?:ing|ation)?|set ?up|configuration of|on-?call handbook|policy|process)\b/i;

function runbook({ page, story }: Evidence): OtherThing | undefined {
  const head = page.lines.find(({ kind }) => kind === 'heading') ?? page.lines.find(({ kind }) => kind !== 'blank');
  const isNamed =
    head !== undefined &&
    head.words.length < 120 &&
    RUNBOOK.test(head.words) &&
    (/^\W*(?:how[- ]to|guide|writing|sop)\b/i.test(head.words) || !/\b(?:outage|incident on|post-?mortem(?:$|:))\b/i.test(head.words));
  return isNamed && story < ENOUGH + 2 ? { kind: 'runbook', why: `its title says so: "${head.words.slice(0, 60)}"` } : undefined;
}

const COMES = /\b(?:will|going to|shall|planned for|werden|wird|se realizará|vamos a|sera|seront|allons)\b/i;
const CAME =
  /\b(?:was|were|had|did|went|became|began|broke|fell|failed|stopped|crashed|noticed|detected|restored|resolved|fixed|reported|alerted|fue|fueron|estuvo|\w+(?:aron|ieron)|se produjo|était|étaient|avait|avaient|a été|ont été|war|waren|wurden?|hatten?|konnten?|fiel(?:en)?|kam(?:en)?|ging(?:en)?|lief(?:en)?|gab|blieb(?:en)?|stand(?:en)?|fand(?:en)?|trat(?:en)?)\b/i;

const PLAN_NAME =
  /^\W*(?:change (?:plan|request|window)|(?:planned |scheduled )?maintenance\b|(?:migration|rollout|roll-out|upgrade|cutover|deployment|release|test) plan|wartung|plan de (?:cambio|migration|mantenimiento)|änderungsplan|wartungsfenster)\b/i;

/** Maintenance to come, an exercise: it has times and steps, and nothing has happened yet. */
function plan({ page }: Evidence): OtherThing | undefined {
  const told = page.sections
    .filter((section) => !['action_items', 'lessons'].includes(aboutOf(section) ?? ''))
    .flatMap(({ lines }) => lines);
  const words = told.filter(({ kind }) => kind !== 'code').map((line) => line.words.slice(0, 1000));
  const head = page.lines.find(({ kind }) => kind === 'heading')?.words ?? words[0] ?? '';
  const coming = PLAN_NAME.test(head) ? head : words.find((each) => COMES.test(each));
  return coming !== undefined && !words.some((each) => CAME.test(each))
    ? { kind: 'other', why: `it tells of what is to come: "${coming.slice(0, 60)}"` }
    : undefined;
}

const PAPERS: readonly (readonly [RegExp, string])[] = [
  [
    /^\W*(?:changelog|release notes|change log|what['’]s new|journal des modifications|änderungsprotokoll|notas de la versión)\b/i,
    'a changelog',
  ],
  [
    /^\W*(?:.{0,40}\b)?(?:design doc(?:ument)?|rfc ?\d*|adr[- ]?\d*|architecture decision|proposal|technical spec(?:ification)?|propuesta|proposition|vorschlag)\b/i,
    'a design document',
  ],
  [
    /^\W*(?:.{0,40}\b)?(?:hand-?over|handoff|rota|status report|weekly (?:report|update)|newsletter|log ?book|diary|journal)\b/i,
    'a report of a stretch of time',
  ],
  [
    /^\W*(?:.{0,40}\b)?(?:meeting notes|minutes of|minutes|agenda|weekly sync|stand-?up|retro(?:spective)? notes|notas de reunión|acta|compte[- ]rendu de réunion|besprechungsprotokoll|protokoll)\b/i,
    'notes of a meeting',
  ],
];
const DESIGN_HEADS =
  /^(?:goals|non[- ]goals|alternatives(?: considered)?|proposal|proposed (?:design|solution)|motivation|open questions|decision|decision drivers|consequences|agenda|attendees|added|changed|deprecated|removed|unreleased|\[?v?\d+\.\d+\.\d+\]?.*)$/i;

function otherPaper({ page, story }: Evidence): OtherThing | undefined {
  const head = page.lines.find(({ kind }) => kind === 'heading') ?? page.lines.find(({ kind }) => kind !== 'blank');
  const paper = head && PAPERS.find(([pattern]) => pattern.test(head.words));
  const isSaid = head !== undefined && /\b(?:post-?mortem|incident|outage)\b/i.test(head.words);
  if (paper && story < (isSaid ? 8 : 14)) return { kind: 'other', why: `it is ${paper[1]}: "${head.words.slice(0, 60)}"` };
  const heads = page.sections.filter(({ title }) => title !== undefined && DESIGN_HEADS.test(title)).length;
  return heads >= 3 && story < ENOUGH + 2
    ? { kind: 'other', why: 'its headings are those of a plan, a changelog or a meeting' }
    : undefined;
}

function noStory({ page, story, fields }: Evidence): OtherThing | undefined {
  const { started, startedPartial, timeline, statedDuration } = fields;
  const isDayless = started === undefined && startedPartial === undefined && statedDuration === undefined && (timeline ?? []).length === 0;
  const isTimeless = isDayless && toldTimes(page) === 0;
  if (isTimeless && story < 2 * ENOUGH) return { kind: 'other', why: 'it tells of no incident: nothing says when' };
  return story < ENOUGH ? { kind: 'other', why: 'it tells of no incident: no times, no cause, no end' } : undefined;
}
