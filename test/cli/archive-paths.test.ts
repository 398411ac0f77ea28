// Paths as given, as used, and as shown again.
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { archivePaths } from '../../src/cli/archive-paths.ts';
import { temporaryFolder } from '../io/temporary.ts';

test('files of the archive are shown under the folder as it was typed', () => {
  const here = process.cwd();
  expect(archivePaths({}).input).toBe(join(here, 'postmortems'));
  expect(archivePaths({}).show('2026/a.md')).toBe('postmortems/2026/a.md');
  expect(archivePaths({ input: './docs/../docs/' }).show('a.md')).toBe('docs/a.md');
  expect(archivePaths({ input: '.' }).show('a.md')).toBe('a.md');
  expect(archivePaths({ input: '../elsewhere' }).show('a.md')).toBe('../elsewhere/a.md');
  expect(archivePaths({ input: '/srv/archive' }).show('a.md')).toBe('/srv/archive/a.md');
});

test('the configuration lies beside the folder, or where it is said to be', () => {
  const folder = temporaryFolder({ 'project/_data/site.yaml': 'title: x', 'project/postmortems/a.md': '', 'other.yaml': '' });
  const input = join(folder, 'project/postmortems');
  const config = join(folder, 'project/_data/site.yaml');
  expect(archivePaths({ input })).toMatchObject({ input, config, configPlace: config });
  expect(archivePaths({ input }).show(config)).toBe(config);

  const typed = relative(process.cwd(), join(folder, 'other.yaml'));
  const paths = archivePaths({ input, config: typed });
  expect(paths.config).toBe(join(folder, 'other.yaml'));
  expect(paths.show(join(folder, 'other.yaml'))).toBe(typed);
});

test('a configuration that is not there is an error only when it was asked for', () => {
  const folder = temporaryFolder();
  const paths = archivePaths({ input: join(folder, 'postmortems') });
  expect(paths).not.toHaveProperty('config');
  expect(paths.configPlace).toBe(join(folder, '_data/site.yaml'));
  expect(() => archivePaths({ config: join(folder, 'nothing.yaml') })).toThrow('There is no file');
  expect(() => archivePaths({ config: folder })).toThrow('There is no file');
});
