// Where this package lies on disk and which version it is.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the folder that holds package.json, wherever the command is run from. */
export const packageRoot: string = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const packageVersion: string = (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version;
