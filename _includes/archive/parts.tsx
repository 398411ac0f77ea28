// What the script makes the list of: the same components the page is made of, in a <template>, so that markup has one source.

import { DOCUMENT_STATUSES } from '../../src/core/model/incident.ts';
import type { RowView } from '../../src/core/rows/row-view.ts';
import { HERE, ListParts, SeverityParts } from '../list/list-parts.tsx';
import { DocStatus } from '../ui/doc-status.tsx';
import type { View } from '../ui/view.ts';
import { IncidentRow } from './incident-table.tsx';

export interface PartsProps {
  readonly view: View;
  /** Labels that incidents bear, inside and outside the configured scale. */
  readonly severities: readonly string[];
}

/** A row with everything in it; the script replaces the words. */
const FULL: RowView = {
  id: 'x',
  title: '',
  services: 'x',
  status: 'draft',
  started: { day: '2000-01-01', text: '' },
  lasted: '',
  detected: '',
  actions: '',
  openCount: 1,
  overdueCount: 1,
};

/** A row of an incident that records nothing: the script takes from it the cells of what is not known. */
const EMPTY: RowView = { id: 'x', title: '', services: '', status: 'published', actions: '', openCount: 0, overdueCount: 0 };

export function Parts({ view, severities }: PartsProps) {
  return (
    <template id="archive-parts">
      <table>
        <tbody data-part="rows">
          <IncidentRow row={FULL} href={HERE} level={undefined} />
          <IncidentRow row={EMPTY} href={HERE} level={undefined} />
        </tbody>
      </table>
      <SeverityParts severities={severities} view={view} />
      {DOCUMENT_STATUSES.map((status) => (
        <div key={status} data-part={`status-${status}`}>
          <DocStatus status={status} />
        </div>
      ))}
      <ListParts nothing="No incident matches all of this" unfiltered="Below is the whole archive, newest first." />
    </template>
  );
}
