// `/incidents/ID/` and its twins: one order for each incident whose files have to be written, second tellings among them.
import type { Cascade } from '../site/cascade.ts';
import { incidentFilePaths } from '../site/incident-files.tsx';

export const data = {
  pagination: {
    data: 'stale',
    size: 1,
    alias: 'order',
    addAllPagesToCollections: false,
  },
  permalink: ({ order }: Cascade) => incidentFilePaths(order.incident.id)[0],
};

/** What the files are made from, not their text: of ten thousand pages as many as there are cores can be made at once. */
export function render({ order }: Cascade) {
  return order;
}
