// The dossier on a service's page: last and longest, usual causes, runbooks, signatures, and what to know before deploying it.
import type { ComponentChildren } from 'preact';
import { type ServiceDossier, serviceDossier } from '../../src/core/dossier/service.ts';
import type { IndexEntry } from '../../src/core/model/archive.ts';
import { sayCount } from '../../src/core/text/count.ts';
import { linkName } from '../../src/core/text/link-name.ts';
import { serviceBadgePath, serviceFilePath } from '../../src/core/text/urls.ts';
import { sayDuration } from '../../src/core/time/duration.ts';
import { LateCount } from '../ui/lateness.tsx';
import { Section } from '../ui/section.tsx';
import { Time } from '../ui/time.tsx';
import { marked } from '../ui/title.tsx';
import type { View } from '../ui/view.ts';
import { BeforeYouDeploy } from './before-you-deploy.tsx';
import { SignatureList } from './signature-list.tsx';

export interface ServiceDossierProps {
  readonly entry: IndexEntry;
  readonly view: View;
}

const MOST_CAUSES = 5;
const MOST_RUNBOOKS = 8;

export function ServiceDossierSections({ entry, view }: ServiceDossierProps) {
  const dossier = serviceDossier(entry);
  return (
    <>
      <Section id="dossier" title="At a glance" notes={<ForPortals entry={entry} view={view} />}>
        <dl class="facts">
          <LastAndLongest dossier={dossier} entry={entry} view={view} />
          <Item name="Open actions">
            {sayCount(entry.openActions.length)}
            {entry.openActions.length > 0 && (
              <>
                , <LateCount actions={entry.openActions} /> overdue
              </>
            )}
          </Item>
          <Causes dossier={dossier} entry={entry} view={view} />
          <Runbooks dossier={dossier} view={view} />
        </dl>
      </Section>
      <BeforeYouDeploy dossier={dossier} entry={entry} view={view} />
      {dossier.signatures.length > 0 && (
        <Section id="signatures" title="Signatures" notes={<p>What it says when it fails, the most frequent first</p>}>
          <SignatureList signatures={dossier.signatures} view={view} />
        </Section>
      )}
    </>
  );
}

/** The same facts for a catalogue or a wiki. */
function ForPortals({ entry: { slug }, view }: ServiceDossierProps) {
  return (
    <>
      <p>
        <a class="more" href={view.root + serviceFilePath(slug)}>
          As JSON
        </a>
      </p>
      <p>
        <a class="more" href={view.root + serviceBadgePath(slug)}>
          Badge for other pages
        </a>
      </p>
    </>
  );
}

function LastAndLongest({ dossier: { last, longest, timed }, entry, view }: ServiceDossierProps & { readonly dossier: ServiceDossier }) {
  return (
    <>
      <Item name="Last incident">
        {last?.milestones.started ? (
          <a href={view.incidentHref(last.id)}>
            <Time at={last.milestones.started} show="day" />
          </a>
        ) : null}
      </Item>
      <Item name="Longest">
        {longest === undefined ? null : (
          <>
            <a href={view.incidentHref(longest.incident.id)}>{sayDuration(longest.ms)}</a>
            {timed < entry.incidents.length && `, known for ${sayCount(timed)} of ${sayCount(entry.incidents.length)}`}
          </>
        )}
      </Item>
    </>
  );
}

function Causes({ dossier: { causes, caused }, entry, view }: ServiceDossierProps & { readonly dossier: ServiceDossier }) {
  const shown = causes.slice(0, MOST_CAUSES);
  return (
    <Item name="Usual causes" isWide>
      {shown.length === 0 ? null : (
        <>
          {shown.map(({ id, count }, index) => {
            const { name, href } = view.term('causes', id);
            return (
              <span key={id}>
                {index > 0 && ', '}
                {href === undefined ? name : <a href={href}>{name}</a>} ({sayCount(count)})
              </span>
            );
          })}
          {causes.length > shown.length && ` and ${sayCount(causes.length - shown.length)} more`}; known for {sayCount(caused)} of{' '}
          {sayCount(entry.incidents.length)}
        </>
      )}
    </Item>
  );
}

function Runbooks({ dossier: { runbooks }, view }: { readonly dossier: ServiceDossier; readonly view: View }) {
  return (
    <div class="facts__item facts__item--wide">
      <dt>{runbooks.length === 1 ? 'Runbook' : 'Runbooks'}</dt>
      {runbooks.length === 0 && (
        <dd>
          <span class="unknown">no incident names one</span>
        </dd>
      )}
      {runbooks.slice(0, MOST_RUNBOOKS).map(({ link, incident }) => (
        <dd key={link.url}>
          <a href={link.url} rel="noreferrer noopener">
            {linkName(link.title)}
          </a>
          <span class="facts__rel">
            , named in{' '}
            <a class="quiet-link" href={view.incidentHref(incident.id)}>
              {marked(incident.title)}
            </a>
          </span>
        </dd>
      ))}
    </div>
  );
}

interface ItemProps {
  readonly name: string;
  readonly isWide?: boolean;
  /** Null for what is not known. */
  readonly children: ComponentChildren;
}

function Item({ name, isWide = false, children }: ItemProps) {
  return (
    <div class={isWide ? 'facts__item facts__item--wide' : 'facts__item'}>
      <dt>{name}</dt>
      <dd>{children ?? <span class="unknown">not recorded</span>}</dd>
    </div>
  );
}
