// How long the document says it lasted: a label, or a sentence about the whole of it.
import { findStatedDurations } from '../../core/check/stated-duration.ts';
import { MINUTE } from '../../core/time/calendar.ts';
import { findDurations } from '../../core/time/duration.ts';
import type { Receipt } from '../model.ts';
import type { Line } from './layout/lines.ts';
import { aboutOf } from './layout/outline.ts';
import { storyLines } from './milestones/told.ts';
import { fieldsNamed, type Page, receipt } from './page.ts';
import { findMoments } from './times/find.ts';

/** The surest names first. */
const NAMES = [
  /^(?:(?:incident|outage|total|overall|impact|approximate|downtime|estimated) )*(?:duration|downtime|length)(?: of (?:the )?(?:outage|incident|impact|downtime|disruption))?$|^(?:duración|duración total|tiempo total fuera|tiempo de inactividad|tiempo fuera de servicio|durée|durée totale|durée de l ?incident|dauer|gesamtdauer|ausfalldauer|ausfallzeit)$/,
  /^(?:total )?time to (?:full )?(?:resolution|resolve)$|^resolution time$|^(?:tiempo de resolución|tiempo de recuperación|temps de résolution|zeit bis zur behebung)$/,
  /^(?:total )?time to (?:full )?(?:recovery|recover|restore|restoration|repair|fix)$|^(?:mttr|ttr)\b/,
];
const NOT_ABOUT = ['action_items', 'lessons', 'people', 'closing'];
/** Units and numbers of other languages, and the words that English has beside numbers. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bhalf an hour\b|\b(?:una )?media hora\b|\bune demi[- ]heure\b|\beine halbe stunde\b/giu, '30 minutes'],
  [
    /\b(?:an|one) hour and a half\b|\bone and a half hours?\b|\bhora y media\b|\bune heure et demie\b|\banderthalb stunden\b/giu,
    '90 minutes',
  ],
  [/\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) and a half hours\b/gi, '$1.5 hours'],
  [/\b(?:an|una|une|eine) (?=(?:hour|hora|heure|stunde)\b)/gi, '1 '],
  [/\ba (?=(?:day|minute|week)\b)/gi, '1 '],
  [/\b(?:horas?|heures?|stunden?|std\.?)(?![\p{L}])/giu, 'hours'],
  [/\b(?:minutos?|minuten?)(?![\p{L}])/giu, 'minutes'],
  [/\b(?:d[ií]as?|jours?|tagen?|tage)(?![\p{L}])/giu, 'days'],
  [/(?<=\d\s?(?:hours|minutes|days)),? (?:y|et|und) (?=\d)/giu, ' and '],
  [/(\d)\s?h\s?(\d{1,2})\s?(?:m(?:in)?s?)?(?![\p{L}\d])/giu, '$1h $2m'],
  [/\btwo(?=\.5)/gi, '2'],
  [/\bthree(?=\.5)/gi, '3'],
  [/\bfour(?=\.5)/gi, '4'],
  [/\b(?:dos|deux|zwei)(?= hours| minutes| days)/giu, '2'],
  [/\b(?:tres|trois|drei)(?= hours| minutes| days)/giu, '3'],
  [/\b(?:cuatro|quatre|vier)(?= hours| minutes| days)/giu, '4'],
  [/\b(?:cinco|cinq|fünf)(?= hours| minutes| days)/giu, '5'],
  [/\b(?:seis|sechs)(?= hours| minutes| days)/giu, '6'],
  [/(?<=\d)h\s?(\d{2})(?=$|[^\d\p{L}])/giu, 'h $1m'],
];
const LONGEST_VALUE = 400;

export function readDuration(page: Page): Receipt<number> | undefined {
  for (const name of NAMES) {
    for (const { value, line, section, name: label } of fieldsNamed(page, name)) {
      if (NOT_ABOUT.includes(aboutOf(section) ?? '')) continue;
      const minutes = minutesIn(value);
      if (minutes !== undefined) return receipt(minutes, line, { sure: 'certain', why: `label "${label}"` });
    }
  }
  return sentence(page);
}

function minutesIn(value: string): number | undefined {
  // "2100hrs" is nine in the evening.
  const told = value.slice(0, LONGEST_VALUE).replace(/\b(?:[01]\d|2[0-3])[0-5]\d\s?h(?:ou)?rs?\b/gi, ' ');
  const [first] = findDurations(inEnglish(told));
  return first ? Math.round(first.ms / MINUTE) : stretch(value);
}

/** "Duration: from 11:00 AM to 1:00 PM", where no day is needed to tell how long that is. */
function stretch(value: string): number | undefined {
  const range = findMoments(value.slice(0, LONGEST_VALUE)).find(({ clock, until }) => clock && until?.clock && !until.date);
  if (!range?.clock || !range.until?.clock) return undefined;
  const minutes = range.until.clock.hour * 60 + range.until.clock.minute - range.clock.hour * 60 - range.clock.minute;
  return minutes < 0 ? minutes + 24 * 60 : minutes;
}

