// A draft as a file that passes every check: written, read back as the site reads it, and what would be an error taken back to a comment.
import { softenImported } from '../../core/check/imported.ts';
import { runIncidentRules } from '../../core/check/index.ts';
import { compileIncident } from '../../core/compile.ts';
import { readFrontMatter } from '../../core/front-matter/read.ts';
import { yamlScalar } from '../../core/front-matter/yaml-scalar.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { Incident } from '../../core/model/incident.ts';
import type { SiteConfig } from '../../core/model/site-config.ts';
import type { Day } from '../../core/model/timestamp.ts';
import type { Draft, ImportNote } from '../model.ts';
import { bodyOf } from './body.ts';
import { entriesOf } from './entries.ts';
import { demote, type Entry } from './entry.ts';
import { fileName } from './name.ts';
import { missingParts } from './parts.ts';
import { oneLine } from './words.ts';

export interface ComposeOptions {
  readonly config: SiteConfig;
  readonly asOf: Day;
  /** SHA-256 of the source, in hex. */
  readonly sha256: string;
}

export interface Composed {
  /** Without `.md`, not yet unique. */
  readonly name: string;
  /** The lines between the fences but for those that depend on the rest of the archive. */
  readonly front: readonly string[];
  readonly body: string;
  readonly notes: readonly ImportNote[];
  /** As the site will read it; absent where it cannot. */
  readonly incident?: Pick<Incident, 'title' | 'timeline' | 'actionItems' | 'services'>;
}

/** Each round takes back one field at least. */
const MOST_ROUNDS = 24;

export function compose(draft: Draft, options: ComposeOptions): Composed {
  const body = bodyOf(draft);
  const name = fileName(draft);
  let entries = entriesOf(draft, options.config);
  let check = readBack({ name, entries, draft, body: body.text }, options);
  const parts = check.incident === undefined ? { entries: [], notes: [] } : missingParts(draft, check.incident);
  if (parts.entries.length > 0) {
    entries = [...entries, ...parts.entries];
    check = readBack({ name, entries, draft, body: body.text }, options);
  }
  for (let round = 0; round < MOST_ROUNDS && check.errors.length > 0; round++) {
    const mended = mend(entries, check.errors);
    if (mended === undefined) break;
    entries = mended;
    check = readBack({ name, entries, draft, body: body.text }, options);
  }
  const { incident } = check;
  return {
    name: fileName(draft, entries),
    front: check.front,
    body: body.text,
    notes: [...body.notes, ...parts.notes, ...check.errors.map(unmended), ...leftOut(entries)],
    ...(incident !== undefined && { incident }),
  };
}

interface Written {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly draft: Draft;
  readonly body: string;
}

interface Check {
  readonly front: readonly string[];
  readonly incident?: Incident;
  readonly errors: readonly Diagnostic[];
}

/** The order of the schema: what is added late stands where it belongs. */
const LATE = ['duplicate_of', 'links', 'timeline', 'action_items'];

function readBack({ name, entries, draft, body }: Written, { config, asOf, sha256 }: ComposeOptions): Check {
  const front = [...ordered(entries).flatMap(({ lines }) => lines), ...sourceLines(draft, sha256), ...remarks(draft)];
  const path = `${name}.md`;
  const fm = readFrontMatter({ path, text: `---\n${front.join('\n')}\n---\n${body}` }, config);
  const registry = { resolve: () => undefined, resolveFile: () => undefined };
  const { incident, diagnostics } = compileIncident(fm, { config, registry });
  const checks = incident === undefined ? [] : runIncidentRules(incident, { ...fm, config, asOf });
  const found = softenImported([...fm.diagnostics, ...diagnostics, ...checks], () => true);
  const errors = found.filter(({ severity, code }) => severity === 'error' && code !== 'bad-file-name');
  return { front, errors, ...(incident !== undefined && { incident }) };
}

function ordered(entries: readonly Entry[]): Entry[] {
  const summary = entries.filter(({ name }) => name === 'summary');
  const early = entries.filter(({ name }) => name !== 'summary' && !LATE.includes(name));
  const late = LATE.flatMap((name) => entries.filter((entry) => entry.name === name));
  const title = early.filter(({ name }) => name === 'title');
  return [...title, ...summary, ...early.filter(({ name }) => name !== 'title'), ...late];
}

function sourceLines({ source: { path, facts } }: Draft, sha256: string): string[] {
  const [file = path, ...key] = path.split('#');
  const isExport = key.length > 0;
  const system = /^given by the export of (.+)$/.exec(facts?.title?.why ?? facts?.reference?.why ?? '')?.[1];
  return [
    'source:',
    `  file: ${yamlScalar(oneLine(isExport ? file : path, 480))}`,
    ...(system === undefined ? [] : [`  system: ${yamlScalar(system)}`]),
    ...(isExport ? [`  id: ${yamlScalar(oneLine(key.join('#'), 180))}`] : []),
    `  sha256: ${yamlScalar(sha256)}`,
  ];
}

/** What had no field, and what speaks against the text: for whoever reads the file next. */
function remarks({ source: { kept = [] }, problems }: Draft): string[] {
  return [
    ...kept.map((line) => `# kept: ${oneLine(line, 400)}`),
    ...problems.map(({ message }) => `# look at this: ${oneLine(message, 300)}`),
  ];
}

/** The entries with one that an error stands in as a comment; undefined where all errors stand elsewhere. */
function mend(entries: readonly Entry[], errors: readonly Diagnostic[]): Entry[] | undefined {
  for (const { line, message } of errors) {
    let end = 1;
    for (const entry of ordered(entries)) {
      end += entry.lines.length;
      if (line <= end && entry.isField) return entries.map((other) => (other === entry ? demote(entry, message) : other));
      if (line <= end) break;
    }
  }
  return undefined;
}

function unmended({ code, message }: Diagnostic): ImportNote {
  return { code: `check-${code}`, message, severity: 'warning' };
}

function leftOut(entries: readonly Entry[]): ImportNote[] {
  return entries
    .filter(({ lines }) => lines[0]?.startsWith('# left out: ') === true)
    .map(({ name, lines }) => {
      const reason = lines[0]?.replace('# left out: ', '') ?? '';
      return { code: 'field-left-out', message: `"${name}" is written as a comment: ${reason}`, severity: 'warning' };
    });
}
