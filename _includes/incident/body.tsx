// The text of an incident: each part under its heading, structured where the author gave structure.
import type { ComponentChildren } from 'preact';
import type { Surroundings } from '../../src/core/archive/surroundings.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import { textAnchors } from '../../src/core/search/passage-sources.ts';
import { Names } from '../ui/names.tsx';
import { ReadyHtml } from '../ui/ready-html.tsx';
import type { View } from '../ui/view.ts';
import { ActionTally, IncidentActions } from './actions.tsx';
import { Lessons } from './lessons.tsx';
import { anchorsOf, type Part } from './parts.ts';
import { Timeline } from './timeline.tsx';

export interface BodyProps {
  readonly incident: Incident;
  readonly surroundings: Surroundings;
  readonly parts: readonly Part[];
  readonly view: View;
}

export function Body({ incident, surroundings, parts, view }: BodyProps) {
  const taken = anchorsOf(parts, incident);
  return (
    <>
      {parts.map((part) => (
        <PartSection key={part.heading?.id ?? ''} part={part} incident={incident} surroundings={surroundings} view={view} taken={taken} />
      ))}
    </>
  );
}

interface PartProps {
  readonly part: Part;
  readonly incident: Incident;
  readonly surroundings: Surroundings;
  readonly view: View;
  readonly taken: ReadonlySet<string>;
}

function PartSection({ part, incident, surroundings, view, taken }: PartProps) {
  const { heading, kind } = part;
  const note = noteOf(part, incident, view);
  const head = heading && <h2 id={heading.id}>{heading.title}</h2>;
  const id = textAnchors(incident.sections).get(part.section);
  const label = part.isUnique ? heading?.id : undefined;
  if (kind === 'text' || kind === 'impact') {
    return (
      <section class={note && !isWide(part) ? 'incident__part with-note' : 'incident__part'} id={id} aria-labelledby={label}>
        <div class="incident__words">
          {head}
          <Written part={part} incident={incident} />
        </div>
        {note && <div class="note">{note}</div>}
      </section>
    );
  }
  return (
    <section class="incident__part" id={id} aria-labelledby={label}>
      {kind === 'actions' ? (
        <div class="part-head">
          {head} <ActionTally incident={incident} view={view} />
        </div>
      ) : (
        head
      )}
      {/* What could not be read as structure is mostly what leads up to it: "All times in UTC." */}
      {part.section && part.section.html.trim() !== '' && <ReadyHtml class="prose" html={part.section.html} />}
      {kind === 'timeline' && <Timeline incident={incident} />}
      {kind === 'lessons' && <Lessons lessons={incident.lessons} />}
      {kind === 'actions' && <IncidentActions incident={incident} surroundings={surroundings} view={view} taken={taken} />}
    </section>
  );
}

/** Code, tables and pictures use the whole column: a note then stands below. */
function isWide({ section }: Part): boolean {
  return section !== undefined && /<(?:pre|table|img)\b/.test(section.html);
}

/** The author's words; the one-line impact of the front matter before them, unless they say the same. */
function Written({ part: { kind, section }, incident }: Pick<PartProps, 'part' | 'incident'>) {
  const summary = kind === 'impact' ? incident.impact.summary : undefined;
  const isSaid = summary && section?.plain.includes(summary.plain);
  const html = section?.html.trim() ?? '';
  if (html === '' && summary === undefined) return <p class="unknown">Not recorded.</p>;
  return (
    <>
      {summary && !isSaid && <ReadyHtml as="p" class="incident__lead" html={summary.html} />}
      {html !== '' && <ReadyHtml class="prose" html={html} />}
    </>
  );
}

/** What stands in the margin: figures nobody wrote down, the causes it is filed under. */
function noteOf(part: Part, incident: Incident, view: View): ComponentChildren {
  if (part.kind === 'impact') {
    const { usersAffected, usersAffectedPercent, dataLoss, cost } = incident.impact;
    const unknown = [
      ...(usersAffected === undefined && usersAffectedPercent === undefined ? ['users affected'] : []),
      ...(dataLoss === undefined ? ['data loss'] : []),
      ...(cost === undefined ? ['cost'] : []),
    ];
    return unknown.length > 0 && <p>Not recorded: {unknown.join(', ')}.</p>;
  }
  if (part.section?.role === 'root_cause' && incident.rootCauses.length > 0) {
    return (
      <p>
        Filed under <Names of={incident.rootCauses.map((id) => view.term('causes', id))} />.
      </p>
    );
  }
  return undefined;
}
