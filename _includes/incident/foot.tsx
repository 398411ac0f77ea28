// Who wrote it, where its file is, and what came before and after it.
import type { IncidentLink } from '../../src/core/archive/likeness.ts';
import type { Surroundings } from '../../src/core/archive/surroundings.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import type { SiteConfig } from '../../src/core/model/site-config.ts';
import { incidentTwinPath } from '../../src/core/text/urls.ts';
import { formatDay } from '../../src/core/time/format.ts';
import { marked } from '../ui/title.tsx';
import type { View } from '../ui/view.ts';

export interface FootProps {
  readonly incident: Incident;
  readonly view: View;
}

export function Foot({ incident, view }: FootProps) {
  return (
    <footer class="incident__foot">
      <p class="incident__people">{sayPeople(incident, view)}</p>
      <ul class="source-links">
        {sourceLinks(incident, view.config).map(({ name, href }) => (
          <li key={name}>
            <a href={href}>{name}</a>
          </li>
        ))}
        <li>
          <a href={view.root + incidentTwinPath(incident.id, 'md')} type="text/markdown">
            Markdown
          </a>
        </li>
        <li>
          <a href={view.root + incidentTwinPath(incident.id, 'json')} type="application/json">
            JSON
          </a>
        </li>
      </ul>
    </footer>
  );
}

function sayPeople({ authors, reviewers }: Incident, view: View): string {
  const named = (ids: readonly string[]) => join(ids.map((id) => view.person(id)));
  const written = authors.length > 0 ? `Written by ${named(authors)}` : 'Its authors were not recorded';
  return `${written}${reviewers.length > 0 ? `, reviewed by ${named(reviewers)}` : ''}.`;
}

/** `Ana, Bo and Cy` */
function join(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Addresses as the common forges have them; none without a configured repository. */
function sourceLinks({ file }: Incident, { source }: SiteConfig): { readonly name: string; readonly href: string }[] {
  if (source === undefined) return [];
  const repository = source.repository.replace(/\/+$/, '');
  const path = `${encodeURIComponent(source.branch)}/${file.split('/').map(encodeURIComponent).join('/')}`;
  return [
    { name: 'Source', href: `${repository}/blob/${path}` },
    { name: 'History', href: `${repository}/commits/${path}` },
    { name: 'Edit', href: `${repository}/edit/${path}` },
  ];
}

export interface PagerProps {
  readonly surroundings: Surroundings;
  readonly view: View;
}

/** The incidents before and after by date. */
export function Pager({ surroundings: { earlier, later }, view }: PagerProps) {
  if (earlier === undefined && later === undefined) return null;
  return (
    <nav class="pager split" aria-label="Incidents before and after">
      <ul class="pager__list split__column">
        {earlier && <PagerItem to={earlier} direction="Earlier" view={view} />}
        {later && <PagerItem to={later} direction="Later" view={view} />}
      </ul>
    </nav>
  );
}

interface PagerItemProps {
  readonly to: IncidentLink;
  readonly direction: 'Earlier' | 'Later';
  readonly view: View;
}

function PagerItem({ to, direction, view }: PagerItemProps) {
  const isNext = direction === 'Later';
  return (
    <li class={isNext ? 'pager__item pager__item--next' : 'pager__item'}>
      <a class="pager__link" href={view.incidentHref(to.id)} rel={isNext ? 'next' : 'prev'}>
        <span class="pager__dir">{to.day === undefined ? direction : `${direction}, ${formatDay(to.day)}`}</span>{' '}
        <span class="pager__title">{marked(to.title)}</span>
      </a>
    </li>
  );
}
