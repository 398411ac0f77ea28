// Names that are told apart only by what is withheld: one would take the place of the other, without a word.
import { expect, test } from 'vitest';
import { loadArchive } from '../../src/site/load.ts';
import { temporaryFolder } from '../io/temporary.ts';
import { file } from './leak-canaries.ts';

const shown = (fields: Readonly<Record<string, unknown>> = {}): string =>
  file({ title: 'Shown', started: '2026-01-02T10:00:00Z', visibility: 'public', ...fields }, 'Acme Ltd broke.');

async function clashesIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { diagnostics } = await loadArchive({ input: temporaryFolder(files), asOf: '2026-02-01', allowErrors: false, edition: 'public' });
  return diagnostics.filter(({ code }) => code === 'edition-clash').map(({ file, message }) => `${file} ${message}`);
}

const redact = ['Acme Ltd', 'acme_corp'];

test('two attachments', async () => {
  const folder = '2026-01-02-a';
  const files = { [`${folder}.md`]: shown({ redact }), [`${folder}/acme-ltd.txt`]: 'one', [`${folder}/Acme_Ltd.txt`]: 'two' };
  expect(await clashesIn(files)).toEqual([`${folder}/acme-ltd.txt Without what is withheld, its name is that of ${folder}/Acme_Ltd.txt.`]);
});

test('two aliases, or an alias and an id', async () => {
  const files = {
    '2026-01-02-a.md': shown({ redact, aliases: ['old-acme-ltd'] }),
    '2026-01-03-b.md': shown({ aliases: ['old-AcmeLtd'] }),
    'acme-ltd-c.md': shown(),
    '2026-01-04-d.md': shown({ aliases: ['AcmeLtd-c'] }),
  };
  expect(await clashesIn(files)).toHaveLength(2);
});

test('none where nothing is withheld in them', async () => {
  const files = { '2026-01-02-a.md': shown({ redact, aliases: ['old'] }), '2026-01-03-b.md': shown({ aliases: ['older'] }) };
  expect(await clashesIn(files)).toEqual([]);
});
