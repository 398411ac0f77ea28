// Finds where a text says how long the whole incident lasted. Careful rather than clever: what might be about a part of it is left alone.
import { DAY, HOUR, MINUTE } from '../time/calendar.ts';
import { findDurations } from '../time/duration.ts';

export interface StatedDuration {
  readonly ms: number;
  /** As written. */
  readonly text: string;
  /** Where it begins in the text. */
  readonly offset: number;
  /** How far the truth may lie from it, by the precision of the words. */
  readonly slack: number;
  /** The words may be about a part of the incident (something was down for so long): too short is no contradiction. */
  readonly isPart: boolean;
  /** `over two hours`, `less than a day`: only one side is stated. */
  readonly bound?: 'at least' | 'at most';
}

const WHOLE = '(?:incident|outage|disruption|interruption|degradation|downtime|event|service disruption|service interruption)';
const LASTED = '(?:lasted|took|went on|persisted|continued)';

/** What stands before the length of the whole incident. */
const BEFORE_WHOLE = [
  // "Duration: 14 hours", "| Duration | 2 h |", "**Total duration** – 40 min"
  /(?:^|[\n|])[\s>+-]*(?:(?:total|overall|incident|outage)[ \t]+){0,2}(?:duration|downtime)[ \t]*(?:\([^)\n]{0,30}\))?[ \t]*[:|=–—-]\s*$/i,
  new RegExp(
    String.raw`\b(?:the|this|our)\s+(?:(?:whole|entire|total|overall)\s+)?${WHOLE}\s+${LASTED}\s+(?:for\s+)?(?:a total of\s+)?$`,
    'i',
  ),
  new RegExp(String.raw`\b(?:total|whole|entire|overall)\s+${WHOLE}(?:\s+(?:time|length|duration))?\s+was\s+$`, 'i'),
  new RegExp(String.raw`\b(?:incident|outage)\s+duration\s+(?:was|is|of)\s+$|\bduration\s+of\s+the\s+${WHOLE}\s+was\s+$`, 'i'),
];

/** What customers use, in the words for the whole of it; other things (monitoring, a replica) may be down for much longer. */
const SERVED =
  '(?:services?|(?:web)?sites?|platform|systems?|products?|app|apps|applications?|apis?|store|shop|checkout|login|everything|it|we)';

/** What stands before the length of something that may have been a part of it. */
const BEFORE_PART = new RegExp(
  String.raw`(?<!\b(?:monitoring|alerting|logging|metrics|backup|staging|test|internal)\s)\b${SERVED}\s+(?:was|were|(?:has|have|had)\s+been)\s+(?:(?:completely|entirely|fully)\s+)?(?:down|unavailable|offline|unreachable)\s+for\s+(?:a total of\s+)?$`,
  'i',
);
/** "… for two days before the incident" */
const EARLIER = new RegExp(String.raw`^\s*(?:before|prior to|ahead of|leading up to)\s+(?:the|this|our)\s+${WHOLE}`, 'i');

/** What follows one: "a 47-minute outage", "two hours of downtime". */
const AFTER_PART = /^\s*(?:of\s+)?(?:(?:total|partial|full|complete|global|major)\s+)?(?:outage|downtime|disruption)\b/i;
const ANOTHER = /\b(?:first|second|third|last|previous|earlier|another|each|every|per|similar|of|no|avoid\w*|prevent\w*)\s+$/i;

/** A text without any of these words says nothing about it: most texts need no second look. */
const WORDS = /duration|downtime|lasted|took|went on|persisted|continued|\bdown\b|unavailable|offline|unreachable|outage|disruption/i;

interface Hedge {
  readonly pattern: RegExp;
  readonly bound?: 'at least' | 'at most';
}

/** Words between those and the number. */
const HEDGES: readonly Hedge[] = [
  { pattern: /(?:\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|just under|just over|some|circa|ca\.)|[~≈])\s*$/i },
  { pattern: /(?:\b(?:over|more than|at least)|>)\s*$/i, bound: 'at least' },
  { pattern: /(?:\b(?:under|less than|at most|within)|<)\s*$/i, bound: 'at most' },
];

