// An import for people: a line a document, what to look at below it, and the count at the end.
import { createColors } from 'picocolors';
import { countOf, sayCount } from '../../core/text/count.ts';
import type { DocumentReport, ImportReport, Outcome, ReportedField } from '../../import/report.ts';
import { visible } from './visible.ts';

export interface ImportStyle {
  readonly color: boolean;
  /** A path of the archive as the user would type it. */
  readonly show: (file: string) => string;
}

const WORDS: Readonly<Record<Outcome, string>> = {
  written: 'imported',
  updated: 'updated',
  unchanged: 'unchanged',
  kept: 'left alone',
  skipped: 'not imported',
  failed: 'not read',
};

export function importText(report: ImportReport, style: ImportStyle): string {
  const { documents } = report;
  const told = documents.map((document) => tell(document, style));
  return [...told, '', summary(report)].join('\n');
}

function tell(document: DocumentReport, style: ImportStyle): string {
  const { path, file, outcome, reason, notes, twin } = document;
  const { bold, dim, yellow, green, red } = createColors(style.color);
  const mark = { written: green, updated: green, unchanged: dim, kept: yellow, skipped: yellow, failed: red }[outcome];
  const head = `${bold(visible(path))}: ${mark(WORDS[outcome])}${file === undefined ? '' : ` ${outcome === 'kept' ? 'in' : 'as'} ${visible(style.show(file))}`}`;
  // What did not change has been told before.
  if (outcome === 'unchanged') return head;
  const lines = [
    ...(reason === undefined ? [] : [reason]),
    ...(outcome === 'skipped' || outcome === 'failed' ? [] : sayFields(document.fields)),
    ...(twin === undefined
      ? []
      : [
          `tells the same incident as ${twin.id}${twin.isLinked ? ', and is linked to it' : ' (--merge links them)'}: ${twin.reasons.join(', ')}`,
        ]),
    ...notes.map(
      ({ severity, message, line }) =>
        `${severity === 'warning' ? yellow('look at this') : dim('note')}: ${line === undefined ? '' : `line ${line}: `}${message}`,
    ),
  ];
  return [head, ...lines.map((line) => `    ${visibleButColors(line)}`)].join('\n');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours begin with one
const COLOR = /(\u001b\[\d{1,2}m)/;

/** Colours are ours; everything else of the line may come from a document. */
function visibleButColors(line: string): string {
  return line
    .split(COLOR)
    .map((part, index) => (index % 2 === 1 ? part : visible(part)))
    .join('');
}

/** What a person reads first; the rest is in the file and in `--report`. */
const SHOWN = [
  'title',
  'started',
  'detected',
  'resolved',
  'startedPartial',
  'timezone',
  'severity',
  'services',
  'authors',
  'timeline',
  'actionItems',
];

function sayFields(fields: readonly ReportedField[]): string[] {
  const known = fields.filter(({ field }) => SHOWN.includes(field));
  const read = known.filter(({ sure, field }) => sure !== 'guess' && field !== 'startedPartial');
  const guessed = fields.filter(({ sure, field }) => sure === 'guess' || field === 'startedPartial');
  return [
    ...(read.length === 0 ? [] : [`read: ${read.map(sayField).join('; ')}`]),
    ...(guessed.length === 0
      ? []
      : [`to confirm: ${guessed.map((field) => `${sayField(field)} (line ${field.line}: "${field.text}")`).join('; ')}`]),
  ];
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `--10-12T09:30`: a day, perhaps with its time, of no year. */
function sayPartial(value: string): string {
  const [, month, day, time] = /^--(\d{2})-(\d{2})(?:T(.+))?$/.exec(value) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined
    ? `started ${value}`
    : `started on ${name} ${Number(day)}${time === undefined ? '' : ` at ${time}`}, of a year the text does not state`;
}

const COUNTED: Readonly<Record<string, string>> = { timeline: 'timeline entry', actionItems: 'action item' };

function sayField({ field, value }: ReportedField): string {
  if (field === 'startedPartial') return sayPartial(value);
  const noun = COUNTED[field];
  if (noun !== undefined) return countOf(Number(value), noun, noun.replace(/y$/, 'ie').concat('s'));
  return `${field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${value}`;
}

function summary({ documents, counts, isDryRun, passedOver }: ImportReport): string {
  const outcomes: readonly Outcome[] = ['written', 'updated', 'unchanged', 'kept', 'skipped', 'failed'];
  const parts = outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => `${sayCount(counts[outcome])} ${WORDS[outcome]}`);
  const twins = documents.filter(({ twin }) => twin !== undefined).length;
  return [
    `${countOf(documents.length, 'document')}: ${parts.join(', ') || 'nothing to do'}.`,
    ...(twins > 0 ? [`${countOf(twins, 'document')} ${twins === 1 ? 'tells' : 'tell'} an incident that another tells, too.`] : []),
    ...(passedOver > 0 ? [`${countOf(passedOver, 'file')} of other kinds ${passedOver === 1 ? 'was' : 'were'} passed over.`] : []),
    ...(documents.length === 0 ? ['Files are looked for whose names end in .md, .txt, .html, .docx or .json.'] : []),
    ...(isDryRun ? ['Nothing was written (--dry-run).'] : []),
  ].join(' ');
}
