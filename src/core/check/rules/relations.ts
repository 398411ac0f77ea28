// `related`, `recurrence_of` and `duplicate_of`: that they lead somewhere, and nowhere impossible.
import type { Incident } from '../../model/incident.ts';
import type { ArchiveRule } from '../rule.ts';
import { sayShort, sayTime } from '../say.ts';
import { isBefore } from '../span.ts';

export const unknownReference: ArchiveRule = {
  code: 'unknown-reference',
  severity: 'error',
  title: 'A field names an incident that is not in the archive.',
  why: 'The page would name it without a link, and the other incident would not know of this one.',
  bad: 'recurrence_of: 2026-10-02-chekout-errors',
  fixed: 'recurrence_of: 2026-10-02-checkout-errors',
  check(incidents, { directory, report }) {
    for (const incident of incidents) {
      for (const { id, path } of relationsOf(incident)) {
        if (directory.entry(id)) continue;
        const guess = directory.guess(id);
        report({ file: incident.file, place: { path } }, `There is no incident "${sayShort(id)}".`, {
          hint: guess ? `Did you mean "${guess}"?` : 'Give the id of an incident of this archive: the name of its file without ".md".',
        });
      }
    }
  },
};

export const selfReference: ArchiveRule = {
  code: 'self-reference',
  severity: 'error',
  title: 'An incident refers to itself.',
  why: 'It cannot be its own recurrence or duplicate.',
  bad: '2026-11-20-checkout.md with related: [2026-11-20-checkout]',
  fixed: '2026-11-20-checkout.md with related: [2026-10-02-checkout]',
  check(incidents, { directory, report }) {
    for (const incident of incidents) {
      for (const { id, path } of relationsOf(incident)) {
        if (directory.entry(id)?.file !== incident.file) continue;
        report({ file: incident.file, place: { path } }, `"${path[0]}" names the incident itself.`, {
          hint: 'Delete it, or name the other incident.',
        });
      }
    }
  },
};

export const recurrenceCycle: ArchiveRule = {
  code: 'recurrence-cycle',
  severity: 'error',
  title: 'Incidents are recurrences of each other in a circle.',
  why: 'Each would have come before the other; a chain of recurrences must have a first.',
  bad: 'a.md with recurrence_of: b, and b.md with recurrence_of: a',
  fixed: 'b.md with recurrence_of: a',
  check(incidents, { directory, report }) {
    const visited = new Set<Incident>();
    for (const start of incidents) {
      const chain = new Set<Incident>();
      let incident: Incident | undefined = start;
      while (incident && !visited.has(incident)) {
        visited.add(incident);
        chain.add(incident);
        incident = incident.recurrenceOf === undefined ? undefined : directory.incident(incident.recurrenceOf);
      }
      if (!incident || !chain.has(incident) || incident === directory.incident(incident.recurrenceOf ?? '')) continue;
      const circle = [...chain];
      const ids = [...circle.slice(circle.indexOf(incident)), incident].map(({ id }) => sayShort(id));
      const said = ids.length > 6 ? [...ids.slice(0, 5), '…', ids.at(-1)] : ids;
      report({ file: incident.file, place: { path: ['recurrence_of'] } }, `The recurrences run in a circle: ${said.join(' → ')}.`, {
        hint: 'Take "recurrence_of" out of the first of them.',
      });
    }
  },
};

export const recurrenceOfLater: ArchiveRule = {
  code: 'recurrence-of-later',
  severity: 'error',
  title: 'An incident is the recurrence of a later one.',
  why: 'The two are the wrong way round, or one of them has a wrong date.',
  bad: '2026-10-02-checkout.md with recurrence_of: 2026-11-20-checkout',
  fixed: '2026-11-20-checkout.md with recurrence_of: 2026-10-02-checkout',
  check(incidents, { directory, report }) {
    for (const { file, id, recurrenceOf, milestones } of incidents) {
      const earlier = recurrenceOf === undefined ? undefined : directory.incident(recurrenceOf);
      const [own, other] = [milestones.started, earlier?.milestones.started];
      if (!earlier || !own || !other || !isBefore(own, other)) continue;
      report(
        { file, place: { path: ['recurrence_of'] } },
        `"${sayShort(earlier.id)}" began on ${sayTime(other)}, after this incident (${sayTime(own)}).`,
        {
          hint: `If it came back then, give ${earlier.file} the field recurrence_of: ${sayShort(id)} instead.`,
        },
      );
    }
  },
};

export const duplicateOfDuplicate: ArchiveRule = {
  code: 'duplicate-of-duplicate',
  severity: 'error',
  title: 'An incident is the duplicate of a duplicate.',
  why: 'Duplicates are left out of lists and counts; their original must be one that is in them.',
  bad: 'c.md with duplicate_of: b, and b.md with duplicate_of: a',
  fixed: 'c.md with duplicate_of: a, and b.md with duplicate_of: a',
  check(incidents, { directory, report }) {
    for (const { file, duplicateOf } of incidents) {
      const original = duplicateOf === undefined ? undefined : directory.incident(duplicateOf);
      if (original?.duplicateOf === undefined || original.file === file) continue;
      report(
        { file, place: { path: ['duplicate_of'] } },
        `"${sayShort(original.id)}" is a duplicate itself, of "${sayShort(original.duplicateOf)}".`,
        {
          hint: 'Name the original that both tell of.',
        },
      );
    }
  },
};

interface Relation {
  readonly id: string;
  readonly path: readonly (string | number)[];
}

function relationsOf({ related, recurrenceOf, duplicateOf }: Incident): Relation[] {
  return [
    ...related.map((id, index) => ({ id, path: ['related', index] })),
    ...(recurrenceOf === undefined ? [] : [{ id: recurrenceOf, path: ['recurrence_of'] }]),
    ...(duplicateOf === undefined ? [] : [{ id: duplicateOf, path: ['duplicate_of'] }]),
  ];
}
