// The first page: a search, the newest incidents, what is most overdue, a year at a glance.
import { isOpen } from '../../src/core/model/action-item.ts';
import type { Archive, TrackedAction } from '../../src/core/model/archive.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { actionsPath, incidentsPath, searchPath, triagePath } from '../../src/core/text/urls.ts';
import { formatMonth } from '../../src/core/time/format.ts';
import { ActionTable } from '../ui/action-table.tsx';
import { IncidentList } from '../ui/incident-list.tsx';
import { CountedTo, DayCount, LateCount } from '../ui/lateness.tsx';
import { LeftOutNotice } from '../ui/notice.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { Section } from '../ui/section.tsx';
import { DateText } from '../ui/time.tsx';
import type { View } from '../ui/view.ts';
import { Year } from './year.tsx';

export interface HomePageProps {
  readonly archive: Pick<Archive, 'incidents' | 'actions' | 'leftOut'>;
  readonly view: View;
}

const SHOWN = 5;

export function HomePage({ archive, view }: HomePageProps) {
  const { incidents } = archive;
  return (
    <>
      <LeftOutNotice files={archive.leftOut} />
      <div class="hero split">
        <div class="split__column">
          <h1 class="hero__title">Have we seen this before?</h1>
          <SearchBox root={view.root} placeholder="a service, an error, a cause">
            <SearchExamples incidents={incidents} view={view} />
            <p>
              An alert or a log on the screen? <a href={view.root + triagePath()}>Paste it</a>: nothing leaves the browser.
            </p>
          </SearchBox>
        </div>
      </div>
      {incidents.length === 0 ? <EmptyArchive /> : <Newest incidents={incidents} view={view} />}
      {incidents.length > 0 && <Overdue actions={archive.actions} view={view} />}
      {incidents.length > 0 && <Year incidents={incidents} view={view} />}
    </>
  );
}

/** Things that are in the archive, so that each example finds something. */
function SearchExamples({ incidents, view }: { readonly incidents: readonly Incident[]; readonly view: View }) {
  const recent = incidents.slice(0, 50);
  const first = (valuesOf: (incident: Incident) => readonly string[]) => recent.flatMap(valuesOf).find(isShort);
  const found = [
    first(({ signatures }) => signatures),
    first(({ services }) => services),
    first(({ rootCauses, tags }) => [...rootCauses, ...tags]),
  ].filter((word) => word !== undefined);
  const words = [...new Set(found)];
  if (words.length === 0) return null;
  return (
    <p>
      Try{' '}
      {words.map((word, index) => (
        <>
          {index > 0 && (index === words.length - 1 ? ' or ' : ', ')}
          <a class="query" href={`${view.root}${searchPath()}?q=${encodeURIComponent(word)}`}>
            {word}
          </a>
        </>
      ))}
      .
    </p>
  );
}

function isShort(word: string): boolean {
  return word.length <= 30;
}

function EmptyArchive() {
  return (
    <Section id="_newest" title="Newest incidents">
      <div class="empty">
        <p>There is no incident in the archive yet.</p>
        <p class="soft">
          <code>hindsight new "What went wrong"</code> makes the file of the first one. It shows here with the next build.
        </p>
      </div>
    </Section>
  );
}

function Newest({ incidents, view }: { readonly incidents: readonly Incident[]; readonly view: View }) {
  const first = incidents.findLast(({ milestones }) => milestones.started !== undefined)?.milestones.started;
  const notes = (
    <>
      <p>
        {sayCount(incidents.length)} in the archive{first && `, the first from ${formatMonth(first)}`}
      </p>
      <p>
        <a class="more" href={view.root + incidentsPath()}>
          All incidents
        </a>
      </p>
    </>
  );
  return (
    <Section id="_newest" title="Newest incidents" notes={notes}>
      <IncidentList incidents={incidents.slice(0, SHOWN)} view={view} />
    </Section>
  );
}

function Overdue({ actions, view }: { readonly actions: readonly TrackedAction[]; readonly view: View }) {
  const open = actions.filter(({ item }) => isOpen(item));
  // In the tracker's order: the latest first.
  const overdue = open.filter(({ overdueDays }) => (overdueDays ?? 0) > 0);
  const oldest = overdue[0]?.overdueDays;
  const notes = (
    <>
      <p>
        {open.length === 0 ? (
          'No action item is open'
        ) : (
          <>
            <LateCount actions={open} /> of {countOf(open.length, 'open item')}
          </>
        )}
        {oldest !== undefined && (
          <>
            , the oldest by <DayCount days={oldest} />
          </>
        )}
        , on <CountedTo view={view} />
      </p>
      {actions.length > 0 && (
        <p>
          <a class="more" href={view.root + actionsPath()}>
            All actions
          </a>
        </p>
      )}
    </>
  );
  return (
    <Section id="_overdue" title="Overdue actions" notes={notes}>
      {overdue.length === 0 ? (
        <p class="soft">
          Nothing was overdue on <DateText day={view.asOf} />, when this page was built.
        </p>
      ) : (
        <ActionTable actions={overdue.slice(0, SHOWN)} view={view} caption="Action items past their due date, the latest first" />
      )}
    </Section>
  );
}
