// The page of one tag, service, team, cause, severity or year: what it comes to, when, which incidents, what is still promised.
import type { HandOver } from '../../src/core/dossier/hand-over.ts';
import { FEWEST_FOR_SCOPE, SCOPE_KINDS } from '../../src/core/insights/rows.ts';
import type { IndexEntry } from '../../src/core/model/archive.ts';
import { INDEX_FACET } from '../../src/core/rows/facets.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { feedPath, incidentsPath, indexPath, insightsPath, termPath } from '../../src/core/text/urls.ts';
import { firstDay } from '../charts/last-year.ts';
import { MiniStrip } from '../charts/mini-strip.tsx';
import { HandOverSections } from '../dossier/hand-over.tsx';
import { ServiceDossierSections } from '../dossier/service-dossier.tsx';
import { ActionTable } from '../ui/action-table.tsx';
import { IncidentList } from '../ui/incident-list.tsx';
import { CountedTo, canBeLate, isAnyLate, LateCount } from '../ui/lateness.tsx';
import { Section } from '../ui/section.tsx';
import { DateText } from '../ui/time.tsx';
import type { View } from '../ui/view.ts';
import { yearOf } from './index-page.tsx';
import { INDEX_WORDS } from './index-words.ts';
import { ledeStart } from './lede.ts';
import { usuallyWith } from './usually-with.ts';

export interface TermPageProps {
  readonly entry: IndexEntry;
  readonly view: View;
}

/** Beyond these a page would be slow to read and to load; the archive has the rest. */
const MOST_INCIDENTS = 100;
export const MOST_ACTIONS = 50;

export function TermPage({ entry, view, handOver }: TermPageProps & { readonly handOver?: HandOver | undefined }) {
  const { kind } = entry;
  return (
    // A team's page is its hand-over on paper, and the rest of it stays on the screen.
    <div class={handOver && 'hand-over'}>
      <div class="page-head split">
        <div class="split__column">
          <p class="page-head__over">
            <a href={view.root + indexPath(kind)}>{INDEX_WORDS[kind].title}</a>
          </p>
          <h1>{entry.name}</h1>
          <p class="page-head__lede">
            {ledeStart(entry, view)}
            <Lateness entry={entry} view={view} />
          </p>
          <About entry={entry} view={view} />
        </div>
      </div>
      {handOver && <HandOverSections handOver={handOver} view={view} />}
      {entry.incidents.length > 0 && (
        <>
          {kind === 'services' && <ServiceDossierSections entry={entry} view={view} />}
          <Year entry={entry} view={view} />
          <Incidents entry={entry} view={view} />
          {entry.openActions.length > 0 && <Promised entry={entry} view={view} />}
        </>
      )}
    </div>
  );
}

/** The end of the first sentence, counted to the day it is read as the list below is. */
function Lateness({ entry: { openActions, actionCount }, view }: TermPageProps) {
  if (openActions.length === 0) return null;
  return (
    <>
      {actionCount > 1 && ', '}
      {actionCount > 1 ? <LateCount actions={openActions} /> : null}
      {actionCount > 1 ? ' overdue' : <AndOverdue actions={openActions} />} as of <CountedTo view={view} />.
    </>
  );
}

/** Of a single item a number says nothing; it is there for the script, which shows the words on the day they become true. */
function AndOverdue({ actions }: { readonly actions: IndexEntry['openActions'] }) {
  if (!canBeLate(actions)) return null;
  return (
    <span data-late-part="" hidden={!isAnyLate(actions)}>
      {' '}
      and overdue
      <span hidden>
        <LateCount actions={actions} />
      </span>
    </span>
  );
}

/** What the site's vocabulary says of it. */
function About({ entry, view }: TermPageProps) {
  const owner = entry.owner === undefined ? undefined : view.term('teams', entry.owner);
  if (entry.description === undefined && owner === undefined) return null;
  return (
    <p class="page-head__lede">
      {entry.description}
      {owner && (
        <>
          {entry.description !== undefined && ' '}
          Owned by {owner.href === undefined ? owner.name : <a href={owner.href}>{owner.name}</a>}.
        </>
      )}
    </p>
  );
}

