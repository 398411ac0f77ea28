// What the archive knows of changes that went wrong here: which, of what cause, what their authors learnt, and what of it is still open.
import type { ChangeIncident, ServiceDossier } from '../../src/core/dossier/service.ts';
import type { IndexEntry } from '../../src/core/model/archive.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { Due } from '../ui/due.tsx';
import { Names } from '../ui/names.tsx';
import { Owner } from '../ui/owner.tsx';
import { Section } from '../ui/section.tsx';
import { Severity } from '../ui/severity.tsx';
import { Time } from '../ui/time.tsx';
import { marked } from '../ui/title.tsx';
import type { View } from '../ui/view.ts';

export interface BeforeYouDeployProps {
  readonly dossier: ServiceDossier;
  readonly entry: IndexEntry;
  readonly view: View;
}

const MOST_CHANGES = 8;
const MOST_LESSONS = 2;
const MOST_OPEN = 4;

export function BeforeYouDeploy({ dossier, entry, view }: BeforeYouDeployProps) {
  const { changes, triggered } = dossier;
  const shown = changes.slice(0, MOST_CHANGES);
  const notes = (
    <p>
      Incidents whose trigger is a change: a deploy, a configuration, a migration. The trigger is known for {sayCount(triggered)} of{' '}
      {sayCount(entry.incidents.length)}
    </p>
  );
  return (
    <Section id="before-you-deploy" title="Before you deploy" notes={notes}>
      {shown.length === 0 ? (
        <p class="soft">
          {triggered === 0 ? 'No incident says what set it off.' : 'No incident is said to have been set off by a change.'}
        </p>
      ) : (
        <ol class="dossier-list">
          {shown.map((change) => (
            <Change key={change.incident.id} change={change} view={view} />
          ))}
        </ol>
      )}
      {changes.length > shown.length && (
        <p class="list-foot">
          The newest {MOST_CHANGES} of {sayCount(changes.length)}.
        </p>
      )}
    </Section>
  );
}

function Change({ change: { incident, open }, view }: { readonly change: ChangeIncident; readonly view: View }) {
  const { milestones, severity, trigger, rootCauses, lessons } = incident;
  return (
    <li class="dossier-list__item">
      <h3 class="dossier-list__title">
        <a href={view.incidentHref(incident.id)}>{marked(incident.title)}</a>
      </h3>
      <p class="dossier-list__note">
        {view.isGraded && <Severity level={view.severity(severity)} />}{' '}
        {milestones.started ? <Time at={milestones.started} show="day" /> : 'Undated'}. Set off by: {trigger}.
        {rootCauses.length > 0 && (
          <>
            {' '}
            Cause: <Names of={rootCauses.map((id) => view.term('causes', id))} />.
          </>
        )}
      </p>
      {lessons.wentWrong.slice(0, MOST_LESSONS).map(({ plain }) => (
        <p class="dossier-list__lesson" key={plain}>
          {plain}
        </p>
      ))}
      <StillOpen open={open} view={view} />
    </li>
  );
}

function StillOpen({ open, view }: Pick<ChangeIncident, 'open'> & { readonly view: View }) {
  if (open.length === 0) return <p class="dossier-list__note">Nothing it promised is open.</p>;
  return (
    <>
      <p class="dossier-list__note">{countOf(open.length, 'action')} still open:</p>
      <ul class="dossier-list__open">
        {open.slice(0, MOST_OPEN).map(({ item, incident }) => (
          <li key={item.id}>
            <a href={view.actionHref(incident.id, item)}>{marked(item.title.plain)}</a> <Owner item={item} view={view} />{' '}
            <Due item={item} asOf={view.asOf} />
          </li>
        ))}
      </ul>
      {open.length > MOST_OPEN && <p class="dossier-list__note">And {sayCount(open.length - MOST_OPEN)} more.</p>}
    </>
  );
}
