// `hindsight actions set INCIDENT/AI-1 FIELD=VALUE …`: changes one action item where it stands in its file, and nothing else.
import { join } from 'node:path';
import { type Change, readChanges } from '../../core/edit/changes.ts';
import { type EditResult, editAction } from '../../core/edit/edit-action.ts';
import { newErrors } from '../../core/edit/reread.ts';
import { type OwnFields, ownFields } from '../../core/edit/wanted.ts';
import type { ActionItem } from '../../core/model/action-item.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { Day } from '../../core/model/timestamp.ts';
import { AppError } from '../../io/app-error.ts';
import { type Lock, type LockedWork, takeLock } from '../../io/lock.ts';
import { note, print, wantsColor } from '../../io/log.ts';
import { rewriteText } from '../../io/rewrite-text.ts';
import { type LoadCache, type LoadedArchive, type LoadOptions, loadArchive, newLoadCache } from '../../site/load.ts';
import { rereader } from '../../site/rereader.ts';
import { type FoundItem, findItem } from '../actions/find-item.ts';
import { type ArchiveOptions, type ArchivePaths, archivePaths } from '../archive-paths.ts';
import { EXIT } from '../exit-codes.ts';
import { toRow } from '../report/json.ts';
import { listProblems } from '../report/text.ts';
import { visible } from '../report/visible.ts';

interface SetOptions extends ArchiveOptions {
  readonly asOf?: Day;
  readonly json?: boolean;
}

/** Beside the postmortems, hidden: two edits of one file would each undo the other. */
const LOCK = '.hindsight-edit.lock';
const EDIT: LockedWork = { other: 'Another edit of this archive', elsewhere: 'edit the file by hand', patience: 15_000 };

/** Returns the exit code. */
export async function setAction(key: string, written: readonly string[], options: SetOptions): Promise<number> {
  const changes = readChanges(written);
  if ('problem' in changes) throw usage(changes.problem, asTwoWords(key, written) ?? changes.hint);
  const paths = archivePaths(options);
  // Without the folder there is nothing to lock; loading says so.
  const lock = await takeLock(join(paths.input, LOCK), EDIT);
  try {
    return await edit(key, changes, { paths, options, lock });
  } finally {
    lock.release();
  }
}

interface Setting {
  readonly paths: ArchivePaths;
  readonly options: SetOptions;
  readonly lock: Lock;
}

async function edit(key: string, changes: readonly Change[], { paths, options, lock }: Setting): Promise<number> {
  const { input, config } = paths;
  const { asOf, json = false } = options;
  const choices: LoadOptions = { input, allowErrors: true, ...(config !== undefined && { config }), ...(asOf !== undefined && { asOf }) };
  const cache = newLoadCache();
  const loaded = await loadArchive(choices, cache);
  const say = (problems: readonly Diagnostic[]): number => sayProblems(problems, { paths, json });
  const faults = loaded.diagnostics.filter(({ file, severity }) => file === config && severity === 'error');
  // The checks go by the configuration, and so does what a field is called.
  if (faults.length > 0) return say(faults);
  const readable = [...cache.files.values()].flatMap(({ incident, frontMatter: { locate } }) => (incident ? [{ incident, locate }] : []));
  const found = findItem(key, readable);
  const { file } = found.incident;
  const text = loaded.texts.get(file) ?? '';
  const result = editFound(found, changes, { loaded, cache, text });
  if (result.kind === 'refused') return say(result.problems);
  if (result.kind === 'changed') {
    // The whole archive once more: other files may have something to say to a new id or link.
    const { diagnostics } = await loadArchive({ ...choices, instead: { path: file, text: result.text } }, cache);
    const errors = newErrors(loaded.diagnostics, diagnostics);
    if (errors.length > 0) return say(errors);
    lock.assertHeld();
    rewriteText(join(input, file), { before: text, after: result.text });
  }
  sayDone(result, found, { paths, json, line: loadedLine(found, cache) });
  return EXIT.ok;
}

interface Loaded {
  readonly loaded: LoadedArchive;
  readonly cache: LoadCache;
  readonly text: string;
}

function editFound({ incident, index }: FoundItem, changes: readonly Change[], { loaded, cache, text }: Loaded): EditResult {
  const read = rereader(incident.file, loaded, cache);
  return editAction({ file: incident.file, text, config: loaded.archive.config, read }, index, changes);
}

function loadedLine({ incident, item }: FoundItem, cache: LoadCache): number {
  return cache.files.get(incident.file)?.frontMatter.locate(item.place).line ?? 1;
}

interface Saying {
  readonly paths: ArchivePaths;
  readonly json: boolean;
}

function sayProblems(problems: readonly Diagnostic[], { paths, json }: Saying): number {
  const shown = problems.map((problem) => ({ ...problem, file: paths.show(problem.file) }));
  print(json ? JSON.stringify(shown.map(toRow), null, 2) : listProblems(shown, wantsColor('stdout')));
  note('Nothing was written.');
  return EXIT.problems;
}

function sayDone(result: Exclude<EditResult, { kind: 'refused' }>, { incident, item }: FoundItem, saying: Saying & { line: number }): void {
  const { paths, json, line } = saying;
  const key = `${incident.id}/${item.id}`;
  const fields = result.kind === 'same' ? [] : changedFields(result.before, result.after);
  const place = { file: paths.show(incident.file), line };
  if (json)
    print(JSON.stringify({ key, ...place, changed: Object.fromEntries(fields.map(({ name, from, to }) => [name, [from, to]])) }, null, 2));
  else if (fields.length > 0) print(visible(`${place.file}:${line}  ${key}  ${fields.map(sayField).join(', ')}`));
  if (result.kind === 'same') note(visible(`Nothing to change: ${key} says so already.`));
  else for (const { message, hint } of result.warnings) note(visible(`warning: ${message}${hint === undefined ? '' : ` ${hint}`}`));
}

interface ChangedField {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** A title with links in it is kept with the marks beside it: what its readers see is what counts. */
function changedFields(old: ActionItem, edited: ActionItem): ChangedField[] {
  const [before, after] = [ownFields(old), ownFields(edited)];
  const unsaid = ['ticket_url', ...(old.title.html === edited.title.html ? ['title'] : [])];
  const names = (Object.keys({ ...before, ...after }) as (keyof OwnFields)[]).filter((name) => !unsaid.includes(name));
  return names
    .filter((name) => before[name] !== after[name])
    .map((name) => ({ name, from: before[name] ?? null, to: after[name] ?? null }));
}

function sayField({ name, from, to }: ChangedField): string {
  return to === null ? `${name} ${from} → none` : `${name} ${from ?? 'none'} → ${to}`;
}

/** `INCIDENT AI-1 status=done` */
function asTwoWords(key: string, [first = '']: readonly string[]): string | undefined {
  return !key.includes('/') && /^[a-z]{1,8}-?\d+$/i.test(first) ? `Did you mean ${key}/${first}?` : undefined;
}

function usage(problem: string, hint: string | undefined): AppError {
  return new AppError('usage', visible(problem), hint === undefined ? {} : { hint: visible(hint) });
}