/** Looking further back would find another sentence. */
const REACH = 90;
/** Durations further apart are not of one sentence. */
const LONGEST_GAP = 200;

type Duration = ReturnType<typeof findDurations>[number];

export function findStatedDurations(text: string): StatedDuration[] {
  if (!WORDS.test(text)) return [];
  // Emphasis and code marks are blanked out, so that places stay the same.
  const plain = text.replace(/[*_`]/g, ' ');
  const durations = findDurations(plain);
  return durations.flatMap(({ ms, offset, text: written }, index) => {
    const before = plain.slice(Math.max(0, offset - REACH), offset);
    const hedge = HEDGES.find(({ pattern }) => pattern.test(before));
    const lead = hedge ? before.replace(hedge.pattern, '') : before;
    const isWhole = BEFORE_WHOLE.some((pattern) => pattern.test(lead));
    const end = offset + written.length;
    const after = plain.slice(end, end + REACH);
    if ((!isWhole && !isPart(lead, after)) || EARLIER.test(after)) return [];
    if (isOneOfSeveral(index, durations, text)) return [];
    const slack = slackOf(written, ms, hedge !== undefined && hedge.bound === undefined);
    return [{ ms, text: written.trim(), offset, slack, isPart: !isWhole, ...(hedge?.bound && { bound: hedge.bound }) }];
  });
}

function isPart(before: string, after: string): boolean {
  return BEFORE_PART.test(before) || (AFTER_PART.test(after) && !ANOTHER.test(before));
}

/** Where one statement ends and another begins: sentences, paragraphs, list items, rows, labelled lines. */
const SENTENCE_END = /[.!?]\s|\n\s*(?:\n|[-+*>|#]|\d{1,3}[.)]\s|[^\n:.]{1,40}:)/;

/** "45 minutes for some and 60 minutes for the rest": which of them is the incident's is not said. */
function isOneOfSeveral(index: number, durations: readonly Duration[], text: string): boolean {
  const own = durations[index];
  const beside = [durations[index - 1], durations[index + 1]];
  return beside.some((other) => {
    if (!own || !other || Math.abs(other.ms - own.ms) <= slackOf(own.text, own.ms, false)) return false;
    const [first, second] = other.offset < own.offset ? [other, own] : [own, other];
    const end = first.offset + first.text.length;
    return second.offset - end <= LONGEST_GAP && !SENTENCE_END.test(text.slice(end, second.offset));
  });
}

/** People round to the unit and to five minutes; less so when they give hours and minutes, more so when they say "about". */
function slackOf(written: string, ms: number, isHedged: boolean): number {
  const units = unitsOf(written);
  const unit = Math.min(...units, 7 * DAY);
  const rounding = unit === MINUTE && (ms / MINUTE) % 5 === 0 ? 5 * MINUTE : unit;
  if (isHedged) return Math.max(1.5 * rounding, 0.25 * ms);
  return Math.max(/\d[.,]\d/.test(written) ? rounding / 2 : rounding, (units.length > 1 ? 0.03 : 0.1) * ms, 2 * MINUTE);
}

const UNIT_MS: Readonly<Record<string, number>> = { w: 7 * DAY, d: DAY, h: HOUR, m: MINUTE, s: 1000 };

/** The units of `1h 37m` and `four hours and 30 minutes`: the words that are not numbers, by their first letters. */
function unitsOf(written: string): number[] {
  return [...written.matchAll(/\b(?:\d[\d.,]*)?[\s-]*(w|d|h|m|s)(?:eeks?|ays?|ours?|rs?|in(?:ute)?s?|ec(?:ond)?s?)?\b/gi)].map(
    (match) => UNIT_MS[(match[1] ?? '').toLowerCase()] ?? HOUR,
  );
}
