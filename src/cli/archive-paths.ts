// Which archive a command is about: the paths as given, made absolute, and the way back to what the user would type.
import { dirname, isAbsolute, join, normalize, relative, resolve } from 'node:path';
import { AppError } from '../io/app-error.ts';
import { isWithin } from '../io/inside.ts';
import { statsOf } from '../io/stats.ts';

export const DEFAULT_INPUT = 'postmortems';

/** Beside the folder of the postmortems. */
const DEFAULT_CONFIG = join('_data', 'site.yaml');

/** The options every command has. */
export interface ArchiveOptions {
  readonly input?: string;
  readonly config?: string;
}

export interface ArchivePaths {
  /** Absolute. */
  readonly input: string;
  /** Absolute; absent when there is none, and defaults are in force. */
  readonly config?: string;
  /** Where a configuration would be looked for, absolute: to notice when one is created. */
  readonly configPlace: string;
  /** A path as it stands in a diagnostic (from the archive, or absolute) as the user would type it here. */
  readonly show: (file: string) => string;
}

/** Throws when a configuration is asked for that is not there. */
export function archivePaths(options: ArchiveOptions): ArchivePaths {
  const typed = options.input ?? DEFAULT_INPUT;
  const input = resolve(typed);
  const configPlace = options.config === undefined ? join(dirname(input), DEFAULT_CONFIG) : resolve(options.config);
  const isThere = statsOf(configPlace)?.isFile() === true;
  if (options.config !== undefined && !isThere) {
    throw new AppError('not-found', `There is no file ${options.config}.`, {
      hint: 'Name the configuration with --config FILE, or leave it out.',
    });
  }
  // Remembered, because a build works from another folder.
  const here = process.cwd();
  const typedConfig = options.config ?? (isAbsolute(typed) ? configPlace : shorter(configPlace, here));
  return {
    input,
    configPlace,
    ...(isThere && { config: configPlace }),
    show: (file) => {
      if (file === configPlace) return withSlashes(normalize(typedConfig));
      return withSlashes(isAbsolute(file) ? shorter(file, here) : join(typed, file));
    },
  };
}

/** Relative where that leads downwards, absolute otherwise. */
function shorter(path: string, from: string): string {
  return isWithin(from, path) ? relative(from, path) : path;
}

function withSlashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
