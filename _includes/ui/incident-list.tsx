// Few incidents, each with its summary: the newest ones, those of one tag.

import { cutShort, plainSummary } from '../../src/core/digest.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import { NAMES_SHOWN } from '../../src/core/rows/row-view.ts';
import { sayDuration } from '../../src/core/time/duration.ts';
import { DocStatus } from './doc-status.tsx';
import { Names } from './names.tsx';
import { Severity } from './severity.tsx';
import { Time } from './time.tsx';
import { marked } from './title.tsx';
import type { View } from './view.ts';

export interface IncidentListProps {
  readonly incidents: readonly Incident[];
  readonly view: View;
}

/** Its titles are `h3`: it belongs under an `h2`. */
export function IncidentList({ incidents, view }: IncidentListProps) {
  return (
    <ul class="incident-list">
      {incidents.map((incident) => (
        <li class="incident-list__item" key={incident.id}>
          <p class="incident-list__when">
            <Began incident={incident} /> {view.isGraded && <Severity level={view.severity(incident.severity)} />}
            {incident.status !== 'published' && (
              <>
                {' '}
                <DocStatus status={incident.status} />
              </>
            )}
          </p>
          <div class="incident-list__what">
            <h3 class="incident-list__title">
              <a class="row-link" href={view.incidentHref(incident.id)}>
                {marked(incident.title)}
              </a>
            </h3>
            <Summary incident={incident} />
          </div>
          <p class="incident-list__where">
            <Lasted incident={incident} />{' '}
            <span>
              <Services incident={incident} view={view} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** All of a few, the first of many: the incident's own page has the rest. */
function Services({ incident, view }: { readonly incident: Incident; readonly view: View }) {
  const all = incident.services;
  const shown = all.length <= NAMES_SHOWN + 1 ? all : all.slice(0, NAMES_SHOWN);
  return (
    <>
      <Names of={shown.map((id) => view.term('services', id))} />
      {shown.length < all.length && (
        <>
          {' '}
          and <a href={view.incidentHref(incident.id)}>{all.length - shown.length} more</a>
        </>
      )}
    </>
  );
}

/** The day an incident began, or that it is not known. */
function Began({ incident }: { readonly incident: Incident }) {
  const { started } = incident.milestones;
  return started === undefined ? <span class="unknown">Undated</span> : <Time at={started} show="day" />;
}

function Summary({ incident }: { readonly incident: Incident }) {
  const summary = cutShort(plainSummary(incident));
  return summary === '' ? null : <p class="incident-list__summary">{summary}</p>;
}

/** How long an incident lasted, where its start and its end are known to the minute. */
function lengthOf({ milestones: { started, resolved } }: Incident): number | undefined {
  if (started === undefined || resolved === undefined || started.precision === 'date' || resolved.precision === 'date') return undefined;
  return Math.max(0, resolved.epoch - started.epoch);
}

/** `1 h 40 min`, "about" where an end of it is an estimate; nothing where it is not known. */
export function sayLength(incident: Incident): string | undefined {
  const length = lengthOf(incident);
  if (length === undefined) return undefined;
  const isEstimate = incident.milestones.started?.approximate === true || incident.milestones.resolved?.approximate === true;
  return `${isEstimate ? 'about ' : ''}${sayDuration(length)}`;
}

function Lasted({ incident }: { readonly incident: Incident }) {
  const words = sayLength(incident);
  if (words === undefined) return null;
  return (
    <span class="incident-list__long">
      <span class="visually-hidden">Lasted </span>
      {words}
    </span>
  );
}
