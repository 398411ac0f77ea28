// A last look before a site goes out: it may have been built by a version that did not look for credentials, or without looking.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CREDENTIAL } from '../core/credentials/judge-text.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import { DEFAULT_EDITION } from '../core/model/edition.ts';
import { newCredentialMemory, searchCredentials } from '../site/credentials.ts';
import type { Site } from './open-site.ts';
import type { Plan } from './plan.ts';

/** The texts that everything else of an incident is made of, and its logs. */
const TEXTS = /^incidents\/.*\.(?:md|txt|log)$/;

/** In the files that would go over the wire. Files of the site that cannot be read are another's to tell. */
export async function credentialsIn({ folder, manifest }: Site, { added, changed }: Plan): Promise<Diagnostic[]> {
  const sources = [...added, ...changed]
    .filter(({ path }) => TEXTS.test(path))
    .map(({ path }) => ({ path, text: shown(readFileSync(join(folder, path), 'utf8'), manifest.edition ?? DEFAULT_EDITION) }));
  const { diagnostics } = await searchCredentials({ sources, assets: [] }, newCredentialMemory());
  return diagnostics.filter(({ code }) => code === CREDENTIAL);
}

/** An edition that withholds something writes front matter anew, without its comments and so without its allowances: the build has judged it. */
function shown(text: string, edition: string): string {
  if (edition === DEFAULT_EDITION) return text;
  return text.replace(/^---\n[\s\S]*?\n---\n/, (front) => front.replace(/[^\n]/g, ' '));
}
