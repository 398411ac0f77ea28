// Changes one action item in the text of its file and nothing else. Several ways to write each change are tried, and the archive's own reader
// judges them: a way counts only if the item then reads exactly as it was asked for, and everything else exactly as before.
import { columnsOf } from '../body/action-table.ts';
import { namesOf } from '../compile/names.ts';
import { splitFrontMatter } from '../front-matter/split.ts';
import type { ActionItem } from '../model/action-item.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Incident } from '../model/incident.ts';
import type { SiteConfig } from '../model/site-config.ts';
import { lineIndex } from '../text/line-index.ts';
import { findBodyItem, type ListItem, shownText } from './body-item.ts';
import type { Change } from './changes.ts';
import { waysInFrontMatter } from './edit-given.ts';
import { type Edit, waysForTitle, waysInLine } from './edit-marks.ts';
import { waysInRow } from './edit-row.ts';
import { findGivenItem } from './front-matter-item.ts';
import { marksBelow, marksInHead } from './marks.ts';
import { type Moved, newErrors, newWarnings, type Reading, restOfIncident } from './reread.ts';
import { applySplices, type EditedText, editedText, type Region } from './splice.ts';
import { isSameItem, type OwnFields, ownFields, withChange } from './wanted.ts';
import { whyNot } from './why-not.ts';

export interface EditSource {
  readonly file: string;
  /** As it stands in the file, line ends and all. */
  readonly text: string;
  readonly config: SiteConfig;
  /** The archive's own reader and checks, for this file with another text. */
  readonly read: (text: string) => Reading;
}

export type EditResult =
  | {
      readonly kind: 'changed';
      readonly text: string;
      readonly before: ActionItem;
      readonly after: ActionItem;
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly kind: 'same'; readonly item: ActionItem }
  | { readonly kind: 'refused'; readonly problems: readonly Diagnostic[] };

/** A file between two changes. */
interface State {
  readonly text: EditedText;
  readonly incident: Incident;
  readonly item: ActionItem;
  readonly reading: Reading;
}

interface Editing {
  readonly source: EditSource;
  /** Of the item among those of its incident: an id may be that of its place, which no edit moves. */
  readonly index: number;
}

/** Changes the fields of the item at a place among those of its incident, or says why it cannot be done. Never throws for what stands in a file. */
export function editAction(source: EditSource, index: number, changes: readonly Change[]): EditResult {
  const editing = { source, index };
  const first = stateOf(editing, editedText(source.text));
  if (!first) return { kind: 'refused', problems: [{ ...unreadable(source.file) }] };
  const wanted = (own: OwnFields, change: Change): OwnFields => withChange(own, change, source.config);
  if (isSameItem(changes.reduce(wanted, ownFields(first.item)), ownFields(first.item))) return { kind: 'same', item: first.item };
  let state = first;
  // What has to go first goes first: a day of completion, before the status it stands for.
  let pending: readonly Change[] = [...changes].sort((a, b) => Number(b.value === undefined) - Number(a.value === undefined));
  while (pending.length > 0) {
    const step = firstStep(editing, state, pending);
    if ('problem' in step) return { kind: 'refused', problems: [step.problem] };
    state = step.state;
    pending = pending.filter((change) => change !== step.change);
  }
  const errors = newErrors(first.reading.diagnostics, state.reading.diagnostics);
  if (errors.length > 0) return { kind: 'refused', problems: errors };
  const warnings = newWarnings(first.reading.diagnostics, state.reading.diagnostics);
  return { kind: 'changed', text: state.text.raw, before: first.item, after: state.item, warnings };
}

function stateOf({ source, index }: Editing, text: EditedText): State | undefined {
  const reading = source.read(text.raw);
  const item = reading.incident?.actionItems[index];
  return reading.incident && item && { text, incident: reading.incident, item, reading };
}

type Step = { readonly change: Change; readonly state: State } | { readonly problem: Diagnostic };

/** Changes lean on one another: a day of completion can be written once the status is `done`, so whichever can be made first is made first. */
function firstStep(editing: Editing, state: State, pending: readonly Change[]): Step {
  let problem: Diagnostic | undefined;
  for (const change of pending) {
    const next = changed(editing, state, change);
    if (!('problem' in next)) return { change, state: next };
    problem ??= next.problem;
  }
  return { problem: problem ?? unreadable(editing.source.file) };
}

