// What scripts put into a list of incidents, whichever list it is: how severe one was, how far its document is, and that there is no list.
import { DOCUMENT_STATUSES } from '../../src/core/model/incident.ts';
import { DocStatus } from '../ui/doc-status.tsx';
import { Severity } from '../ui/severity.tsx';
import type { View } from '../ui/view.ts';

export interface IncidentPartsProps {
  readonly view: View;
  /** Labels that incidents bear, inside and outside the configured scale. */
  readonly severities: readonly string[];
  /** What has not been done where it fails: `Not searched`. */
  readonly failure: string;
}

export function IncidentParts({ view, severities, failure }: IncidentPartsProps) {
  return (
    <>
      {[...severities, ''].map((label) => (
        <div key={label} data-part={`severity-${label}`}>
          <Severity level={label === '' ? undefined : view.severity(label)} />
        </div>
      ))}
      {DOCUMENT_STATUSES.map((status) => (
        <div key={status} data-part={`status-${status}`}>
          <DocStatus status={status} />
        </div>
      ))}
      <div data-part="failure">
        <p class="notice" role="alert">
          <b>{failure}</b> <span />{' '}
          <button class="text-button" type="button">
            Try again
          </button>
        </p>
      </div>
    </>
  );
}
