// Places on other machines, as they are written.
import { expect, test } from 'vitest';
import { chooseTarget } from '../../../src/publish/choose.ts';
import { parseRemote } from '../../../src/publish/targets/rsync-place.ts';

test.each([
  ['ana@host:/srv/www/pm', 'ana@host', '/srv/www/pm'],
  ['host.example.org:www/pm///', 'host.example.org', 'www/pm'],
  ['[::1]:/srv/pm', '[::1]', '/srv/pm'],
  ['ana@[fe80::1]:/srv/a b;$(c)', 'ana@[fe80::1]', '/srv/a b;$(c)'],
])('%s', (typed, host, path) => {
  expect(parseRemote(typed)).toMatchObject({ host, path });
});

test.each(['/srv/www', './a:b', 'www', 'a/b:c', '..'])('%s is a folder of this machine', (typed) => {
  expect(parseRemote(typed)).toBeUndefined();
});

test.each([
  '-oProxyCommand=id:/srv/www',
  'ana@-oProxyCommand=id:/srv/www',
  'host:-rf',
  'host::module/path',
  'host:/',
  'host:',
  'host:/srv/../etc',
  'host:/srv/./x',
  'host:/srv/a\nb',
  '--help',
  '',
  'https://host/pm/',
  'ssh://host/srv',
])('%j is refused', (typed) => {
  expect(() => chooseTarget(typed, { keep: 3, repository: '/' })).toThrow(expect.objectContaining({ code: 'usage' }));
});
