// The archive as it stood at the end of a day of the past: which files tell it, and what is to be read of them.
import { type LastMoment, lastMomentOf } from '../core/archive/as-it-stood.ts';
import { type FrontMatter, readFrontMatter } from '../core/front-matter/read.ts';
import { VISIBILITIES, type Visibility } from '../core/model/incident.ts';
import type { SiteConfig } from '../core/model/site-config.ts';
import type { Standing } from '../core/model/standing.ts';
import type { Day } from '../core/model/timestamp.ts';
import { dayAt, MINUTE } from '../core/time/calendar.ts';
import { formatDay } from '../core/time/format.ts';
import { isZone, offsetAt } from '../core/time/zone.ts';
import { today } from '../io/clock.ts';
import { readSource, type Source } from '../io/git-source.ts';
import { checkOut, findThen, type Then } from '../io/git-then.ts';
import { readArchive } from '../io/read-archive.ts';

export interface LookBackOptions {
  /** Folder of the archive, absolute. */
  readonly folder: string;
  readonly config: SiteConfig;
  /** Absolute path of the configuration, where there is one. */
  readonly configFile?: string | undefined;
  readonly asOf: Day;
  /** Whether git is asked at all. */
  readonly way: 'git' | 'dates';
  /** Of every call of git, in milliseconds. */
  readonly timeLimit: number;
}

export interface LookBack {
  readonly standing: Standing;
  /** Where the files of then are; absent where they are the archive's own. */
  readonly folder?: string;
  readonly source?: Source | undefined;
  /** The commit the history goes up to, where that is not the last one of the archive. */
  readonly head?: string;
  /** Where the dates in the files have to tell. */
  readonly last?: LastMoment;
  /** To be called when the files of then are not needed any more. */
  readonly discard: () => void;
}

const nothing = (): void => undefined;

/** Never fails: where git cannot tell, the dates in the files do, and it is said why. */
export async function lookBack(options: LookBackOptions): Promise<LookBack> {
  const { folder, configFile, timeLimit, way } = options;
  if (way === 'dates') return byDates('git was not asked', options);
  const git = { folder, timeLimit };
  const then = await findThen(endOf(options).before, git);
  if ('failure' in then)
    return byDates(then.first ? `${then.failure}: it begins on ${sayDay(then.first.at, options)}` : then.failure, options);
  const source = await readSource({ ...git, ...(configFile !== undefined && { config: configFile }) });
  const isAsItIs = then.isLast && source?.modified !== true;
  if (isAsItIs) return { standing: byGit(then, options, false), source, discard: nothing };
  if (then.isLast && options.asOf >= today(options.config.timezone)) {
    return { standing: { by: 'files', of: options.asOf, hasMovedOn: false }, source, discard: nothing };
  }
  const files = await checkOut(then.commit, git);
  if ('failure' in files) return byDates(files.failure, options);
  return {
    standing: byGit(then, options, true),
    folder: files.folder,
    source: { commit: then.commit },
    ...(!then.isLast && { head: then.commit }),
    discard: files.discard,
  };
}

function byDates(reason: string, options: LookBackOptions): LookBack {
  return { standing: { by: 'dates', of: options.asOf, reason, hasMovedOn: false }, last: endOf(options), discard: nothing };
}

function byGit({ commit, at }: Then, options: LookBackOptions, hasMovedOn: boolean): Standing {
  return { by: 'git', of: options.asOf, commit, committed: dayIn(at, options), hasMovedOn };
}

/** In UTC where the zone is not one, which the configuration's own check reports. */
function zoneOf({ config }: LookBackOptions): string {
  return isZone(config.timezone) ? config.timezone : 'UTC';
}

function endOf(options: LookBackOptions): LastMoment {
  return lastMomentOf(options.asOf, zoneOf(options));
}

function dayIn(epoch: number, options: LookBackOptions): Day {
  return dayAt(epoch + offsetAt(zoneOf(options), epoch) * MINUTE);
}

function sayDay(epoch: number, options: LookBackOptions): string {
  return formatDay(dayIn(epoch, options));
}

export interface Guard {
  readonly config: SiteConfig;
  readonly guard: (frontMatter: FrontMatter) => FrontMatter;
}

/**
 * What is withheld today was not always: versions of the past are read as if they said of themselves what the archive says now. Who may read an
 * incident is told by its path, its id or one it had.
 */
export function guardOf(folder: string, config: SiteConfig): Guard {
  const now = readArchive(folder).sources.map((source) => readFrontMatter(source, config));
  const stated = new Map<string, Visibility>();
  for (const { file, id, aliases, data } of now) {
    const visibility = data ? (data.visibility ?? config.visibility) : stricter(config.visibility, 'internal');
    for (const name of [file, ...[id, ...aliases].map(nameKey)]) stated.set(name, stricter(visibility, stated.get(name)));
  }
  const redact = [...new Set([...config.redact, ...now.flatMap(({ data }) => data?.redact ?? [])])];
  return {
    config: { ...config, redact },
    guard: (frontMatter) => {
      const { file, id, aliases, data } = frontMatter;
      if (data === undefined) return frontMatter;
      const own = data.visibility ?? config.visibility;
      const visibility = [file, ...[id, ...aliases].map(nameKey)].reduce<Visibility>(
        (found, name) => stricter(found, stated.get(name)),
        own,
      );
      return visibility === own ? frontMatter : { ...frontMatter, data: { ...data, visibility } };
    },
  };
}

/** No path has this sign. */
function nameKey(name: string): string {
  return `\0${name}`;
}

function stricter(a: Visibility, b: Visibility | undefined): Visibility {
  return b !== undefined && VISIBILITIES.indexOf(b) > VISIBILITIES.indexOf(a) ? b : a;
}
