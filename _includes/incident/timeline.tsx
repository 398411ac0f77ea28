// What happened when, on a line. A time that was not recorded is said to be so, and a long silence has its length.
import type { Incident, TimelineEntry, TimelineKind } from '../../src/core/model/incident.ts';
import type { Timestamp } from '../../src/core/model/timestamp.ts';
import { longestSilence } from '../../src/core/silence.ts';
import { DAY } from '../../src/core/time/calendar.ts';
import { sayDuration } from '../../src/core/time/duration.ts';
import { formatDateTime, formatTime } from '../../src/core/time/format.ts';
import { ReadyHtml } from '../ui/ready-html.tsx';
import { DateText, Time } from '../ui/time.tsx';
import { type Gap, timelineDays } from './timeline-rows.ts';

/** Kinds that are said in words; an action or a note is told by its text. */
const KIND_WORDS: Readonly<Partial<Record<TimelineKind, string>>> = {
  started: 'Started',
  detected: 'Detected',
  acknowledged: 'Acknowledged',
  identified: 'Identified',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
  escalated: 'Escalated',
};

export function Timeline({ incident }: { readonly incident: Incident }) {
  const days = timelineDays(incident);
  return (
    <>
      {days.map(({ day, rows }) => (
        <>
          {day !== undefined && (
            <h3 class="timeline__day">
              <DateText day={day} long />
            </h3>
          )}
          <ol class="timeline">
            {rows.map((row) =>
              row.kind === 'gap' ? (
                <GapRow gap={row.gap} />
              ) : (
                <Entry entry={row.entry} offset={row.offset} level={day === undefined ? 3 : 4} />
              ),
            )}
          </ol>
        </>
      ))}
      <Silent incident={incident} />
    </>
  );
}

/** Said of the record: whether anything happened meanwhile nobody wrote down. */
function Silent({ incident }: { readonly incident: Incident }) {
  const silence = longestSilence(incident);
  if (silence === undefined) return null;
  const { ms, from, to, entries } = silence;
  return (
    <p class="note screen-only">
      Longest stretch without an entry: {sayDuration(ms)}, from <Time at={from} show={ms >= DAY ? 'datetime' : 'time'} /> to{' '}
      <Time at={to} show={ms >= DAY ? 'datetime' : 'time'} />, of {entries} entries with a time.
    </p>
  );
}

interface EntryProps {
  readonly entry: TimelineEntry;
  readonly offset: string | undefined;
  /** Of the heading: one below what stands above it. */
  readonly level: 3 | 4;
}

function Entry({ entry, offset, level }: EntryProps) {
  const { at, until, kind, text } = entry;
  const isTimed = at !== undefined && at.precision !== 'date';
  const word = KIND_WORDS[kind];
  const variant =
    (isTimed ? '' : ' timeline__event--untimed') + (word !== undefined && kind !== 'escalated' ? ' timeline__event--milestone' : '');
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <li class={`timeline__event${variant}`}>
      <p class="timeline__time">
        {isTimed ? <Clock at={at} until={until} /> : <span class="timeline__untimed">time not recorded</span>}
        {offset !== undefined && (
          <>
            {' '}
            <span class="timeline__offset">{offset}</span>
          </>
        )}
      </p>
      <div class="timeline__text">
        {word !== undefined && <Heading class="timeline__kind">{word}</Heading>}
        <ReadyHtml as={isBlock(text.html) ? 'div' : 'p'} class={isBlock(text.html) ? 'prose' : undefined} html={text.html} />
      </div>
    </li>
  );
}

function Clock({ at, until }: { readonly at: Timestamp; readonly until: Timestamp | undefined }) {
  return (
    <span>
      {at.approximate && <span class="timeline__about">about</span>}
      <time datetime={at.iso} data-show="time">
        {formatTime(at)}
      </time>
      {until && until.precision !== 'date' && (
        <>
          {' '}
          <span class="timeline__about">to</span>
          <time datetime={until.iso} data-show="time">
            {formatTime(until)}
          </time>
        </>
      )}
    </span>
  );
}

function GapRow({ gap }: { readonly gap: Gap }) {
  const show = gap.ms >= DAY ? 'datetime' : 'time';
  const format = show === 'time' ? formatTime : formatDateTime;
  return (
    <li class="timeline__gap">
      <p class="timeline__time">
        <b class="timeline__length">{sayDuration(gap.ms)}</b>
      </p>
      <div class="timeline__text">
        <p>
          No time was recorded between{' '}
          <time datetime={gap.from.iso} data-show={show}>
            {format(gap.from)}
          </time>{' '}
          and{' '}
          <time datetime={gap.to.iso} data-show={show}>
            {format(gap.to)}
          </time>
          . {sayUntimed(gap.untimed)}Not drawn to scale.
        </p>
      </div>
    </li>
  );
}

function sayUntimed(count: number): string {
  if (count === 0) return '';
  return count === 1 ? 'The step above falls somewhere in it. ' : `The ${NUMBERS[count] ?? count} steps above fall somewhere in it. `;
}

const NUMBERS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six' };

/** Entries from the body may hold paragraphs and lists, which cannot stand in a paragraph. */
function isBlock(html: string): boolean {
  return /^\s*<(?:p|ul|ol|pre|blockquote|div|figure|table|h[1-6]|hr|dl|section)\b/.test(html);
}
