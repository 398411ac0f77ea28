// The figures behind a comparison: the moments of all incidents side by side, then the timeline of each, counted from its detection.
import type { Lane } from '../../src/core/compare/line-up.ts';
import type { CompareEntry } from '../../src/core/compare/record.ts';
import { MILESTONE_WORDS, sayOffset } from '../../src/core/compare/say.ts';
import { MILESTONES, type Timestamp } from '../../src/core/model/timestamp.ts';
import { formatDateTime } from '../../src/core/time/format.ts';
import { marked } from '../ui/title.tsx';

export interface CompareTablesProps {
  readonly lanes: readonly Lane[];
}

/** Beyond these a table would be the page; the incident's own has all. */
const MOST_ROWS = 200;

export function CompareTables({ lanes }: CompareTablesProps) {
  return (
    <details class="chart__data" data-fold="compare">
      <summary class="chart__toggle">The figures as tables</summary>
      <section class="table-scroll" aria-label="The comparison: the figures" tabindex={0}>
        <MilestoneTable lanes={lanes} />
        {lanes.map((lane) => lane.record.timeline.length > 0 && <EntryTable key={lane.record.id} lane={lane} />)}
      </section>
    </details>
  );
}

function MilestoneTable({ lanes }: CompareTablesProps) {
  return (
    <table class="data-table">
      <caption>Moments, counted from detection</caption>
      <thead>
        <tr>
          <th scope="col">Incident</th>
          {MILESTONES.map((milestone) => (
            <th scope="col" key={milestone}>
              {capital(MILESTONE_WORDS[milestone])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lanes.map((lane) => (
          <tr key={lane.record.id}>
            <th scope="row" class="compare__text" dir="auto">
              {marked(lane.record.title)}
            </th>
            {MILESTONES.map((milestone) => (
              <td key={milestone}>
                <Moment at={lane.record.milestones[milestone]} zero={lane.placed?.zero} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EntryTable({ lane: { record, placed } }: { readonly lane: Lane }) {
  const { title, timeline } = record;
  const shown = timeline.slice(0, MOST_ROWS);
  return (
    <table class="data-table">
      <caption>
        Timeline: <span dir="auto">{title}</span>
        {shown.length < timeline.length && `, the first ${MOST_ROWS} of ${timeline.length} entries`}
      </caption>
      <thead>
        <tr>
          <th scope="col">{placed ? 'From detection' : 'Time'}</th>
          <th scope="col">Entry</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((entry, index) => (
          <tr key={index}>
            <td>
              <When entry={entry} zero={placed?.zero} />
            </td>
            <td class="compare__text" dir="auto">
              {entry.text}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function When({ entry: { at, until }, zero }: { readonly entry: CompareEntry; readonly zero: number | undefined }) {
  return (
    <>
      <Moment at={at} zero={zero} />
      {until && (
        <>
          {' '}
          to <Moment at={until} zero={zero} />
        </>
      )}
    </>
  );
}

interface MomentProps {
  readonly at: Timestamp | undefined;
  /** Epoch of the detection, where it has a time of day. */
  readonly zero: number | undefined;
}

/** As the record has it where nothing can be counted: a day is a day, and without a detection there is no distance from it. */
function Moment({ at, zero }: MomentProps) {
  if (at === undefined) return <span class="quiet">not recorded</span>;
  const text = zero === undefined || at.precision === 'date' ? formatDateTime(at) : sayOffset(at.epoch - zero);
  return (
    <>
      {at.approximate && 'about '}
      <time datetime={at.iso}>{text}</time>
    </>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
