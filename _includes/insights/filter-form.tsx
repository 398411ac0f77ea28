// What the insights can be narrowed by: a period and severities. Without a script there is nothing to pick, and the page says so.
import { countSeverities } from '../../src/core/insights/months.ts';
import type { InsightsRows } from '../../src/core/insights/rows.ts';
import type { Selection } from '../../src/core/insights/select.ts';
import { periodChoices } from '../../src/core/insights/state.ts';
import { sayCount } from '../../src/core/text/count.ts';
import { Severity } from '../ui/severity.tsx';
import { SelectionLine } from './selection-line.tsx';

export interface FilterFormProps {
  readonly rows: InsightsRows;
  readonly selection: Selection;
}

export function FilterForm({ rows, selection }: FilterFormProps) {
  return (
    <search class="insights-filter" aria-label="Which incidents" data-insights-form="">
      <div class="insights-filter__row needs-script">
        <label class="insights-filter__field">
          Period{' '}
          <select name="period" autocomplete="off">
            <option value="">Whole archive</option>
            {periodChoices(selection.incidents, rows.asOf).map(({ name, from, to }) => (
              <option key={name} value={`${from} ${to}`}>
                {name}
              </option>
            ))}
            <option value="own" hidden>
              These days
            </option>
          </select>
        </label>
        <label class="insights-filter__field">
          From <input type="date" name="from" min="0001-01-01" max="9999-12-31" autocomplete="off" />
        </label>
        <label class="insights-filter__field">
          to <input type="date" name="to" min="0001-01-01" max="9999-12-31" autocomplete="off" />
        </label>
      </div>
      <Severities rows={rows} selection={selection} />
      <p class="insights-filter__count list-head__count">
        <span role="status" data-insights-count="">
          <SelectionLine selection={selection} />
        </span>{' '}
        <a class="needs-script" href="./" data-insights-all="" hidden>
          Show all
        </a>
      </p>
      <p data-insights-failure="" role="alert" class="late-word" hidden />
      <noscript>
        <p class="list-foot">The figures stand for the whole period. To pick another, or severities, takes a script.</p>
      </noscript>
    </search>
  );
}

function Severities({ rows, selection }: FilterFormProps) {
  const counts = countSeverities(rows, selection.incidents);
  const options = [...rows.severities, undefined].flatMap((severity, position) => {
    const count = counts[position] ?? 0;
    return count === 0 ? [] : [{ severity, count }];
  });
  if (options.length < 2) return null;
  return (
    <fieldset class="choice needs-script">
      <legend class="choice__legend">Severity</legend>
      {options.map(({ severity, count }) => (
        <label class="choice__item" key={severity?.label}>
          <input type="checkbox" value={severity?.label ?? ''} /> <Severity level={severity} /> <span class="quiet">{sayCount(count)}</span>
        </label>
      ))}
    </fieldset>
  );
}
