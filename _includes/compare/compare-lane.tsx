// One incident of a comparison: what it is called, its phases and entries on the axis that all share, and what its record says and does not say.
import type { CompareAxis } from '../../src/core/compare/axis.ts';
import type { Lane } from '../../src/core/compare/line-up.ts';
import { sayMilestones, sayOffAxis, saySilence, sayUnknown } from '../../src/core/compare/say.ts';
import { incidentPath } from '../../src/core/text/urls.ts';
import { Severity } from '../ui/severity.tsx';
import { DateText } from '../ui/time.tsx';
import { LaneStrip } from './lane-strip.tsx';

export interface CompareLaneProps {
  readonly lane: Lane;
  readonly axis: CompareAxis | undefined;
  readonly root: string;
  /** Where it is left out. */
  readonly without: string;
}

export function CompareLane({ lane, axis, root, without }: CompareLaneProps) {
  const { record, placed } = lane;
  const { id, title, severity, milestones, services } = record;
  const { started } = milestones;
  return (
    <li class="compare__lane">
      <div class="compare__what">
        <h3 class="compare__title">
          <a class="row-link" href={root + incidentPath(id)} dir="auto">
            {title}
          </a>
        </h3>
        <p class="compare__meta">
          {severity && <Severity level={severity} />}{' '}
          {started ? (
            <span>
              {started.approximate && 'about '}
              <DateText day={started.iso.slice(0, 10)} />
            </span>
          ) : (
            'undated'
          )}{' '}
          {services.length > 0 && <span class="mono">{services.join(', ')}</span>}
        </p>
        <p class="compare__remove screen-only">
          <a href={without}>
            Remove<span class="visually-hidden"> {title}</span>
          </a>
        </p>
      </div>
      <div class="compare__course">
        {placed && axis ? (
          <LaneStrip lane={lane} placed={placed} axis={axis} />
        ) : (
          <p class="unknown">
            {milestones.detected ? 'Its detection is known by the day only' : 'When it was detected was not recorded'}, so it has no place
            on the axis. The table has its times.
          </p>
        )}
        <Facts of={[sayMilestones(lane), sayUnknown(lane), saySilence(lane), sayOffAxis(lane)]} />
      </div>
    </li>
  );
}

function Facts({ of }: { readonly of: readonly string[] }) {
  return <ul class="compare__facts">{of.map((fact) => fact !== '' && <li key={fact}>{fact}</li>)}</ul>;
}