function changed(editing: Editing, state: State, change: Change): State | { readonly problem: Diagnostic } {
  const { source, index } = editing;
  const own = ownFields(state.item);
  const wanted = withChange(own, change, source.config);
  if (isSameItem(own, wanted)) return state;
  const place = placeOf(editing, state, change);
  if (typeof place !== 'string') {
    const before = restOfIncident(state.incident, { index, ...linesOf(state, place.region), by: 0 });
    for (const way of place.ways) {
      if (!way.every(({ from, to }) => from >= place.region.from && to <= place.region.to + 1)) continue;
      const next = stateOf(editing, applySplices(state.text, way));
      if (
        next &&
        isAsWanted(next, { state, wanted }) &&
        restOfIncident(next.incident, movedBy(editing, [state, next], place.region)) === before
      )
        return next;
    }
  }
  const { line, column } = state.reading.locate(state.item.place);
  const where = typeof place === 'string' ? { place, hasColumn: false } : { place: place.kind, hasColumn: place.hasColumn === true };
  const { message, hint } = whyNot({ ...where, change, item: state.item, config: source.config, line });
  return { problem: { file: source.file, line, column, severity: 'error', code: 'edit-refused', message, hint } };
}

/** A title is what its readers see: the source kept of one with links in it is cut differently beside other marks. */
function isAsWanted(next: State, { state, wanted }: { readonly state: State; readonly wanted: OwnFields }): boolean {
  const [before, after] = [ownFields(state.item), ownFields(next.item)];
  if (wanted.title !== before.title)
    return isSameItem(after, wanted) && (!('line' in next.item.place) || next.item.title.plain === shownText(wanted.title));
  return isSameItem({ ...after, title: before.title }, wanted) && next.item.title.html === state.item.title.html;
}

function linesOf({ text }: State, { from, to }: Region): Pick<Moved, 'first' | 'last'> {
  const lines = lineIndex(text.plain);
  return { first: lines.lineColumn(from).line, last: lines.lineColumn(to).line };
}

function movedBy({ index }: Editing, [before, after]: readonly [State, State], region: Region): Moved {
  const by = after.text.plain.split('\n').length - before.text.plain.split('\n').length;
  return { index, ...linesOf(before, region), by };
}

interface EditPlace {
  readonly kind: 'front matter' | 'list' | 'row';
  readonly region: Region;
  readonly ways: readonly Edit[];
  /** A table has a column for the field. */
  readonly hasColumn?: boolean;
}

/** Where the item stands, with ways to make a change there; words where it stands where nothing can be changed. */
function placeOf({ source, index }: Editing, { text: { plain }, item }: State, change: Change): EditPlace | string {
  if (!('line' in item.place)) {
    const given = findGivenItem(plain, index, source.config);
    return typeof given === 'string'
      ? given
      : { kind: 'front matter', region: given.region, ways: waysInFrontMatter(plain, given, change) };
  }
  const split = splitFrontMatter(plain);
  const found = 'problem' in split ? undefined : findBodyItem({ text: plain, ...split }, item.place.line);
  if (!found) return 'it is neither an item of a list nor a row of a table';
  const title = item.title.source.trim();
  // It can be said, but what is said contradicts itself.
  if (isReopened(item, change)) return { ...found, ways: [] };
  const context = { names: namesOf(source.config).known };
  if (found.kind === 'row') {
    const hasColumn = columnsOf(found.header).some(
      (column) => column === change.field || (column === 'doneWhen' && change.field === 'done_when'),
    );
    return { ...found, hasColumn, ways: waysInRow(plain, found, { change, context, title }) };
  }
  return { ...found, ways: waysInItem(plain, found, { change, context, title }) };
}

function isReopened({ completed }: ActionItem, { field, value }: Change): boolean {
  return field === 'status' && value !== 'done' && completed !== undefined;
}

function waysInItem(text: string, item: ListItem, { change, context, title }: Parameters<typeof waysInRow>[2]): readonly Edit[] {
  const { head, region, box, indent } = item;
  if (change.field === 'title') return change.value === undefined ? [] : waysForTitle({ text, head }, title, change.value);
  const isDone = box !== undefined && text[box] !== ' ';
  const { marks, gaps } = marksInHead(text, head, { ...context, ...(isDone && { isDone }) });
  const below = marksBelow(text, { from: Math.min(head.to + 1, region.to), to: region.to }, context);
  const line = {
    text,
    head,
    gaps,
    marks: [...marks, ...below],
    below: { at: region.to, lead: `${' '.repeat(indent)}- ` },
    ...(box !== undefined && { box }),
  };
  return [String, escapeMarkdown].flatMap((write) => waysInLine({ ...line, write }, change));
}

function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<>&~]/g, '\\$&');
}

function unreadable(file: string): Diagnostic {
  const message = 'The action items of this file cannot be read.';
  return {
    file,
    line: 1,
    column: 1,
    severity: 'error',
    code: 'edit-refused',
    message,
    hint: 'Mend what `hindsight check` finds in it first.',
  };
}
