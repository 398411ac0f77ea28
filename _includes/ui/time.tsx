// A moment or a day, readable by people and by programs.
import type { Day, Timestamp } from '../../src/core/model/timestamp.ts';
import { formatDateTime, formatDay, formatDayLong, formatTime } from '../../src/core/time/format.ts';

type Shown = 'time' | 'day' | 'datetime';

export interface TimeProps {
  readonly at: Timestamp;
  /** Default: `datetime`. */
  readonly show?: Shown | undefined;
}

const FORMATS = { time: formatTime, day: formatDay, datetime: formatDateTime } as const;

/**
 * A moment in the zone it was written in; "about" stands before an estimate. `data-show` tells the script what to write when the reader
 * picks another zone; a day without a time has none, because it cannot be moved.
 */
export function Time({ at, show = 'datetime' }: TimeProps) {
  const isDay = at.precision === 'date';
  const time = (
    <time datetime={at.iso} data-show={isDay ? undefined : show}>
      {isDay ? formatDay(at) : FORMATS[show](at)}
    </time>
  );
  return at.approximate ? <>about {time}</> : time;
}

export interface DateTextProps {
  readonly day: Day;
  /** `Monday, 15 January 2024`. */
  readonly long?: boolean | undefined;
}

/** A calendar day, the same in every zone. */
export function DateText({ day, long = false }: DateTextProps) {
  return <time datetime={day}>{long ? formatDayLong(day) : formatDay(day)}</time>;
}
