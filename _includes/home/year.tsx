// The last twelve months on the home page: the strip, and the figures behind it.

import type { Incident } from '../../src/core/model/incident.ts';
import { formatMonth } from '../../src/core/time/format.ts';
import { type Dated, ofLastYear } from '../charts/last-year.ts';
import { YearStrip } from '../charts/year-strip.tsx';
import { sayLength } from '../ui/incident-list.tsx';
import { Section } from '../ui/section.tsx';
import { Severity } from '../ui/severity.tsx';
import { DateText } from '../ui/time.tsx';
import { marked } from '../ui/title.tsx';
import type { View } from '../ui/view.ts';

export interface YearProps {
  readonly incidents: readonly Incident[];
  readonly view: View;
}

/** A longer table would make the home page heavy: then months are counted instead. */
const MOST_ROWS = 150;

export function Year({ incidents, view }: YearProps) {
  const dated = ofLastYear(incidents, view.asOf);
  const undated = incidents.filter(({ milestones }) => milestones.started === undefined).length;
  const notes = (
    <>
      <p>{dated.length > MOST_ROWS ? 'Each bar counts the incidents of one week' : 'Each mark is one incident, by the day it began'}</p>
      {undated > 0 && <p>{undated === 1 ? '1 undated incident is' : `${undated} undated incidents are`} not drawn</p>}
    </>
  );
  return (
    <Section id="_year" title="A year at a glance" notes={dated.length > 0 && notes}>
      {dated.length === 0 ? (
        <p class="soft">
          No incident is dated within the twelve months to <DateText day={view.asOf} />.
        </p>
      ) : (
        <figure class="year-strip chart" aria-labelledby="_year">
          <YearStrip dated={dated} view={view} />
          <details class="chart__data">
            <summary class="chart__toggle">The figures as a table</summary>
            <section class="table-scroll" aria-label="Incidents of the last twelve months" tabindex={0}>
              {dated.length > MOST_ROWS ? <MonthTable dated={dated} view={view} /> : <IncidentRows dated={dated} view={view} />}
            </section>
          </details>
        </figure>
      )}
    </Section>
  );
}

interface TableProps {
  readonly dated: readonly Dated[];
  readonly view: View;
}

function IncidentRows({ dated, view }: TableProps) {
  return (
    <table class="data-table">
      <caption class="visually-hidden">Incidents of the last twelve months</caption>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Severity</th>
          <th scope="col">Incident</th>
          <th scope="col" class="end">
            Duration
          </th>
        </tr>
      </thead>
      <tbody>
        {dated.map(({ incident, day }) => (
          <tr key={incident.id}>
            <th scope="row">
              <DateText day={day} />
            </th>
            <td>
              <Severity level={view.severity(incident.severity)} />
            </td>
            <td>
              <a href={view.incidentHref(incident.id)}>{marked(incident.title)}</a>
            </td>
            <td class="end">{sayLength(incident) ?? <span class="unknown">not recorded</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MonthTable({ dated, view }: TableProps) {
  const labels = [...new Set([...view.config.severities.map(({ label }) => label), ...dated.map(({ incident }) => incident.severity)])];
  const months = new Map<string, Dated[]>();
  for (const mark of dated) {
    const month = mark.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), mark]);
  }
  return (
    <table class="data-table">
      <caption class="visually-hidden">Incidents of the last twelve months by month and severity</caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          {labels.map((label) => (
            <th scope="col" class="end" key={label}>
              {label ?? 'None'}
            </th>
          ))}
          <th scope="col" class="end">
            All
          </th>
        </tr>
      </thead>
      <tbody>
        {[...months].map(([month, marks]) => (
          <tr key={month}>
            <th scope="row">
              <time datetime={month}>{formatMonth(`${month}-01`)}</time>
            </th>
            {labels.map((label) => (
              <td class="end" key={label}>
                {marks.filter(({ incident }) => incident.severity === label).length}
              </td>
            ))}
            <td class="end">{marks.length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
