// A manifest from a disk or a host that may not be ours: every word of it is checked before a path of it is opened or asked for.
import { z } from 'zod';
import { EDITION_NAMES } from '../core/model/edition.ts';
import { AppError } from '../io/app-error.ts';
import type { Manifest } from '../site/manifest.ts';

/** Relative, with forward slashes, and going nowhere but down. Line ends would end a name in lists handed to other programs. */
export function isPlainPath(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused.
  if (path === '' || /[\u0000-\u001f\u007f\\]/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

const schema = z.object({
  generator: z.literal('hindsight'),
  version: z.string().max(64),
  generated: z.string().max(64),
  edition: z.enum(EDITION_NAMES).optional(),
  source: z.object({ commit: z.string().regex(/^[0-9a-f]{40,64}$/), modified: z.literal(true).optional() }).optional(),
  files: z.array(
    z.object({ path: z.string().refine(isPlainPath), bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});

/** `place` is named in what it throws: that the text is no manifest of a site of ours. */
export function parseManifest(text: string, place: string): Manifest {
  const parsed = schema.safeParse(readJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? 'it is not JSON of that form' : `at ${issue.path.join('.')}`;
    throw new AppError('not-a-site', `${place} is not the manifest of a site that Hindsight built (${where}).`, {
      hint: 'Build the site again, or name another folder or address.',
    });
  }
  const { source, edition, ...others } = parsed.data;
  const rest = { ...others, ...(edition && { edition }) };
  if (source === undefined) return rest;
  return { ...rest, source: { commit: source.commit, ...(source.modified && { modified: source.modified }) } };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