const TOLD =
  /\b(?:lasted|lasting|for|total of|took|duró|durante|pendant|a duré|dauerte|während|für)\s+(?:for\s+|a total of\s+|approximately\s+|about\s+|around\s+|roughly\s+|nearly\s+|almost\s+|over\s+|aproximadamente\s+|unos\s+|unas\s+|casi\s+|environ\s+|près de\s+|etwa\s+|rund\s+|ca\.\s+|insgesamt\s+|~)*$/i;
const RESOLUTION = /\b(?:time to resolution|time to resolve|total (?:down)?time|total duration)\b[^.]{0,30}$/i;

const ABOUT_OUTAGE =
  /\b(?:last\w*|outage|down\w*|unusable|broken|failing|no (?:build|one|user)\w*|unavailab\w*|incident|disrupt\w*|interru\w*|caíd\w*|panne|indispon\w*|ausfall|dur[óé]\w*|dauerte|störung)\b/i;
/** "The shop sold goods for nothing for 70 minutes": in a summary, most lengths are of the incident. */
const FOR =
  /(?<!\b(?:wait\w*|delay\w*|cach\w*|retain\w*|kept|keep\w*|every|timeouts?|ttl|valid|stor\w*|retention)\b[^.]{0,40})\bfor (?:about |around |approximately |roughly |nearly |almost |over |a total of |up to |~)?$/i;
const LONGEST_TOLD = 48 * 60 * MINUTE;

function isTold(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 80), offset);
  return (TOLD.test(before) && ABOUT_OUTAGE.test(text)) || RESOLUTION.test(before);
}

function sentence(page: Page): Receipt<number> | undefined {
  const summary = new Set(page.sections.filter((section) => aboutOf(section) === 'summary').flatMap(({ lines }) => lines));
  const isSummary = (line: Line): boolean => summary.has(line);
  for (const line of [
    ...storyLines(page),
    ...page.sections
      .filter((section) => ['resolution', 'timeline'].includes(aboutOf(section) ?? ''))
      .filter((section) => section !== undefined)
      .flatMap(({ lines }) => lines),
  ]) {
    if (line.kind === 'code' || line.kind === 'row') continue;
    const text = inEnglish(line.words.slice(0, 2000));
    const [stated] = findStatedDurations(text);
    if (stated) return receipt(Math.round(stated.ms / MINUTE), line, { sure: 'likely', why: 'a sentence about how long it lasted' });
    const told = findDurations(text).find(
      ({ offset, ms }) =>
        isTold(text, offset) || (isSummary(line) && ms <= LONGEST_TOLD && FOR.test(text.slice(Math.max(0, offset - 60), offset))),
    );
    if (told) return receipt(Math.round(told.ms / MINUTE), line, { sure: 'likely', why: 'a sentence about how long it lasted' });
  }
  return undefined;
}

function inEnglish(text: string): string {
  return WORDS.reduce((words, [pattern, english]) => words.replace(pattern, english), text);
}
