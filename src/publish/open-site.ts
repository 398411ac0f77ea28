// The built site that is to be published: its folder and the manifest that says what it consists of.
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '../io/app-error.ts';
import { statsOf } from '../io/stats.ts';
import { errorCode } from '../io/system-error.ts';
import { MANIFEST, type Manifest } from '../site/manifest.ts';
import { parseManifest } from './parse-manifest.ts';

export interface Site {
  /** Real path. */
  readonly folder: string;
  /** As it was typed, for messages. */
  readonly typed: string;
  readonly manifest: Manifest;
  /** The manifest as it stands in its file. */
  readonly manifestText: string;
  /** Of that file: two sites with the same one are the same. */
  readonly fingerprint: string;
}

export function openSite(typed: string): Site {
  const manifestText = readManifestText(typed);
  return {
    folder: realpathSync(resolve(typed)),
    typed,
    manifest: parseManifest(manifestText, join(typed, MANIFEST)),
    manifestText,
    fingerprint: createHash('sha256').update(manifestText).digest('hex'),
  };
}

function readManifestText(typed: string): string {
  if (!statsOf(resolve(typed))?.isDirectory()) {
    throw new AppError('not-found', `There is no site in ${typed}.`, { hint: 'Build it with "hindsight build", or name its folder.' });
  }
  try {
    return readFileSync(join(resolve(typed), MANIFEST), 'utf8');
  } catch (cause) {
    if (errorCode(cause) !== 'ENOENT') throw cause;
    throw new AppError('not-a-site', `${typed} is not a site that Hindsight built: it has no ${MANIFEST}.`, {
      hint: 'Build it with "hindsight build", or name another folder.',
      cause,
    });
  }
}
