// What points at an incident: other tellings, recurrences, mentions.
import type { LinkHere } from '../../src/core/archive/surroundings.ts';
import { marked } from '../ui/title.tsx';
import type { View } from '../ui/view.ts';

export interface BacklinksProps {
  readonly backlinks: readonly LinkHere[];
  readonly view: View;
}

const KIND_WORDS: Readonly<Record<LinkHere['kind'], string>> = {
  duplicate: 'Another telling',
  recurrence: 'Recurrence',
  related: 'Related',
  mention: 'Mention',
};

/** Parts of a text by their role; others are named by their heading. */
const PART_WORDS: Readonly<Record<string, string>> = {
  summary: 'its summary',
  impact: 'its impact',
  background: 'its background',
  detection: 'its detection',
  timeline: 'its timeline',
  trigger: 'its trigger',
  root_cause: 'its root cause',
  resolution: 'its resolution',
  lessons: 'its lessons',
  action_items: 'its action items',
  supporting: 'its supporting material',
};

export function Backlinks({ backlinks, view }: BacklinksProps) {
  return (
    <section class="incident__part screen-only" aria-labelledby="_links-here">
      <h2 id="_links-here">What links here</h2>
      <ul class="backlinks">
        {backlinks.map(({ kind, from, section }) => (
          <li class="backlinks__item" key={from.id}>
            <span class="backlinks__kind">{KIND_WORDS[kind]}</span>{' '}
            <span>
              <a href={view.incidentHref(from.id)}>{marked(from.title)}</a>
              {kind === 'duplicate' && ', kept as a duplicate of this incident'}
              {section !== undefined && `, in ${PART_WORDS[section] ?? `"${section}"`}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
