// The files of the interface, written piece by piece: an archive of 10,000 must not stand in memory as objects and as text at once.
import { type Archive, INDEX_KINDS, type IndexKind } from '../model/archive.ts';
import { actionJson } from './action.ts';
import { incidentSummaryJson } from './incident.ts';
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
    write: (archive) => listFile('incidents', incidentRows(archive), archive),
  },
  {
    path: 'actions.json',
    about: 'Every action item ever promised: open ones first, the latest before the others.',
    write: (archive) => listFile('actions', actionRows(archive), archive),
  },
  ...INDEX_KINDS.map((kind) => ({
    path: `${kind}.json`,
    about: `${INDEX_ABOUT[kind]}, with their incidents and counts.`,
    write: (archive: Archive) => listFile(kind, archive.indexes[kind].map(termJson), archive),
  })),
  { path: 'incidents.ndjson', about: 'The entries of incidents.json, one a line.', write: (archive) => lines(incidentRows(archive)) },
  { path: 'actions.ndjson', about: 'The entries of actions.json, one a line.', write: (archive) => lines(actionRows(archive)) },
];

export const SCHEMA_FILES: readonly ApiFile[] = SCHEMA_NAMES.map((name) => ({
  path: schemaPath(name),
  about: name === 'incident' ? 'JSON Schema of incidents/ID.json.' : `JSON Schema of ${name}.json.`,
  write: () => schemaText(name),
}));

function* incidentRows(archive: Archive): Iterable<object> {
  for (const incident of archive.incidents) yield incidentSummaryJson(incident, archive);
}

function* actionRows(archive: Archive): Iterable<object> {
  for (const action of archive.actions) yield actionJson(action, archive.config);
}

/** One entry a line: two builds can be compared by any tool. */
function listFile(name: SchemaName, rows: Iterable<object>, { asOf }: Archive): string {
  let text = `{"schema":${JSON.stringify(schemaPath(name))},"generated":${JSON.stringify(asOf)},"${name}":[`;
  let separator = '\n';
  for (const row of rows) {
    text += separator + JSON.stringify(row);
    separator = ',\n';
  }
  return `${text}\n]}\n`;
}

function lines(rows: Iterable<object>): string {
  let text = '';
  for (const row of rows) text += `${JSON.stringify(row)}\n`;
  return text;
}
