// Everybody who promised something, every team that did or every service it was promised for, with how far that has come.
import type { Assignee } from '../../src/core/model/archive.ts';
import { actionsPath, assigneePath } from '../../src/core/text/urls.ts';
import { progressOf } from '../../src/core/tracker/progress.ts';
import { sayAge } from '../../src/core/tracker/words.ts';
import { Figure, LateFigure } from '../index/figure.tsx';
import { CountedTo } from '../ui/lateness.tsx';
import type { View } from '../ui/view.ts';
import { ASSIGNEE_WORDS } from './assignee-words.ts';
import { sayOnTime } from './progress-section.tsx';

export interface AssigneeIndexProps {
  readonly kind: Assignee['kind'];
  readonly list: readonly Assignee[];
  readonly view: View;
}

export function AssigneeIndex({ kind, list, view }: AssigneeIndexProps) {
  const { title, singular } = ASSIGNEE_WORDS[kind];
  return (
    <>
      <div class="page-head split">
        <div class="split__column">
          <p class="page-head__over">
            <a href={view.root + actionsPath()}>Action items</a>
          </p>
          <h1>{title}</h1>
        </div>
      </div>
      <div class="split">
        <div class="split__column">
          {list.length === 0 ? (
            <p class="soft">Nobody has promised anything yet.</p>
          ) : (
            <Table singular={singular} list={list} view={view} />
          )}
          <p class="list-foot">
            Overdue, and ages in days, as of <CountedTo view={view} />. Median age: of the open items, since they were promised. On time:
            done by their due day, of the done items that have both days.
          </p>
        </div>
      </div>
    </>
  );
}

function Table({ singular, list, view }: { readonly singular: string; readonly list: readonly Assignee[]; readonly view: View }) {
  return (
    <table class="index-table" role="table">
      <caption class="visually-hidden">Action items by {singular.toLowerCase()}, most open first</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {singular}
          </th>
          {['Open', 'Overdue', 'Finished', 'Median age', 'On time'].map((head) => (
            <th
              key={head}
              scope="col"
              role="columnheader"
              class={head === 'Median age' || head === 'On time' ? 'index-table__more end' : 'end'}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {list.map((assignee) => (
          <Row key={assignee.slug} assignee={assignee} root={view.root} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ assignee, root }: { readonly assignee: Assignee; readonly root: string }) {
  const { medianAgeDays, onTime } = progressOf(assignee.actions);
  return (
    <tr class="index-table__row" role="row">
      <th class="index-table__name" scope="row" role="rowheader">
        <a class="row-link" href={root + assigneePath(assignee.kind, assignee.slug)}>
          {assignee.name}
        </a>
      </th>
      <td class="index-table__open end" role="cell">
        <Figure count={assignee.openCount} />
      </td>
      <td class="index-table__late end" role="cell">
        <LateFigure actions={assignee.actions} />
      </td>
      <td class="index-table__count end" role="cell">
        <Figure count={assignee.actions.length - assignee.openCount} />
      </td>
      <td class="index-table__more end" role="cell" data-age={medianAgeDays}>
        {medianAgeDays === undefined ? <span class="quiet">{'\u2013'}</span> : sayAge(medianAgeDays)}
      </td>
      <td class="index-table__more end" role="cell">
        {onTime.of === 0 ? <span class="quiet">{'\u2013'}</span> : sayOnTime(onTime)}
      </td>
    </tr>
  );
}
