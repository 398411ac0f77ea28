// /api/: the files of the interface, for people.
import { ApiIndex } from '../../_includes/api/api-index.tsx';
import { Page } from '../../_includes/layout/page.tsx';
import { DATA_FILES, SCHEMA_FILES } from '../core/api/files.ts';
import type { Cascade } from '../site/cascade.ts';

export const data = { permalink: '/api/index.html' };

export function render({ kb, assets }: Cascade) {
  return (
    <Page
      site={{ config: kb.config, assets, standing: kb.standing }}
      root="../"
      path="api/"
      title="API"
      description="The archive as JSON, for programs."
    >
      <ApiIndex dataFiles={DATA_FILES} schemaFiles={SCHEMA_FILES} asOf={kb.asOf} leftOut={kb.leftOut} />
    </Page>
  );
}