function Year({ entry, view }: TermPageProps) {
  const ofYear = yearOf(entry, view);
  return (
    <Section id="year" title={entry.kind === 'years' ? 'The year' : 'Twelve months'} notes={<p>By the day an incident began</p>}>
      <div class="tag-strip">
        <MiniStrip label={entry.name} incidents={entry.incidents} view={ofYear} />
        <p class="tag-strip__ends">
          <DateText day={entry.kind === 'years' ? `${entry.id}-01-01` : firstDay(ofYear.asOf)} />
          <DateText day={ofYear.asOf} />
        </p>
      </div>
      <Companions entry={entry} view={view} />
      <OwnInsights entry={entry} view={view} />
    </Section>
  );
}

/** Services and teams with enough incidents have insights of their own. */
function OwnInsights({ entry: { kind, slug, name, incidents }, view }: TermPageProps) {
  const scopeKind = SCOPE_KINDS.find((scope) => scope === kind);
  if (scopeKind === undefined || incidents.length < FEWEST_FOR_SCOPE) return null;
  return (
    <p class="chart__note">
      <a href={view.root + insightsPath({ kind: scopeKind, slug })}>Insights of {name}</a>: how long things took, what comes back, what was
      promised.
    </p>
  );
}

function Companions({ entry, view }: TermPageProps) {
  const companions = usuallyWith(entry);
  if (companions.length === 0) return null;
  return (
    <p class="chart__note">
      Usually with{' '}
      {companions.map(({ id, count }, index) => {
        const { name, href } = view.term(entry.kind, id);
        return (
          <span key={id}>
            {index > 0 && ', '}
            {href === undefined ? name : <a href={href}>{name}</a>} ({sayCount(count)})
          </span>
        );
      })}
      .
    </p>
  );
}

function Incidents({ entry, view }: TermPageProps) {
  const { kind, slug, id, incidents } = entry;
  const all = `${view.root}${incidentsPath()}?${INDEX_FACET[kind]}=${encodeURIComponent(id)}`;
  const isCut = incidents.length > MOST_INCIDENTS;
  const notes = (
    <>
      <p>{isCut ? `The newest ${MOST_INCIDENTS} of ${sayCount(incidents.length)}` : `${sayCount(incidents.length)}, newest first`}</p>
      <p>
        <a class="more" href={all}>
          In the archive
        </a>
      </p>
      <p>
        <a class="more" href={view.root + feedPath(termPath(kind, slug), 'xml')}>
          Atom feed
        </a>
      </p>
    </>
  );
  return (
    <Section id="incidents" title="Incidents" notes={notes}>
      <IncidentList incidents={incidents.slice(0, MOST_INCIDENTS)} view={view} />
      {isCut && (
        <p class="list-foot">
          <a href={all}>All {sayCount(incidents.length)} in the archive</a>
        </p>
      )}
    </Section>
  );
}

function Promised({ entry: { kind, id, openActions, actionCount }, view }: TermPageProps) {
  const isCut = openActions.length > MOST_ACTIONS;
  const [all, words] = kind === 'teams' ? [view.team(id), 'What the team promised'] : [view.service(id), 'All that was promised'];
  const notes = (
    <>
      <p>
        {sayCount(openActions.length)} of {countOf(actionCount, 'item')} open, <LateCount actions={openActions} /> overdue, as of{' '}
        <CountedTo view={view} />
      </p>
      {(kind === 'teams' || kind === 'services') && all.href !== undefined && (
        <p>
          <a class="more" href={all.href}>
            {words}
          </a>
        </p>
      )}
    </>
  );
  return (
    <Section id="promised" title="Still promised" notes={notes}>
      <ActionTable
        actions={openActions.slice(0, MOST_ACTIONS)}
        view={view}
        caption="Open action items of these incidents, the latest first"
      />
      {isCut && (
        <p class="list-foot">
          The {MOST_ACTIONS} that are the most overdue or due next, of {sayCount(openActions.length)}.
        </p>
      )}
    </Section>
  );
}
