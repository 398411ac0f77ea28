// Every page's script: what the reader chose, keys, the contents that follow along. Everything reads well without it.
import { announce, prepareAnnouncements } from './announce.ts';
import { connectChoice } from './choice.ts';
import { followContents } from './contents.ts';
import { connectCopyButtons } from './copy-link.ts';
import { openFoldsForHash } from './folds.ts';
import { listenToKeys } from './keyboard.ts';
import { prepareKeysDialog } from './keys-dialog.ts';
import { paintTheme } from './paint-theme.ts';
import { stepThroughRows } from './rows.ts';
import { goToSearch } from './search-box.ts';
import { describeZone, showTimes } from './show-times.ts';

prepareAnnouncements();
connectChoice('theme', paintTheme);
const zone = connectChoice('zone', (value, byReader) => {
  showTimes(value);
  if (byReader) announce(describeZone(value));
});
const shortcuts = connectChoice('shortcuts', () => {});
const keys = prepareKeysDialog(shortcuts);
listenToKeys(
  {
    search: goToSearch,
    keys: keys.open,
    next: () => stepThroughRows(1),
    previous: () => stepThroughRows(-1),
    zone: zone.cycle,
  },
  () => shortcuts.current() === 'on',
);
followContents();
openFoldsForHash();
connectCopyButtons();

// Modules that weigh more than all of the above, and that few pages need. Named by the bundler, see src/site/assets.ts.
declare const ARCHIVE_MODULE: string;
declare const TRACKER_MODULE: string;
declare const MARKS_MODULE: string;
declare const LATENESS_MODULE: string;

// Two kinds of page have a list to filter.
const list = document.querySelector<HTMLElement>('[data-list]');
if (list?.dataset.list === 'archive') {
  const archive = import(ARCHIVE_MODULE) as Promise<typeof import('./archive/archive.ts')>;
  void archive.then(({ startArchive }) => startArchive(list));
}
if (list?.dataset.list === 'tracker') {
  const tracker = import(TRACKER_MODULE) as Promise<typeof import('./tracker/tracker.ts')>;
  void tracker.then(({ startTracker }) => startTracker(list));
}

const counted = document.querySelector<HTMLTimeElement>('time[data-counted-to]');
if (counted) {
  const lateness = import(LATENESS_MODULE) as Promise<typeof import('./lateness.ts')>;
  void lateness.then(({ countToToday }) => countToToday(counted));
}

// A result of a search was followed: rare, and it takes the search's own words and stems.
const main = document.querySelector<HTMLElement>('main');
if (main && new URLSearchParams(location.search).has('mark')) {
  const marks = import(MARKS_MODULE) as Promise<typeof import('./marks.ts')>;
  void marks.then(({ showMarks }) => showMarks(main, announce));
}
