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

/** What must stand before a length for it to be that of the incident. */
const BEFORE: readonly { readonly pattern: RegExp; readonly isPart: boolean }[] = [
  // "Duration: 14 hours", "| Duration | 2 h |", "**Total duration** – 40 min"
  {
    pattern:
      /(?:^|[\n|])[\s>+-]*(?:(?:total|overall|incident|outage)[ \t]+){0,2}(?:duration|downtime|length)[ \t]*(?:\([^)\n]{0,30}\))?[ \t]*[:|=–—-]\s*[^\S\n]*$/i,
    isPart: false,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:the|this|our)\s+(?:(?:whole|entire|total|overall|full)\s+)?${WHOLE}\s+(?:itself\s+|in total\s+)?(?:lasted|took|went on|persisted|continued)\s+(?:for\s+)?(?:a total of\s+)?$`,
      'i',
    ),
    isPart: false,
  },
  {
    pattern: new RegExp(String.raw`\b(?:total|overall)\s+(?:duration|downtime)\s+(?:of\s+the\s+${WHOLE}\s+)?(?:was|of)\s+$`, 'i'),
    isPart: false,
  },
  {
    pattern:
      /\b(?:was|were|been)\s+(?:completely\s+|entirely\s+|fully\s+)?(?:down|unavailable|offline|unreachable)\s+for\s+(?:a total of\s+)?$/i,
    isPart: true,
  },
];

/** What must follow: "a 47-minute outage", "two hours of downtime". */
const AFTER = /^\s*(?:-\s*long\s+|long\s+)?(?:of\s+)?(?:(?:total|partial|full|complete|global|major)\s+)?(?:outage|downtime|disruption)\b/i;

/** Words between the pattern and the number. */
const HEDGE =
  /\b(?:(about|around|approximately|approx\.?|roughly|nearly|almost|just under|just over|some|circa|ca\.)|(over|more than|at least)|(under|less than|at most|within)|(up to|between|every|each|another|first|last|next))\s*$|([~≈>])\s*$/i;

/** No word of this length stands between; looking further back would find another sentence. */
const REACH = 90;

export function findStatedDurations(text: string): StatedDuration[] {
  // Emphasis and code marks are blanked out, so that places stay the same.
  const plain = text.replace(/[*_`]/g, ' ');
  return findDurations(plain).flatMap(({ ms, offset, text: written }) => {
    const before = plain.slice(Math.max(0, offset - REACH), offset);
    const hedge = HEDGE.exec(before.trimEnd());
    if (hedge?.[4] !== undefined) return [];
    const lead = hedge ? before.trimEnd().slice(0, hedge.index) : before;
    const found =
      BEFORE.find(({ pattern }) => pattern.test(lead)) ??
      afterwards(plain.slice(offset + written.length, offset + written.length + REACH), lead);
    if (!found) return [];
    const bound = hedge?.[2] !== undefined || hedge?.[5] === '>' ? 'at least' : hedge?.[3] === undefined ? undefined : 'at most';
    return [
      { ms, text: written.trim(), offset, slack: slackOf(written, ms, hedge !== null), isPart: found.isPart, ...(bound && { bound }) },
    ];
  });
}

/** "The first 20-minute outage" and "another two hours of downtime" are parts; any such phrase may be one. */
function afterwards(after: string, lead: string): { readonly isPart: boolean } | undefined {
  if (
    !AFTER.test(after) ||
    /\b(?:first|second|third|last|previous|earlier|another|each|every|per|similar|of|no|avoid\w*|prevent\w*)\s+$/i.test(lead)
  )
    return undefined;
  return { isPart: true };
}

/** People round: to the unit, to five minutes, to half an hour; and more so when they say "about". */
function slackOf(written: string, ms: number, isHedged: boolean): number {
  const unit = smallestUnit(written);
  const isRound = unit === MINUTE && (ms / MINUTE) % 5 === 0;
  const rounding = isRound ? 5 * MINUTE : unit;
  return Math.max(isHedged ? 1.5 * rounding : rounding, ms * (isHedged ? 0.25 : 0.1), 2 * MINUTE);
}

function smallestUnit(written: string): number {
  const units = [...written.matchAll(/\d[\s\u00a0-]*([a-z])|[\s\u00a0-]([a-z])[a-z]*$/gi)].map((match) =>
    (match[1] ?? match[2] ?? 'h').toLowerCase(),
  );
  const size: Readonly<Record<string, number>> = { w: 7 * DAY, d: DAY, h: HOUR, m: MINUTE, s: 1000 };
  const smallest = Math.min(...units.map((unit) => size[unit] ?? HOUR), 7 * DAY);
  return /\d[.,]\d/.test(written) ? smallest / 2 : smallest;
}
