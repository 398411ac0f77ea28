// Two incidents that look like one, told twice, where neither says so.
import type { Incident } from '../../model/incident.ts';
import { findTwins, type Twin } from '../../tellings/find.ts';
import { makeTelling, type Telling } from '../../tellings/telling.ts';
import type { ArchiveRule } from '../rule.ts';
import { sayShort } from '../say.ts';

export const secondTelling: ArchiveRule = {
  code: 'second-telling',
  severity: 'warning',
  title: 'Two incidents look like one incident, told twice.',
  why: 'Lists, counts and figures hold it twice. With `duplicate_of`, both texts have their page, and it counts once.',
  bad: 'started: 2026-11-20T14:02Z, and largely the same text, in two files',
  fixed: 'duplicate_of: 2026-11-20-checkout, in one of the two',
  check(incidents, { report }) {
    const candidates = comparable(incidents);
    for (const { index, of, reasons } of twinsOf(candidates)) {
      const [later, earlier] = [candidates[index], candidates[of]];
      if (later === undefined || earlier === undefined || isKin(later, earlier)) continue;
      report({ file: later.file, place: { path: ['title'] } }, `${earlier.file} seems to tell the same incident: ${reasons.join(', ')}.`, {
        hint: `If it does, add "duplicate_of: ${sayShort(earlier.id)}" here; if it is another one, "related: [${sayShort(earlier.id)}]".`,
      });
    }
  },
};

/** Shorter texts are alike by chance: there is only so much to say of a minute. */
const WORDS_LEAST = 40;
const WORD = /[\p{L}\p{N}]{2,}/gu;

/** Those that began on the same day as another one. Who already says what he is of another is not asked. */
function comparable(incidents: readonly Incident[]): Incident[] {
  const days = new Map<string, number>();
  const open = incidents.filter(({ duplicateOf }) => duplicateOf === undefined);
  for (const incident of open) for (const day of daysOf(incident)) days.set(day, (days.get(day) ?? 0) + 1);
  return open.filter((incident) => daysOf(incident).some((day) => (days.get(day) ?? 0) > 1));
}

/** As written, and as it is in UTC: one telling may have been written elsewhere. */
function daysOf({ milestones: { started } }: Incident): string[] {
  if (started === undefined) return [];
  return [
    ...new Set([started.iso.slice(0, 10), ...(started.precision === 'date' ? [] : [new Date(started.epoch).toISOString().slice(0, 10)])]),
  ];
}

function twinsOf(incidents: readonly Incident[]): Twin[] {
  return findTwins(incidents.map((incident) => ({ name: incident.file, telling: tellingOf(incident) })));
}

/** What was read is not read again in the next check of the same process. */
const known = new WeakMap<Incident, Telling>();

function tellingOf(incident: Incident): Telling {
  const telling = known.get(incident) ?? readTelling(incident);
  known.set(incident, telling);
  return telling;
}

function readTelling(incident: Incident): Telling {
  const { title, summary, sections, timeline, milestones, services, impact } = incident;
  const text = [summary?.plain ?? '', ...sections.map(({ plain }) => plain), ...timeline.map((entry) => entry.text.plain)].join('\n');
  const isShort = !hasEnoughWords(text);
  return makeTelling(isShort ? '' : text, {
    title: isShort ? '' : title,
    started: milestones.started?.iso,
    resolved: milestones.resolved?.iso,
    impactPercent: impact.usersAffectedPercent,
    services,
  });
}

function hasEnoughWords(text: string): boolean {
  WORD.lastIndex = 0;
  for (let count = 0; count < WORDS_LEAST; count++) if (!WORD.test(text)) return false;
  return true;
}

function isKin(a: Incident, b: Incident): boolean {
  const names = ({ related, recurrenceOf }: Incident): (string | undefined)[] => [...related, recurrenceOf];
  return names(a).includes(b.id) || names(b).includes(a.id);
}
