// What ssh and rsync say when something is wrong, as the person who publishes is told.
import { expect, test } from 'vitest';
import { rsyncFailure } from '../../../src/publish/targets/rsync-failures.ts';

const PLACE = { typed: 'deploy@web:/srv/pm', host: 'deploy@web', path: '/srv/pm' };
const CLOSED = `rsync: connection unexpectedly closed (0 bytes received so far) [sender]
rsync error: unexplained error (code 255) at io.c(285) [sender=3.5.0]
`;

test.each([
  [
    255,
    `@@@@@@@\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n@@@@@@@\nHost key verification failed.\n${CLOSED}`,
    'deploy@web shows another key than it did before: @    WARNING',
  ],
  [
    255,
    `No ED25519 host key is known for web and you have requested strict checking.\nHost key verification failed.\n${CLOSED}`,
    'The key of deploy@web is not known here: No ED25519 host key is known for web and you have requested strict checking. / Host key',
  ],
  [
    255,
    `deploy@web: Permission denied (publickey,keyboard-interactive).\n${CLOSED}`,
    'deploy@web does not let this key in: deploy@web: Permission denied (publickey,keyboard-interactive).',
  ],
  [
    255,
    `ssh: Could not resolve hostname web: Name or service not known\n${CLOSED}`,
    'There is no machine of the name in deploy@web: ssh: ',
  ],
  [12, `bash: line 1: rsync: command not found\n${CLOSED}`, 'There is no rsync on deploy@web: bash: line 1: rsync: command not found'],
  [
    11,
    'rsync: [Receiver] mkdir "/srv/pm" failed: No such file or directory (2)\nrsync error: error in file IO (code 11) at main.c(808)\n',
    'The folder that /srv/pm is to lie in is not there on deploy@web: rsync: [Receiver] mkdir',
  ],
  [
    23,
    'rsync: [generator] recv_generator: mkdir "/srv/.pm.releases" failed: Permission denied (13)\n*** Skipping any contents from this failed directory ***\n',
    'Nothing may be written beside /srv/pm on deploy@web: rsync: [generator] recv_generator',
  ],
  [11, 'rsync: write failed on "/srv/x": No space left on device (28)\n', 'The disk of deploy@web is full: rsync: write failed'],
  [11, '', 'rsync ended with 11.'],
  [255, `kex_exchange_identification: read: Connection reset by peer\n${CLOSED}`, 'The connection to deploy@web failed: kex_exchange'],
])('%i: %j', (code, complaint, message) => {
  const failure = rsyncFailure({ code, output: '', complaint }, PLACE);
  expect(failure.message.slice(0, message.length)).toBe(message);
  expect(failure.message).not.toContain('rsync error');
  expect(failure.hint).toMatch(/^[A-Z].*\.$/s);
});
