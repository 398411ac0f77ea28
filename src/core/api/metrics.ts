// The state of the promises as OpenMetrics 1.0, for a Prometheus that alerts on them: https://prometheus.io/docs/specs/om/open_metrics_spec/
// Gauges alone, which older readers of the text format take as well. Everything is as of the day of the build; where lateness must be right on
// the day it is read, the moments themselves are given, to be held against `time()`.
import { actionTeam } from '../archive/actions.ts';
import { ACTION_STATUSES, isOpen } from '../model/action-item.ts';
import type { Archive, TrackedAction } from '../model/archive.ts';
import type { Day } from '../model/timestamp.ts';
import { slugify } from '../text/slug.ts';
import { dayStart } from '../time/calendar.ts';

const SECOND = 1000;
const DAY_SECONDS = 86_400;

type Labels = Readonly<Record<string, string>>;

interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

interface Family {
  readonly name: string;
  /** The end of the name, where it has one. */
  readonly unit?: 'seconds';
  readonly help: string;
  readonly samples: readonly Sample[];
}

/** The whole of `api/metrics.txt`. The same archive on the same day gives the same bytes. */
export function writeMetrics(archive: Archive): string {
  const groups = groupActions(archive);
  return `${[asOfFamily(archive.asOf), incidentFamily(archive), ...actionFamilies(groups)].map(sayFamily).join('')}# EOF\n`;
}

function asOfFamily(asOf: Day): Family {
  return {
    name: 'hindsight_as_of_timestamp_seconds',
    unit: 'seconds',
    help: 'The day all other figures are of, as midnight UTC: the day the site was built for.',
    samples: [{ labels: {}, value: dayStart(asOf) / SECOND }],
  };
}

function incidentFamily({ incidents }: Archive): Family {
  const counts = new Map<string, number>();
  for (const { severity = '' } of incidents) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return {
    name: 'hindsight_incidents',
    help: 'Incidents in the archive, by severity.',
    samples: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([severity, value]) => ({ labels: { severity }, value })),
  };
}

/** Action items that share a team, a severity and a priority; an empty label where there is none. */
interface Group {
  readonly labels: Labels;
  readonly actions: TrackedAction[];
}

function groupActions({ actions, teams, config }: Archive): readonly Group[] {
  // Under the spelling that its page has: two spellings of a team are one team.
  const ids = new Map(teams.map(({ slug, id }) => [slug, id]));
  const groups = new Map<string, Group>();
  for (const action of actions) {
    const team = actionTeam(action.item, config.people);
    const labels = {
      team: team === undefined ? '' : (ids.get(slugify(team)) ?? team),
      severity: action.incident.severity ?? '',
      priority: action.item.priority ?? '',
    };
    const key = JSON.stringify(labels);
    const group: Group = groups.get(key) ?? { labels, actions: [] };
    groups.set(key, group);
    group.actions.push(action);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function actionFamilies(groups: readonly Group[]): Family[] {
  return [
    {
      name: 'hindsight_action_items',
      help: 'Action items, by status.',
      samples: groups.flatMap(({ labels, actions }) =>
        ACTION_STATUSES.map((status) => ({
          labels: { ...labels, status },
          value: actions.filter(({ item }) => item.status === status).length,
        })),
      ),
    },
    {
      name: 'hindsight_action_items_open',
      help: 'Action items that are neither done nor dropped.',
      samples: samplesOf(groups, (actions) => actions.filter(({ item }) => isOpen(item)).length),
    },
    {
      name: 'hindsight_action_items_overdue',
      help: 'Open action items past their due day.',
      samples: samplesOf(groups, (actions) => actions.filter(({ overdueDays = 0 }) => overdueDays > 0).length),
    },
    {
      name: 'hindsight_action_items_oldest_age_seconds',
      unit: 'seconds',
      help: 'Age of the open action item that was promised first, in whole days; absent without any of known age.',
      samples: samplesOf(groups, oldestAge),
    },
    {
      name: 'hindsight_action_items_earliest_due_timestamp_seconds',
      unit: 'seconds',
      help: 'Midnight UTC after the earliest due day of the open action items: later than that, one is overdue. Absent without a due day.',
      samples: samplesOf(groups, earliestDue),
    },
  ];
}

function samplesOf(groups: readonly Group[], figureOf: (actions: readonly TrackedAction[]) => number | undefined): Sample[] {
  return groups.flatMap(({ labels, actions }) => {
    const value = figureOf(actions);
    return value === undefined ? [] : { labels, value };
  });
}

function oldestAge(actions: readonly TrackedAction[]): number | undefined {
  let oldest: number | undefined;
  for (const { item, ageDays } of actions) {
    if (isOpen(item) && ageDays !== undefined) oldest = Math.max(oldest ?? 0, ageDays * DAY_SECONDS);
  }
  return oldest;
}

function earliestDue(actions: readonly TrackedAction[]): number | undefined {
  let earliest: Day | undefined;
  for (const { item } of actions) {
    if (isOpen(item) && item.due !== undefined && (earliest === undefined || item.due < earliest)) earliest = item.due;
  }
  return earliest === undefined ? undefined : dayStart(earliest) / SECOND + DAY_SECONDS;
}

/** A family without samples says what it would hold: a scrape must not fail for an archive without promises. */
function sayFamily({ name, unit, help, samples }: Family): string {
  const head = [`# TYPE ${name} gauge`, ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]), `# HELP ${name} ${escapeText(help)}`];
  return `${[...head, ...samples.map(({ labels, value }) => `${name}${sayLabels(labels)} ${value}`)].join('\n')}\n`;
}

function sayLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeText(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

/** The three characters that the format escapes. Halves of surrogate pairs would not be UTF-8; other control characters break lines elsewhere. */
function escapeText(text: string): string {
  return text
    .replace(/(?!\n)[\p{Cs}\p{Cc}]/gu, '\ufffd')
    .replace(/[\\"\n]/g, (character) => (character === '\n' ? '\\n' : `\\${character}`));
}
