// What a team hands on with the pager, made to be printed: the last 30 and 90 days, what of high priority is open, which messages came back.
import { type HandOver, LATELY_DAYS, RECENT_DAYS } from '../../src/core/dossier/hand-over.ts';
import type { TrackedAction } from '../../src/core/model/archive.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { ActionTable } from '../ui/action-table.tsx';
import { sayLength } from '../ui/incident-list.tsx';
import { CountedTo } from '../ui/lateness.tsx';
import { Section } from '../ui/section.tsx';
import { Severity } from '../ui/severity.tsx';
import { DateText, Time } from '../ui/time.tsx';
import { marked } from '../ui/title.tsx';
import type { View } from '../ui/view.ts';
import { SignatureList } from './signature-list.tsx';

export interface HandOverProps {
  readonly handOver: HandOver;
  readonly view: View;
}

/** More would not fit on two sheets; the page's own lists have the rest. */
const MOST_INCIDENTS = 12;
const MOST_ACTIONS = 12;

export function HandOverSections({ handOver, view }: HandOverProps) {
  const { recent, before, undated, urgent, signatures } = handOver;
  const notes = (
    <>
      <p>
        Counted back from <DateText day={view.asOf} />
      </p>
      {undated > 0 && <p>{countOf(undated, 'incident')} without a day left out</p>}
    </>
  );
  return (
    <>
      <Section id="hand-over" title="Hand-over" notes={notes}>
        <Period title={`Last ${RECENT_DAYS} days`} incidents={recent} view={view} />
        <Period title={`${RECENT_DAYS + 1} to ${LATELY_DAYS} days ago`} incidents={before} view={view} />
      </Section>
      <Section id="urgent" title="Of high priority" notes={<UrgentNotes handOver={handOver} view={view} />}>
        <Urgent actions={urgent} view={view} />
      </Section>
      <Section id="signatures" title="Came back" notes={<p>Signatures of more than one of its incidents</p>}>
        {signatures.length === 0 ? <p class="soft">None.</p> : <SignatureList signatures={signatures} view={view} />}
      </Section>
    </>
  );
}

function UrgentNotes({ handOver: { open, urgent, unranked }, view }: HandOverProps) {
  return (
    <>
      <p>
        P0 and P1 that its incidents left open, or that are its own to do: {sayCount(urgent.length)} of {sayCount(open)} open, as of{' '}
        <CountedTo view={view} />
      </p>
      {unranked > 0 && <p>{sayCount(unranked)} of them have no priority</p>}
    </>
  );
}

function Urgent({ actions, view }: { readonly actions: readonly TrackedAction[]; readonly view: View }) {
  if (actions.length === 0) return <p class="soft">Nothing.</p>;
  return (
    <>
      <ActionTable actions={actions.slice(0, MOST_ACTIONS)} view={view} caption="Open action items of high priority, the latest first" />
      {actions.length > MOST_ACTIONS && (
        <p class="list-foot">
          The {MOST_ACTIONS} that are the most overdue or due next, of {sayCount(actions.length)}.
        </p>
      )}
    </>
  );
}

function Period({ title, incidents, view }: { readonly title: string; readonly incidents: readonly Incident[]; readonly view: View }) {
  return (
    <>
      <h3 class="hand-over__period">
        {title}: {incidents.length === 0 ? 'no incident' : countOf(incidents.length, 'incident')}
      </h3>
      {incidents.length > 0 && (
        <ul class="dossier-list">
          {incidents.slice(0, MOST_INCIDENTS).map((incident) => (
            <Line key={incident.id} incident={incident} view={view} />
          ))}
        </ul>
      )}
      {incidents.length > MOST_INCIDENTS && (
        <p class="list-foot">
          The newest {MOST_INCIDENTS} of {sayCount(incidents.length)}.
        </p>
      )}
    </>
  );
}

/** `resolved` missing is no proof that it goes on: only that nobody wrote the end down. */
function Line({ incident, view }: { readonly incident: Incident; readonly view: View }) {
  const { started, resolved } = incident.milestones;
  const length = sayLength(incident);
  return (
    <li class="dossier-list__item">
      <a href={view.incidentHref(incident.id)}>{marked(incident.title)}</a>
      <span class="dossier-list__note">
        {started && <Time at={started} show="day" />} {view.isGraded && <Severity level={view.severity(incident.severity)} />}{' '}
        {resolved === undefined ? 'no end recorded' : length === undefined ? '' : `lasted ${length}`}
      </span>
    </li>
  );
}
