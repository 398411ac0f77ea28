// Of every service its dossier as JSON, `/api/services/NAME.json`, and its state as a picture, `/services/NAME/badge.svg`.
import { writeService } from '../core/api/service.ts';
import type { Archive, IndexEntry } from '../core/model/archive.ts';
import { type Cascade, opaque } from '../site/cascade.ts';
import { writeBadge } from '../site/feeds/badge.ts';

interface ServiceFile {
  readonly path: string;
  write(kb: Archive): string;
}

type FileCascade = Cascade & { readonly file: ServiceFile };

export const data = {
  pagination: {
    data: 'kb.incidents',
    size: 1,
    alias: 'file',
    before: (_: unknown, { kb }: Cascade) => kb.indexes.services.flatMap(filesOf).map(opaque),
    addAllPagesToCollections: false,
  },
  permalink: ({ file }: FileCascade) => file.path,
};

export function render({ kb, file }: FileCascade): string {
  return file.write(kb);
}

/** Names stand in paths as the disk has them, not as a URL spells them. */
function filesOf(entry: IndexEntry): ServiceFile[] {
  return [
    { path: `/api/services/${entry.slug}.json`, write: (kb) => writeService(entry, kb) },
    { path: `/services/${entry.slug}/badge.svg`, write: (kb) => writeBadge(entry, kb.asOf) },
  ];
}
