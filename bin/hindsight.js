#!/usr/bin/env node
// The command: registers tsx, then hands over to src/cli/main.ts. Nothing else lives here.
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`error: Hindsight needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(3);
}

// Not static imports: they would be linked before the version is checked and before tsx is registered. Our own tsconfig, because tsx would
// otherwise take the one of the folder the command is run in.
const { register } = await import('tsx/esm/api');
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
const { main } = await import('../src/cli/main.ts');
await main(process.argv);
