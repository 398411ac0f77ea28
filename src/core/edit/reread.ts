// What the rest of an incident says, to be compared before and after an edit: everything but the edited item, and the lines things stand on.
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { Incident } from '../model/incident.ts';
import type { LineColumn } from '../text/line-index.ts';
import { slugify } from '../text/slug.ts';

/** A text as the archive's own reader and checks understand it. */
export interface Reading {
  /** Absent where the text cannot be read as an incident. */
  readonly incident?: Incident;
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: (place: Place) => LineColumn;
}

/** The edited item, and how the edit moved the lines below it. */
export interface Moved {
  readonly index: number;
  /** Lines of the item before the edit, the first and the last. */
  readonly first: number;
  readonly last: number;
  /** How many lines were added. */
  readonly by: number;
}

/** All of an incident but one item, as text that is equal where two say the same. Before an edit, no line has moved. */
export function restOfIncident(incident: Incident, { index, first, last, by }: Moved): string {
  const item = incident.actionItems[index];
  const isInside = (place: Place): boolean =>
    'line' in place ? place.line >= first && place.line <= last + by : place.path[0] === 'action_items' && place.path[1] === index;
  return JSON.stringify(
    {
      ...incident,
      actionItems: incident.actionItems.map((other, at) => (at === index ? null : other)),
      references: incident.references.filter(({ place }) => !isInside(place)),
      anchors: incident.anchors.filter((anchor) => item === undefined || anchor !== slugify(item.id)),
    },
    (key, value: unknown) => (key === 'line' && typeof value === 'number' && value > last + by ? value - by : value),
  );
}

/** Errors that stand in the second list and not in the first, whatever line they are on by now. */
export function newErrors(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  return newOnes(before, after).filter(({ severity }) => severity === 'error');
}

export function newWarnings(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  return newOnes(before, after).filter(({ severity }) => severity === 'warning');
}

function newOnes(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  const known = new Map<string, number>();
  for (const diagnostic of before) known.set(keyOf(diagnostic), (known.get(keyOf(diagnostic)) ?? 0) + 1);
  return after.filter((diagnostic) => {
    const left = known.get(keyOf(diagnostic)) ?? 0;
    known.set(keyOf(diagnostic), left - 1);
    return left <= 0;
  });
}

function keyOf({ file, severity, code, message }: Diagnostic): string {
  return `${file}\n${severity}\n${code}\n${message.replace(/\bline \d+/g, 'line')}`;
}
