// How far a list of promises has come: four figures, each with what it counts, and the course of the last two years.
import type { ComponentChildren } from 'preact';
import type { TrackedAction } from '../../src/core/model/archive.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { flowOf } from '../../src/core/tracker/flow.ts';
import { type OnTime, type Progress, progressOf } from '../../src/core/tracker/progress.ts';
import { BurnUp } from '../charts/burn-up.tsx';
import { CountedTo, DayCount, LateCount } from '../ui/lateness.tsx';
import { Section } from '../ui/section.tsx';
import { DateText } from '../ui/time.tsx';
import type { View } from '../ui/view.ts';

export interface ProgressSectionProps {
  /** The whole list, as of the day of the view. */
  readonly actions: readonly TrackedAction[];
  readonly view: View;
}

export function ProgressSection({ actions, view }: ProgressSectionProps) {
  const notes = (
    <p>
      {countOf(actions.length, 'item')}, as of <CountedTo view={view} />
    </p>
  );
  const progress = progressOf(actions);
  return (
    <Section id="_progress" title="Progress" notes={notes}>
      <ProgressFacts
        progress={progress}
        view={view}
        counted={{
          late: <LateCount actions={actions} />,
          age: <DayCount days={progress.medianAgeDays ?? 0} />,
          day: <CountedTo view={view} />,
        }}
      />
      <BurnUp flow={flowOf(actions, view.asOf)} />
    </Section>
  );
}

export interface ProgressFactsProps {
  readonly progress: Progress;
  readonly view: Pick<View, 'asOf'>;
  /** What is late, the median age and the day of both, where they can be counted on to the day they are read. */
  readonly counted?: Readonly<Record<'late' | 'age' | 'day', ComponentChildren>>;
}

export function ProgressFacts({ progress, view, counted }: ProgressFactsProps) {
  const { total, done, dropped, open, overdue, medianAgeDays, aged, onTime } = progress;
  return (
    <dl class="progress">
      <Fact name="Done" figure={`${sayCount(done)} of ${sayCount(total)}`}>
        {dropped === 0 ? 'Items whose status is done.' : `Items whose status is done; ${sayCount(dropped)} more will not be done.`}
      </Fact>
      <Fact
        name="Overdue"
        figure={
          open === 0 ? (
            'none is open'
          ) : (
            <>
              {counted?.late ?? sayCount(overdue)} of {sayCount(open)} open
            </>
          )
        }
      >
        Open past their due day on {counted?.day ?? <DateText day={view.asOf} />}.
      </Fact>
      <Fact name="Median age" figure={medianAgeDays === undefined ? 'not known' : (counted?.age ?? countOf(medianAgeDays, 'day'))}>
        Days since the {sayCount(aged)} of {countOf(open, 'open item')} of which that is known were created, else since their incident
        ended.
      </Fact>
      <Fact name="On time" figure={sayOnTime(onTime)}>
        Done on their due day or before it, of the done items that have both days.{sayUncounted(onTime)}
      </Fact>
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  readonly figure: ComponentChildren;
  /** What the figure counts. */
  readonly children: ComponentChildren;
}

function Fact({ name, figure, children }: FactProps) {
  return (
    <div class="progress__fact">
      <dt>{name}</dt>
      <dd>
        <span class="progress__figure">{figure}</span>
        <span class="progress__about">{children}</span>
      </dd>
    </div>
  );
}

/** `7 of 9` */
export function sayOnTime({ kept, of }: OnTime): string {
  return of === 0 ? 'not known' : `${sayCount(kept)} of ${sayCount(of)}`;
}

/** ` 3 more had no due date, 1 has no day of its end.` */
function sayUncounted({ withoutDue, withoutCompleted }: OnTime): string {
  const parts = [
    withoutDue > 0 && `${sayCount(withoutDue)} more had no due date`,
    withoutCompleted > 0 && `${sayCount(withoutCompleted)} more had one, but not the day they were done`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : ` ${parts.join('; ')}.`;
}
