// What is in the archive already: to find its own files again, to name no file twice, and to notice what is told a second time.
import { readFrontMatter } from '../../core/front-matter/read.ts';
import type { SiteConfig } from '../../core/model/site-config.ts';
import { makeTelling, type Telling } from '../../core/tellings/telling.ts';
import { readArchive } from '../../io/read-archive.ts';
import { statsOf } from '../../io/stats.ts';
import { readMark } from '../write/mark.ts';

export interface Archived {
  /** From the folder, with forward slashes. */
  readonly file: string;
  readonly id: string;
  readonly text: string;
  readonly mark: ReturnType<typeof readMark>;
  readonly source?: { readonly file?: string | undefined; readonly id?: string | undefined; readonly sha256?: string | undefined };
  readonly duplicateOf?: string;
  readonly telling: Telling;
}

/** Empty where the folder is not there yet. */
export function readArchived(folder: string, config: SiteConfig): Archived[] {
  if (statsOf(folder) === undefined) return [];
  return readArchive(folder).sources.map(({ path, text }) => {
    const { data, id, body } = readFrontMatter({ path, text }, config);
    const { source, duplicate_of: duplicateOf, started, resolved } = data ?? {};
    return {
      file: path,
      id,
      text,
      mark: readMark(text),
      ...(source !== undefined && { source }),
      ...(duplicateOf !== undefined && { duplicateOf }),
      telling: makeTelling(body, {
        title: data?.title ?? '',
        started,
        resolved,
        services: data?.services ?? [],
        impactPercent: data?.impact?.users_affected_percent,
      }),
    };
  });
}
