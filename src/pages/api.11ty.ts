// The files of the interface for programs, and the schemas they follow.
import { type ApiFile, DATA_FILES, SCHEMA_FILES } from '../core/api/files.ts';
import { type Cascade, opaque } from '../site/cascade.ts';

type ApiCascade = Cascade & { readonly file: ApiFile };

export const data = {
  pagination: {
    data: 'kb.incidents',
    size: 1,
    alias: 'file',
    before: () => [...DATA_FILES, ...SCHEMA_FILES].map(opaque),
    addAllPagesToCollections: false,
  },
  permalink: ({ file }: ApiCascade) => `/api/${file.path}`,
};

export function render({ kb, file }: ApiCascade): string {
  return file.write(kb);
}
