// The phases of an incident as a bar in proportion, with a key that says each length. Positions in per cent, text in pixels.
import type { Milestone, Timestamp } from '../../src/core/model/timestamp.ts';
import { sayDuration } from '../../src/core/time/duration.ts';
import { formatDay, formatDayTime, formatTime } from '../../src/core/time/format.ts';
import { ticksOf } from './phase-ticks.ts';
import type { Phase, PhaseSegment, Phases } from './phases.ts';

export interface PhaseBarProps {
  readonly phases: Phases;
}

const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  detect: 'Detect',
  acknowledge: 'Acknowledge',
  identify: 'Identify',
  mitigate: 'Mitigate',
  resolve: 'Resolve',
};

const MILESTONE_WORDS: Readonly<Record<Milestone, string>> = {
  started: 'started',
  detected: 'detected',
  acknowledged: 'acknowledged',
  identified: 'cause found',
  mitigated: 'mitigated',
  resolved: 'resolved',
};

const ENDED_BY = {
  detect: 'detected',
  acknowledge: 'acknowledged',
  identify: 'identified',
  mitigate: 'mitigated',
  resolve: 'resolved',
} as const;

const BAR = 26;
/** Space above the bar for words at its inner boundaries. */
const WORDS = 24;
const TICKS = 10;

export function PhaseBar({ phases }: PhaseBarProps) {
  const { segments, hasDays } = phases;
  // One stretch from end to end is no phase of its own.
  const isWhole = segments.length === 1;
  const words = placeWords(segments.slice(0, -1), hasDays);
  const top = words.length > 0 ? WORDS : 0;
  return (
    <figure class={segments.length > 3 ? 'phase-bar phase-bar--five chart' : 'phase-bar chart'} aria-labelledby="_phases">
      <svg class="chart__svg" width="100%" height={top + BAR + 36} role="img" aria-labelledby="_phase-title _phase-desc">
        <title id="_phase-title">{isWhole ? sayDuration(phases.ms) : `${sayDuration(phases.ms)} in ${segments.length} phases`}</title>
        <desc id="_phase-desc">{isWhole ? 'Its phases are not known.' : `${segments.map(sayPhase).join('; ')}.`}</desc>
        <defs>
          <pattern id="_hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="phase-bar__wash" width="6" height="6" />
            <line class="phase-bar__hatch" x1="0" x2="0" y1="0" y2="6" />
          </pattern>
        </defs>
        {words.map((word) => (
          <Boundary key={word.segment.phase} word={word} top={top} hasDay={hasDays} />
        ))}
        {segments.map(({ phase, x, width }) => (
          <rect
            key={phase}
            class={`phase-bar__${isWhole ? 'whole' : phase}`}
            x={`${x}%`}
            y={top}
            width={`${width}%`}
            height={BAR}
            fill={isWhole ? undefined : fillOf(phase)}
          />
        ))}
        <Scale phases={phases} top={top + BAR} />
      </svg>
      {isWhole ? (
        <p class="phase-bar__none">No time in between was recorded, so its phases are not known.</p>
      ) : (
        <dl class="phase-bar__legend">
          {segments.map((segment) => (
            <Key key={segment.phase} segment={segment} show={words.length > 0 ? undefined : hasDays ? 'daytime' : 'time'} />
          ))}
        </dl>
      )}
    </figure>
  );
}

interface Word {
  readonly segment: PhaseSegment;
  readonly x: number;
  readonly anchor: 'start' | 'end';
}

/** What a word takes on a phone, in per cent of the bar. */
const WORD_WIDTH = { time: 32, daytime: 47 };

/** Words for the inner boundaries, or none at all where they would run into one another: then the key has the times. */
function placeWords(inner: readonly PhaseSegment[], hasDays: boolean): Word[] {
  const width = WORD_WIDTH[hasDays ? 'daytime' : 'time'];
  const placed: Word[] = [];
  let free = 0;
  for (const segment of inner) {
    const x = Math.round((segment.x + segment.width) * 100) / 100;
    if (x >= free && x + width <= 100) {
      placed.push({ segment, x, anchor: 'start' });
      free = x + width;
    } else if (x - width >= free) {
      placed.push({ segment, x, anchor: 'end' });
      free = x;
    } else return [];
  }
  return placed;
}

interface BoundaryProps {
  readonly word: Word;
  readonly top: number;
  readonly hasDay: boolean;
}

