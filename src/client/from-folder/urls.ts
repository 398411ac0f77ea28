// The paths of src/core/text/urls.ts as browser code links to them in sites with explicit links: the bundler puts this module in place of that one.
import { pathIn } from '../../core/text/explicit-links.ts';
import * as folders from '../../core/text/urls.ts';

export { incidentTwinPath } from '../../core/text/urls.ts';

export const incidentPath = explicit(folders.incidentPath);
export const incidentsPath = explicit(folders.incidentsPath);
export const termPath = explicit(folders.termPath);
export const actionsPath = explicit(folders.actionsPath);
export const assigneePath = explicit(folders.assigneePath);
export const recurringPath = explicit(folders.recurringPath);
export const comparePath = explicit(folders.comparePath);
export const insightsPath = explicit(folders.insightsPath);

function explicit<Of extends readonly never[]>(pathOf: (...of: Of) => string): (...of: Of) => string {
  return (...of) => pathIn('explicit', pathOf(...of));
}
