// The search of nothing: it goes all the way, and fetches nothing for it.
import { expect, test } from 'vitest';
import { rehearse } from '../../../src/client/search/rehearse.ts';
import { openBuilt } from '../../core/search/open-built.ts';
import { smallArchive } from '../../core/search/small-archive.ts';

test('a rehearsal ends well, and asks for no file but the one that names all others', async () => {
  const { index, asked } = openBuilt(smallArchive);
  await rehearse(index.manifest);
  expect(asked).toEqual(['search/index.json']);
});

test('a rehearsal without an index fails, as the first search would', async () => {
  const { index, files } = openBuilt(smallArchive);
  files.clear();
  await expect(rehearse(index.manifest)).rejects.toThrow('search/index.json: it is not there');
});