function Boundary({ word: { segment, x, anchor }, top, hasDay }: BoundaryProps) {
  return (
    <>
      <text class="chart__label chart__label--ink" x={`${x}%`} y="12" text-anchor={anchor}>
        <Figure at={segment.until} hasDay={hasDay} /> {MILESTONE_WORDS[ENDED_BY[segment.phase]]}
      </text>
      <line class="chart__tick" x1={`${x}%`} x2={`${x}%`} y1={top - 7} y2={top} />
    </>
  );
}

/** Ticks of the clock, and the words for start and end. */
function Scale({ phases, top }: { readonly phases: Phases; readonly top: number }) {
  const ticks = ticksOf(phases);
  const { first, last, hasDays } = phases;
  const isTight = sayEnd(first, hasDays).length + sayEnd(last, hasDays).length > MOST_LETTERS;
  return (
    <>
      <g class="chart__tick">
        {ticks.map(({ x, day }) => (
          <line key={x} x1={`${x}%`} x2={`${x}%`} y1={top + 2} y2={top + (day === undefined ? TICKS - 3 : TICKS)} />
        ))}
      </g>
      <End end={first} x="0" {...{ top, hasDay: hasDays, isTight }} />
      {ticks.map(
        ({ x, day }) =>
          day !== undefined && (
            <text key={x} class="chart__label chart__long" x={`${x}%`} y={top + 26} text-anchor="middle">
              {formatDay(day).slice(0, -5)}
            </text>
          ),
      )}
      <End end={last} x="100%" {...{ top, hasDay: hasDays, isTight }} />
    </>
  );
}

/** Of both ends in one line on a phone. */
const MOST_LETTERS = 50;

function sayEnd({ milestone, at }: Phases['first'], hasDay: boolean): string {
  return `${at.approximate ? 'about ' : ''}${hasDay ? formatDayTime(at) : formatTime(at)} ${MILESTONE_WORDS[milestone]}`;
}

interface EndProps {
  readonly end: Phases['first'];
  readonly x: string;
  readonly top: number;
  readonly hasDay: boolean;
  /** On a phone there is room for the times only. */
  readonly isTight: boolean;
}

function End({ end, x, top, hasDay, isTight }: EndProps) {
  const word = MILESTONE_WORDS[end.milestone];
  return (
    <text class="chart__label chart__label--ink" x={x} y={top + 26} text-anchor={x === '0' ? undefined : 'end'}>
      {end.at.approximate && 'about '}
      <Figure at={end.at} hasDay={hasDay} /> {isTight ? <tspan class="chart__long">{word}</tspan> : word}
    </text>
  );
}

function Figure({ at, hasDay }: { readonly at: Timestamp; readonly hasDay: boolean }) {
  return (
    <tspan class="chart__figure" data-show={hasDay ? 'daytime' : 'time'} data-datetime={at.iso}>
      {hasDay ? formatDayTime(at) : formatTime(at)}
    </tspan>
  );
}

interface KeyProps {
  readonly segment: PhaseSegment;
  /** How much of its end is said; nothing where the bar says it. */
  readonly show: 'time' | 'daytime' | undefined;
}

function Key({ segment, show }: KeyProps) {
  const { phase } = segment;
  return (
    <div class="phase-bar__phase">
      <dt>
        <svg class="phase-bar__swatch" width="12" height="12" aria-hidden="true">
          <rect class={`phase-bar__${phase}`} width="12" height="12" fill={fillOf(phase)} />
        </svg>
        {PHASE_WORDS[phase]}
      </dt>
      <dd>
        <b>{sayLength(segment)}</b> <span>{sayShare(segment.width)}</span>
      </dd>
      {show && (
        <dd class="phase-bar__until">
          until{' '}
          <time datetime={segment.until.iso} data-show={show}>
            {show === 'daytime' ? formatDayTime(segment.until) : formatTime(segment.until)}
          </time>
        </dd>
      )}
    </div>
  );
}

function fillOf(phase: Phase): string | undefined {
  return phase === 'identify' ? 'url(#_hatch)' : undefined;
}

function sayPhase(segment: PhaseSegment): string {
  return `${PHASE_WORDS[segment.phase]} took ${sayLength(segment)}, ${sayShare(segment.width)}`;
}

function sayLength({ ms, isEstimate }: PhaseSegment): string {
  return `${isEstimate ? 'about ' : ''}${sayDuration(ms)}`;
}

function sayShare(percent: number): string {
  const rounded = Math.round(percent);
  return rounded === 0 && percent > 0 ? 'under 1\u00a0%' : `${rounded}\u00a0%`;
}
