// The files of the interface, written piece by piece: an archive of 10,000 must not stand in memory as objects and as text at once.
import { type Archive, INDEX_KINDS, type IndexKind } from '../model/archive.ts';
import { actionEntry } from './action.ts';
import { writeActionsCsv } from './actions-csv.ts';
import { incidentSummaryJson } from './incident.ts';
import { insightsJson } from './insights.ts';
import { listFile } from './list-file.ts';
import { writeMetrics } from './metrics.ts';
import { progressJson } from './progress.ts';
import { brokenJson, recurringJson } from './recurring.ts';
import { SCHEMA_NAMES, type SchemaName, schemaPath, schemaText } from './schema/index.ts';
import { termJson } from './term.ts';

export interface ApiFile {
  /** From `api/`. */
  readonly path: string;
  /** One sentence for people, on the page that lists the files. */
  readonly about: string;
  readonly write: (archive: Archive) => string;
}

const INDEX_ABOUT: Readonly<Record<IndexKind, string>> = {
  tags: 'Tags',
  services: 'Services and their owners',
  teams: 'Teams',
  causes: 'Root causes',
  severities: 'Severities, the gravest first',
  years: 'Years',
};

export const DATA_FILES: readonly ApiFile[] = [
  {
    path: 'incidents.json',
    about: 'Every incident, newest first: facts, times, lengths in seconds, counts, and where the rest is.',
    write: (archive) => listFile('incidents', incidentRows(archive), headOf('incidents', archive)),
  },
  {
    path: 'actions.json',
    about: 'Every action item ever promised: open ones first, the latest before the others.',
    write: (archive) =>
      listFile('actions', actionRows(archive), { ...headOf('actions', archive), progress: progressJson(archive.actions) }),
  },
  {
    path: 'recurring.json',
    about: 'Actions promised in more than one incident, and incidents that happened again while something promised was open.',
    write: (archive) =>
      listFile('recurring', recurringRows(archive), {
        ...headOf('recurring', archive),
        broken: [...archive.broken, ...archive.unproven].map(brokenJson),
      }),
  },
  ...INDEX_KINDS.map((kind) => ({
    path: `${kind}.json`,
    about: `${INDEX_ABOUT[kind]}, with their incidents and counts.`,
    write: (archive: Archive) => listFile(kind, termRows(kind, archive), headOf(kind, archive)),
  })),
  {
    path: 'insights.json',
    about: 'What the archive teaches: lengths by severity, what came back, promises, luck, each with what it rests on.',
    write: insightsFile,
  },
  { path: 'incidents.ndjson', about: 'The entries of incidents.json, one a line.', write: (archive) => lines(incidentRows(archive)) },
  { path: 'actions.ndjson', about: 'The entries of actions.json, one a line.', write: (archive) => lines(actionRows(archive)) },
  { path: 'actions.csv', about: 'Every action item, for spreadsheets.', write: ({ actions, config }) => writeActionsCsv(actions, config) },
  {
    path: 'metrics.txt',
    about: 'Counts, lateness and ages of action items by team, severity and priority, for Prometheus (OpenMetrics).',
    write: writeMetrics,
  },
];

const SCHEMA_ABOUT: Readonly<Partial<Record<SchemaName, string>>> = {
  incident: 'JSON Schema of incidents/ID.json.',
  service: 'JSON Schema of services/NAME.json, the dossier of one service.',
  actions: 'JSON Schema of actions.json, and of those beside the pages of owners, teams and services.',
};

export const SCHEMA_FILES: readonly ApiFile[] = SCHEMA_NAMES.map((name) => ({
  path: schemaPath(name),
  about: SCHEMA_ABOUT[name] ?? `JSON Schema of ${name}.json.`,
  write: () => schemaText(name),
}));

/** Two files hold them. Keyed by a part of the archive that no copy of it would rebuild. */
const summaries = new WeakMap<Archive['byId'], readonly string[]>();

function incidentRows(archive: Archive): readonly string[] {
  const rows = summaries.get(archive.byId) ?? archive.incidents.map((incident) => JSON.stringify(incidentSummaryJson(incident, archive)));
  summaries.set(archive.byId, rows);
  return rows;
}

function actionRows(archive: Archive): readonly string[] {
  return archive.actions.map((action) => actionEntry(action, archive));
}

function recurringRows({ recurring, config }: Archive): object[] {
  return recurring.map((promise) => recurringJson(promise, config.urls));
}

function termRows(kind: IndexKind, { indexes, config }: Archive): object[] {
  return indexes[kind].map((entry) => termJson(entry, config.urls));
}

function headOf(name: SchemaName, { asOf }: Archive) {
  return { schema: schemaPath(name), generated: asOf };
}

function insightsFile(archive: Archive): string {
  return `${JSON.stringify({ ...headOf('insights', archive), ...insightsJson(archive) }, null, 1)}\n`;
}

function lines(rows: readonly string[]): string {
  return rows.map((row) => `${row}\n`).join('');
}
