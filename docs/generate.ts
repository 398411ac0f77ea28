// `npm run docs`: writes the generated pages of the documentation from the schemas and the rules.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GENERATED } from './pages.ts';

for (const [path, write] of Object.entries(GENERATED)) {
  const target = fileURLToPath(new URL(path, import.meta.url));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, write());
}
