// The facts of an incident in pairs. The ones everybody looks for are always there, and say so when they were not recorded.
import type { ComponentChildren } from 'preact';
import type { IncidentLink } from '../../src/core/archive/likeness.ts';
import type { Surroundings } from '../../src/core/archive/surroundings.ts';
import type { IndexKind } from '../../src/core/model/archive.ts';
import type { DetectionSource, Incident, LinkRelation } from '../../src/core/model/incident.ts';
import { sayCount } from '../../src/core/text/count.ts';
import { linkName } from '../../src/core/text/link-name.ts';
import { Names } from '../ui/names.tsx';
import { Time } from '../ui/time.tsx';
import type { View } from '../ui/view.ts';

export interface FactsProps {
  readonly incident: Incident;
  readonly surroundings: Surroundings;
  readonly view: View;
}

const DETECTION_WORDS: Readonly<Record<DetectionSource, string>> = {
  monitoring: 'Monitoring',
  customer: 'A customer',
  employee: 'An employee',
  vendor: 'A vendor',
  chance: 'Chance',
};

const LINK_WORDS: Readonly<Record<LinkRelation, string>> = {
  ticket: 'Ticket',
  dashboard: 'Dashboard',
  chat: 'Chat',
  status_page: 'Status page',
  runbook: 'Runbook',
  change: 'Change',
};

export function Facts({ incident, surroundings, view }: FactsProps) {
  const { milestones, impact } = incident;
  const known = (words: string | undefined) => words ?? null;
  return (
    <section class="incident__facts split" aria-labelledby="_facts">
      <div class="section__head">
        <h2 id="_facts">Facts</h2>
      </div>
      <dl class="facts">
        <Terms name={['Service', 'Services']} kind="services" ids={incident.services} view={view} />
        <Fact name="Users affected">{known(sayUsers(incident))}</Fact>
        <Fact name="Detected by">{known(incident.detectedBy && DETECTION_WORDS[incident.detectedBy])}</Fact>
        <Terms name={['Cause', 'Causes']} kind="causes" ids={incident.rootCauses} view={view} />
        <Fact name="Started">{milestones.started ? <Time at={milestones.started} /> : null}</Fact>
        <Fact name="Resolved">{milestones.resolved ? <Time at={milestones.resolved} /> : null}</Fact>
        <Terms name={['Team', 'Teams']} kind="teams" ids={incident.teams} view={view} />
        <Terms name={['Tag', 'Tags']} kind="tags" ids={incident.tags} view={view} />
        {incident.environments.length > 0 && <Fact name="Environment">{incident.environments.join(', ')}</Fact>}
        {incident.trigger !== undefined && <Fact name="Trigger">{incident.trigger}</Fact>}
        {impact.customerFacing !== undefined && <Fact name="Customer-facing">{impact.customerFacing ? 'Yes' : 'No'}</Fact>}
        {impact.dataLoss !== undefined && <Fact name="Data loss">{impact.dataLoss}</Fact>}
        {impact.cost !== undefined && <Fact name="Cost">{impact.cost}</Fact>}
        {incident.commander !== undefined && <Fact name="Commander">{view.person(incident.commander)}</Fact>}
        {incident.visibility !== view.config.visibility && <Fact name="Visibility">{incident.visibility}</Fact>}
        <Kin surroundings={surroundings} view={view} />
        <Signatures signatures={incident.signatures} />
        <Links incident={incident} />
      </dl>
    </section>
  );
}

interface FactProps {
  readonly name: string;
  readonly isWide?: boolean;
  /** Null for what was not recorded. */
  readonly children: ComponentChildren;
}

function Fact({ name, isWide = false, children }: FactProps) {
  return (
    <div class={isWide ? 'facts__item facts__item--wide' : 'facts__item'}>
      <dt>{name}</dt>
      <dd>{children ?? <span class="unknown">not recorded</span>}</dd>
    </div>
  );
}

interface TermsProps {
  readonly name: readonly [one: string, many: string];
  readonly kind: IndexKind;
  readonly ids: readonly string[];
  readonly view: View;
}

/** More would make a tower of one narrow column. */
const MOST_NARROW = 8;

function Terms({ name, kind, ids, view }: TermsProps) {
  return (
    <Fact name={name[ids.length === 1 ? 0 : 1]} isWide={ids.length > MOST_NARROW}>
      {ids.length > 0 ? <Names of={ids.map((id) => view.term(kind, id))} /> : null}
    </Fact>
  );
}

/** What the author related it to. */
function Kin({ surroundings, view }: Pick<FactsProps, 'surroundings' | 'view'>) {
  const named = (links: readonly IncidentLink[]) => links.map(({ id, title }) => ({ name: title, href: view.incidentHref(id) }));
  const before = named(surroundings.recurrenceOf === undefined ? [] : [surroundings.recurrenceOf]);
  const related = named(surroundings.related);
  return (
    <>
      {before.length > 0 && (
        <Fact name="Recurrence of" isWide>
          <Names of={before} />
        </Fact>
      )}
      {related.length > 0 && (
        <Fact name="Related" isWide>
          <Names of={related} />
        </Fact>
      )}
    </>
  );
}

/** Error strings and names of alerts: what someone pastes from a log. */
function Signatures({ signatures }: { readonly signatures: readonly string[] }) {
  if (signatures.length === 0) return null;
  return (
    <div class="facts__item facts__item--wide">
      <dt>{signatures.length === 1 ? 'Signature' : 'Signatures'}</dt>
      {signatures.map((signature) => (
        <dd key={signature}>
          <code>{signature}</code>
        </dd>
      ))}
    </div>
  );
}

function Links({ incident: { links } }: { readonly incident: Incident }) {
  if (links.length === 0) return null;
  return (
    <div class="facts__item facts__item--wide">
      <dt>{links.length === 1 ? 'Link' : 'Links'}</dt>
      {links.map((link) => (
        <dd key={link.url}>
          {link.rel !== undefined && <span class="facts__rel">{LINK_WORDS[link.rel]}: </span>}
          <a href={link.url} rel="noreferrer noopener">
            {link.rel === undefined ? link.title : linkName(link.title)}
          </a>
        </dd>
      ))}
    </div>
  );
}

function sayUsers({ impact: { usersAffected, usersAffectedPercent } }: Incident): string | undefined {
  const share = usersAffectedPercent === undefined ? undefined : `${usersAffectedPercent}\u00a0%`;
  if (usersAffected === undefined) return share;
  const count = sayCount(usersAffected);
  return share === undefined ? count : `${count} (${share})`;
}
