// Incidents like this one, each with why that is said; and, of one that happened before or again, every time it did.
import type { Likeness } from '../../src/core/archive/likeness.ts';
import type { RecurrenceChain, Surroundings } from '../../src/core/archive/surroundings.ts';
import { MOST_COMPARED } from '../../src/core/compare/ids.ts';
import type { Reason } from '../../src/core/resemblance/reasons.ts';
import { sayDifference, sayReasonKind } from '../../src/core/resemblance/words.ts';
import { countOf } from '../../src/core/text/count.ts';
import { comparePath } from '../../src/core/text/urls.ts';
import { sayDuration } from '../../src/core/time/duration.ts';
import { formatDay } from '../../src/core/time/format.ts';
import { Severity } from '../ui/severity.tsx';
import type { View } from '../ui/view.ts';

export interface ResemblesProps {
  /** The incident itself. */
  readonly id: string;
  readonly similar: Surroundings['similar'];
  readonly view: View;
}

export function Resembles({ id, similar, view }: ResemblesProps) {
  const compared = [id, ...similar.map((likeness) => likeness.id)].slice(0, MOST_COMPARED);
  return (
    <section class="incident__part screen-only" aria-labelledby="_resembles">
      <h2 id="_resembles">Resembles</h2>
      {similar.length === 0 ? (
        <p class="unknown">Nothing like it in the archive.</p>
      ) : (
        <>
          <ol class="resembles">
            {similar.map((likeness) => (
              <Like key={likeness.id} id={id} likeness={likeness} view={view} />
            ))}
          </ol>
          {similar.length > 1 && (
            <p class="more">
              <a href={view.root + comparePath(compared)}>Compare with {sayCompared(similar)} on one axis</a>
            </p>
          )}
        </>
      )}
    </section>
  );
}

function sayCompared({ length }: Surroundings['similar']): string {
  if (length === 2) return 'both';
  return length < MOST_COMPARED ? `all ${length}` : `the first ${MOST_COMPARED - 1}`;
}

interface LikeProps {
  /** Of the page. */
  readonly id: string;
  readonly likeness: Likeness;
  readonly view: View;
}

function Like({ id: own, likeness, view }: LikeProps) {
  const { id, title, day, severity, durationMs, reasons, differences } = likeness;
  return (
    <li class="resembles__item">
      <h3 class="resembles__title">
        <a class="row-link" href={view.incidentHref(id)}>
          {title}
        </a>
      </h3>
      <p class="resembles__meta">
        {view.isGraded && <Severity level={view.severity(severity)} />}
        {day !== undefined && <time datetime={day}>{formatDay(day)}</time>}
        {durationMs !== undefined && <span>{sayDuration(durationMs)}</span>}
        <a class="quiet-link" href={view.root + comparePath([own, id])}>
          Compare<span class="visually-hidden"> with {title}</span>
        </a>
      </p>
      <p class="resembles__why">
        {sayRelation(likeness)}
        {reasons.map((reason, index) => (
          <WhyLike key={reason.kind} reason={reason} isFirst={index === 0} />
        ))}
        {reasons.length > 0 && '.'}
      </p>
      {differences.length > 0 && <p class="resembles__differs">Differs: {differences.map(sayDifference).join('; ')}.</p>}
    </li>
  );
}

/** What somebody has stated stands first, as a sentence of its own. */
function sayRelation({ relation, isOwn }: Likeness): string {
  switch (relation) {
    case 'duplicate':
      return 'Another telling of the same incident. ';
    case 'recurrence':
      return isOwn ? 'This incident is a recurrence of it. ' : 'It is a recurrence of this incident. ';
    case 'related':
      return 'Named as related. ';
    case 'mention':
      return isOwn ? 'Mentioned here. ' : 'It mentions this incident. ';
    case 'alike':
      return '';
  }
}

function WhyLike({ reason, isFirst }: { readonly reason: Reason; readonly isFirst: boolean }) {
  const { kind, names } = reason;
  const said = sayReasonKind(reason);
  return (
    <>
      {isFirst ? said.charAt(0).toUpperCase() + said.slice(1) : `; ${said}`}
      {names.map((name, index) => (
        <>
          {index === 0 ? ' ' : ', '}
          {kind === 'signature' ? <code>{name}</code> : kind === 'words' ? <q class="term">{name}</q> : <b>{name}</b>}
        </>
      ))}
    </>
  );
}

interface ChainProps {
  readonly chain: RecurrenceChain;
  readonly view: View;
}

export function Chain({ chain: { links, isCutBefore, isCutAfter }, view }: ChainProps) {
  return (
    <section class="incident__part" aria-labelledby="_recurrences">
      <h2 id="_recurrences">Each time it happened</h2>
      <ol class="chain">
        {isCutBefore && <li class="chain__item chain__item--cut">Earlier times are on the page of the first of these.</li>}
        {links.map(({ id, title, day, isThis, daysAfter }) => (
          <li class="chain__item" key={id} aria-current={isThis ? 'true' : undefined}>
            <span class="chain__when">
              {day === undefined ? 'Undated' : <time datetime={day}>{formatDay(day)}</time>}
              {daysAfter !== undefined && `, ${countOf(daysAfter, 'day')} later`}
            </span>{' '}
            {isThis ? <strong class="chain__title">This incident</strong> : <a href={view.incidentHref(id)}>{title}</a>}
          </li>
        ))}
        {isCutAfter && <li class="chain__item chain__item--cut">Later times are on the page of the last of these.</li>}
      </ol>
      <p class="more screen-only">
        <a href={view.root + comparePath(nearestTimes(links))}>Compare {sayTimesOf(links)} on one axis</a>
      </p>
    </section>
  );
}

/** As many as can be compared, round the incident of the page. */
function nearestTimes(links: RecurrenceChain['links']): string[] {
  const own = links.findIndex(({ isThis }) => isThis);
  const first = Math.max(0, Math.min(own - Math.floor(MOST_COMPARED / 2), links.length - MOST_COMPARED));
  return links.slice(first, first + MOST_COMPARED).map(({ id }) => id);
}

function sayTimesOf({ length }: RecurrenceChain['links']): string {
  if (length === 2) return 'both';
  return length > MOST_COMPARED ? `the ${MOST_COMPARED} nearest` : `all ${length}`;
}
