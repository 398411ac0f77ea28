// `hindsight serve`: the site in a browser, kept up to date with the files it is made from.
import { once } from 'node:events';
import type { EditionName } from '../../core/model/edition.ts';
import { AppError } from '../../io/app-error.ts';
import { note, print } from '../../io/log.ts';
import { statsOf } from '../../io/stats.ts';
import { errorCode } from '../../io/system-error.ts';
import { type ArchiveOptions, archivePaths } from '../archive-paths.ts';
import { EXIT } from '../exit-codes.ts';
import { isPublic, listenOn, ownHosts } from '../serve/address.ts';
import { createSiteServer } from '../serve/server.ts';
import { startSession } from '../serve/session.ts';
import { watchSite } from '../serve/watch.ts';

interface ServeOptions extends ArchiveOptions {
  readonly port?: number;
  readonly host: string;
  readonly edition: EditionName;
}

/** Runs until it is interrupted. */
export async function serve(options: ServeOptions): Promise<number> {
  const paths = archivePaths(options);
  if (!statsOf(paths.input)?.isDirectory()) {
    throw new AppError('not-found', `There is no folder ${paths.input}.`, { hint: 'Name the folder of the postmortems with --input DIR.' });
  }
  const { server, announce } = createSiteServer({ isOwnHost: ownHosts(options.host), shown: () => session.shown() });
  const url = await listenOn(server, options.host, options.port);
  const session = startSession(options, announce);
  await watchSite(paths, {
    onContent: () => session.rebuild('content'),
    onCode: () => session.rebuild('code'),
    onError: sayWatchError,
  });
  // Not before: a change that nobody watches for would be missing until the next one.
  session.rebuild('content');
  print(url);
  if (isPublic(options.host)) note('Everybody who can reach this machine can read the archive there.');
  await once(server, 'close');
  return EXIT.ok;
}

function sayWatchError(error: Error): void {
  const hint = errorCode(error) === 'ENOSPC' ? ' Raise the limit: sysctl fs.inotify.max_user_watches=524288.' : '';
  note(`warning: changes are not noticed any more: ${error.message}.${hint}`);
}
