// Front matter that another tool's file begins with (Jekyll, Hugo, Docusaurus): what it says outright becomes facts, the rest is kept as lines.
import { parseDocument } from 'yaml';
import { isFields } from '../../core/front-matter/is-fields.ts';
import { idFault } from '../../core/front-matter/schema/text-faults.ts';
import type { DraftFields, ImportNote, Receipt } from '../model.ts';

export interface WithoutFrontMatter {
  /** The text below, to the byte. */
  readonly text: string;
  readonly firstLine: number;
  readonly facts: DraftFields;
  readonly kept: readonly string[];
  readonly notes: readonly ImportNote[];
}

/** A file that begins with `---` and is not closed within as many lines has no front matter but a ruler. */
const LONGEST = 200;

/** Undefined where the file begins with none. */
export function splitForeign(text: string): WithoutFrontMatter | undefined {
  const fence = /^(---|\+\+\+)[ \t]*\n/.exec(text)?.[1];
  if (fence === undefined) return undefined;
  const lines = text.split('\n', LONGEST + 1);
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === fence);
  if (end < 1) return undefined;
  const inner = lines.slice(1, end);
  if (!inner.some((line) => (fence === '---' ? /^[\w-]+\s*:/ : /^[\w-]+\s*=/).test(line))) return undefined;
  const rest = text.slice(lines.slice(0, end + 1).join('\n').length + 1);
  const read = fence === '---' ? readYaml(inner.join('\n')) : readToml(inner);
  return {
    text: rest,
    firstLine: end + 2,
    ...(read === undefined ? { facts: {}, kept: inner, notes: [UNREAD] } : takeFacts(read, inner)),
  };
}

const UNREAD: ImportNote = {
  code: 'front-matter-unread',
  message: 'The front matter cannot be read; its lines are kept as comments.',
  severity: 'warning',
};

function readYaml(source: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const document = parseDocument(source, { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false });
    const value: unknown = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 20 });
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The little TOML that Hugo's files begin with: a name, and a text, a date or a list of texts on one line. Other lines are kept. */
function readToml(lines: readonly string[]): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  for (const line of lines) {
    const [, name, value] = /^([\w-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    if (/^"(?:[^"\\]|\\.)*"$/.test(value) || /^\[(?:\s*"(?:[^"\\]|\\.)*"\s*,?)*\]$/.test(value)) {
      try {
        fields[name] = JSON.parse(value.replace(/,\s*\]$/, ']'));
      } catch {
        fields[name] = value;
      }
    } else fields[name] = value.replace(/^'(.*)'$/, '$1');
  }
  return fields;
}

type Facts = { -readonly [K in keyof DraftFields]: DraftFields[K] };

/** Our own names and those of other tools, by the field they certainly mean. `date` is when a page was published, which is no time of an incident. */
const TEXTS: Readonly<Record<string, 'title' | 'severity' | 'commander' | 'trigger'>> = {
  title: 'title',
  severity: 'severity',
  commander: 'commander',
  incident_commander: 'commander',
  trigger: 'trigger',
};
const LISTS: Readonly<Record<string, 'authors' | 'tags' | 'services' | 'teams' | 'environments'>> = {
  author: 'authors',
  authors: 'authors',
  tags: 'tags',
  keywords: 'tags',
  services: 'services',
  teams: 'teams',
  environments: 'environments',
};
const TIMES: Readonly<Record<string, 'started' | 'detected' | 'acknowledged' | 'identified' | 'mitigated' | 'resolved'>> = {
  started: 'started',
  started_at: 'started',
  start_time: 'started',
  detected: 'detected',
  detected_at: 'detected',
  acknowledged: 'acknowledged',
  acknowledged_at: 'acknowledged',
  identified: 'identified',
  mitigated: 'mitigated',
  mitigated_at: 'mitigated',
  resolved: 'resolved',
  resolved_at: 'resolved',
  end_time: 'resolved',
};

function takeFacts(
  fields: Readonly<Record<string, unknown>>,
  lines: readonly string[],
): Pick<WithoutFrontMatter, 'facts' | 'kept' | 'notes'> {
  const facts: Facts = {};
  const taken = new Set<string>();
  for (const [name, value] of Object.entries(fields)) if (takeFact(facts, name.toLowerCase(), value)) taken.add(name);
  const kept = keepOthers(lines, taken);
  const names = Object.keys(fields).filter((name) => !taken.has(name));
  if (names.length === 0) return { facts, kept, notes: [] };
  const message = `Fields of the old front matter without a place here are kept as comments: ${names.slice(0, 12).join(', ')}.`;
  return { facts, kept, notes: [{ code: 'fields-kept', message, severity: 'info' }] };
}

function takeFact(facts: Facts, name: string, value: unknown): boolean {
  const receipt = <T>(found: T): Receipt<T> => ({
    value: found,
    line: 0,
    text: `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`.slice(0, 200),
    sure: 'certain',
    why: `field "${name}" of the front matter`,
  });
  const text = Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;
  if (text !== undefined && typeof value === 'string' && value.trim() !== '') {
    facts[text] ??= receipt(value.trim());
    return true;
  }
  const list = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
  const items = (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string' && item.trim() !== '');
  if (list !== undefined && items.length > 0 && items.length === (Array.isArray(value) ? value.length : 1)) {
    facts[list] ??= receipt(items.map((item) => item.trim()));
    return true;
  }
  const time = Object.hasOwn(TIMES, name) ? TIMES[name] : undefined;
  if (
    time !== undefined &&
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?$/.test(value)
  ) {
    facts[time] ??= receipt(
      value
        .replace(/ (?=\d{2}:)/, 'T')
        .replace(/ (?=[Z+-])/, '')
        .replace(/([+-]\d{2})(\d{2})$/, '$1:$2'),
    );
    return true;
  }
  if (name === 'id' && typeof value === 'string' && idFault(value) === undefined) {
    facts.reference ??= receipt(value);
    return true;
  }
  return false;
}

/** The lines of the fields that were not taken, with those that belong to them. */
function keepOthers(lines: readonly string[], taken: ReadonlySet<string>): string[] {
  let isKept = true;
  return lines.filter((line) => {
    const name = /^(?:"([^"]+)"|([\w-]+))\s*[:=]/.exec(line);
    if (name !== null) isKept = !taken.has(name[1] ?? name[2] ?? '');
    return isKept && line.trim() !== '';
  });
}
