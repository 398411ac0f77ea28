// Incidents beside one another, drawn in the browser from their files: a lane for each, one axis, what they have in common, and the tables behind.
import { axisOf, type CompareAxis } from '../../src/core/compare/axis.ts';
import { compareQuery } from '../../src/core/compare/ids.ts';
import type { Lane, Placed } from '../../src/core/compare/line-up.ts';
import { inCommon } from '../../src/core/compare/say.ts';
import { AxisLabels } from './axis-labels.tsx';
import { CompareKey } from './compare-key.tsx';
import { CompareLane } from './compare-lane.tsx';
import { CompareTables } from './compare-tables.tsx';

export interface CompareBodyProps {
  readonly root: string;
  readonly lanes: readonly Lane[];
  /** Everything the address asks for, whether or not it could be read. */
  readonly asked: readonly string[];
}

export function CompareBody({ root, lanes, asked }: CompareBodyProps) {
  const placed = lanes.flatMap((lane) => lane.placed ?? []);
  const axis = placed.length === 0 ? undefined : axisOf(placed.map(({ stretch }) => stretch));
  return (
    <>
      <Common lanes={lanes} />
      <figure class="compare chart" aria-labelledby="_axis">
        {axis && <AxisLabels axis={axis} hasHatch />}
        <ol class="compare__lanes">
          {lanes.map((lane) => (
            <CompareLane
              key={lane.record.id}
              lane={lane}
              axis={axis}
              root={root}
              without={compareQuery(asked.filter((id) => id !== lane.record.id))}
            />
          ))}
        </ol>
        {axis && lanes.length > 2 && <AxisLabels axis={axis} />}
        {axis && <CompareKey has={shownIn(placed)} />}
        {axis && <Note axis={axis} />}
        <CompareTables lanes={lanes} />
      </figure>
    </>
  );
}

/** Even where there is none: that they share nothing recorded is worth knowing too. */
function Common({ lanes }: { readonly lanes: readonly Lane[] }) {
  if (lanes.length < 2) return null;
  const common = inCommon(lanes.map(({ record }) => record));
  return (
    <p class="compare__common">
      {common.length === 0 ? (
        'No service, cause, trigger, way of detection or severity is recorded alike of every one of them.'
      ) : (
        <>
          {lanes.length === 2 ? 'Both' : 'All of them'}:{' '}
          {common.map(({ name, values }, index) => (
            <>
              {index > 0 && '; '}
              {name} <b>{values.join(', ')}</b>
            </>
          ))}
          .
        </>
      )}
    </p>
  );
}

function Note({ axis }: { readonly axis: CompareAxis }) {
  return (
    <p class="chart__note">
      {axis.isLogarithmic
        ? 'Logarithmic to both sides of detection, because the shortest of them would not be seen beside the longest: equal lengths are not equal times. The words beside each have the times.'
        : 'Drawn to scale.'}
    </p>
  );
}

function shownIn(placed: readonly Placed[]): { readonly entries: boolean; readonly silence: boolean } {
  return { entries: placed.some(({ marks }) => marks.length > 0), silence: placed.some(({ silence }) => silence !== undefined) };
}
