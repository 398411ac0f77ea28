// Fields against their schema: what is right is kept, what is wrong is told at its place.
import type { z } from 'zod';
import type { Place } from '../model/diagnostic.ts';
import type { LineColumn } from '../text/line-index.ts';
import { type Dialect, meantField, sayIssues } from './messages.ts';
import { numbersAsText } from './number-text.ts';
import { errorAt, type Problem } from './problem.ts';
import { findRepeated } from './repeated.ts';
import { sayPath } from './say-path.ts';
import type { YamlSource } from './yaml-locate.ts';

/** Each problem costs a search for its place, and fifty are enough for anyone. */
const MOST_PROBLEMS = 50;

export interface Validated<T> {
  /** The fields as they were checked: numbers that stand where text is wanted are text. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Without the fields that are wrong. */
  readonly data: T | undefined;
  /** Names of the fields that are wrong, and of those that a wrong name was probably meant for. */
  readonly rejected: readonly string[];
  readonly problems: readonly Problem[];
}

export interface Validating {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly dialect: Dialect;
  readonly source: YamlSource;
}

/** The fields of a document are independent of one another: those that are right are read though others are wrong. */
export function validate<T extends z.ZodObject>(schema: T, { fields: given, dialect, source }: Validating): Validated<z.output<T>> {
  const { locate } = source;
  const repeated = repetitions({ fields: given, dialect, source });
  const first = schema.safeParse(given, { reportInput: true });
  if (first.success) return { fields: given, data: first.data, rejected: [], problems: repeated };
  const fields = numbersAsText(given, first.error.issues, (path) => source.written(dialect.written?.(path) ?? path));
  const parsed = fields === given ? first : schema.safeParse(fields, { reportInput: true });
  if (parsed.success) return { fields, data: parsed.data, rejected: [], problems: repeated };
  const { issues } = parsed.error;
  const problems = sayFirst(issues, dialect, locate);
  const bad = new Set(
    issues.flatMap((issue) => (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [String(issue.path[0])])),
  );
  const good = Object.fromEntries(Object.entries(fields).filter(([name]) => !bad.has(name)));
  const unknown = [...bad].filter((name) => !Object.hasOwn(schema.shape, name)).slice(0, MOST_PROBLEMS);
  const meant = unknown.flatMap((name) => meantField([name], dialect) ?? []).filter((name) => !Object.hasOwn(fields, name));
  return { fields, data: schema.safeParse(good).data, rejected: [...bad, ...meant], problems: [...repeated, ...problems] };
}

/** Wording a problem costs a hundred times what finding it does: of thousands, those that are shown are said. */
function sayFirst(issues: readonly z.core.$ZodIssue[], dialect: Dialect, locate: YamlSource['locate']): Problem[] {
  const single = issues.flatMap((issue): z.core.$ZodIssue[] =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue],
  );
  const said = sayIssues(single.slice(0, MOST_PROBLEMS), dialect);
  const problems = said.slice(0, MOST_PROBLEMS).map(({ place, code, ...words }) => errorAt(placed(place, locate), code, words));
  const last = problems.at(-1);
  const more = Math.max(single.length, said.length) - MOST_PROBLEMS;
  if (more <= 0 || last === undefined) return problems;
  return [...problems, { ...last, code: 'more-problems', message: `… and ${more} more.`, hint: 'Mend the others first.' }];
}

export function placed(place: Place, locate: YamlSource['locate']): LineColumn {
  return 'line' in place ? { line: place.line, column: place.column ?? 1 } : locate(place.path, place.key);
}

function repetitions({ fields, dialect, source }: Validating): Problem[] {
  return findRepeated(fields)
    .slice(0, MOST_PROBLEMS)
    .map((path) => {
      const written = dialect.written?.(path) ?? path;
      const said = { message: `${sayPath(written)} stands in the list already.`, hint: 'Delete it.' };
      return { ...errorAt(source.locate(written), 'repeated-value', said), severity: 'warning' };
    });
}
