// The section with the phase bar: how long it took from where to where, in which zone, and what is not known.
import type { Incident } from '../../src/core/model/incident.ts';
import { MILESTONES, type Milestone } from '../../src/core/model/timestamp.ts';
import { sayDuration } from '../../src/core/time/duration.ts';
import { Time } from '../ui/time.tsx';
import { PhaseBar } from './phase-bar.tsx';
import { type Phases, phasesOf, unknownMilestones } from './phases.ts';

const NOUNS: Readonly<Record<Milestone, string>> = {
  started: 'start',
  detected: 'detection',
  acknowledged: 'acknowledgement',
  identified: 'cause found',
  mitigated: 'mitigation',
  resolved: 'recovery',
};

export function PhasesSection({ incident }: { readonly incident: Incident }) {
  const known = MILESTONES.filter((milestone) => incident.milestones[milestone] !== undefined);
  if (known.length === 0) return null;
  const phases = phasesOf(incident);
  const unknown = unknownMilestones(incident);
  return (
    <section class="incident__phases split" aria-labelledby="_phases">
      <div class="section__head">
        <h2 id="_phases">Phases</h2>
        {phases && <p>{sayWhole(phases)}</p>}
        {unknown.length > 0 && <p>Not recorded: {unknown.map((milestone) => NOUNS[milestone]).join(', ')}.</p>}
        <Zone incident={incident} />
      </div>
      <div>{phases ? <PhaseBar phases={phases} /> : <NoPhases incident={incident} known={known} />}</div>
    </section>
  );
}

function sayWhole({ first, last, ms }: Phases): string {
  const about = first.at.approximate || last.at.approximate ? 'About ' : '';
  return `${about}${sayDuration(ms)} from ${NOUNS[first.milestone]} to ${NOUNS[last.milestone]}.`;
}

function NoPhases({ incident, known }: { readonly incident: Incident; readonly known: readonly Milestone[] }) {
  const hasDaysOnly = known.length > 1;
  return (
    <p class="phase-bar__none">
      {known.map((milestone, index) => {
        const at = incident.milestones[milestone];
        return (
          <>
            {index > 0 && ', '}
            {index === 0 ? capital(WORDS[milestone]) : WORDS[milestone]} {at && <Time at={at} />}
          </>
        );
      })}
      .{' '}
      {hasDaysOnly
        ? 'The times of day that would show its phases were not recorded.'
        : 'No other time was recorded, so its phases are not known.'}
    </p>
  );
}

const WORDS: Readonly<Record<Milestone, string>> = {
  ...NOUNS,
  started: 'began',
  detected: 'detected',
  acknowledged: 'acknowledged',
  mitigated: 'mitigated',
  resolved: 'resolved',
};

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Times are shown as they were written; a script can show others, and then names that zone here. */
function Zone({ incident }: { readonly incident: Incident }) {
  const timed = Object.values(incident.milestones).filter((at) => at.precision !== 'date');
  const zones = new Set(timed.map((at) => at.zone));
  const [zone] = zones;
  if (zone === undefined) return null;
  return (
    <p>
      Times in <span data-zone-name="">{zones.size === 1 ? zone : 'the zones they were written in'}</span>
      <span class="needs-script screen-only">
        ; <kbd>u</kbd> shows others
      </span>
      .
    </p>
  );
}
