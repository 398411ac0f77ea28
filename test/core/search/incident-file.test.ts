// Reading the file of an incident.
import { expect, test } from 'vitest';
import { loadIncident } from '../../../src/core/search/incident-file.ts';

test('an incident is read from its file, and a file that is none is named', async () => {
  const asked: string[] = [];
  const load = (text: string) => async (path: string) => {
    asked.push(path);
    return new TextEncoder().encode(text);
  };
  expect(await loadIncident(load('{"id":"one"}'), 'one')).toEqual({ id: 'one' });
  await expect(loadIncident(load('{"id":'), 'two')).rejects.toMatchObject({ path: 'incidents/two.json', why: 'it is damaged or cut off' });
  expect(asked).toEqual(['incidents/one.json', 'incidents/two.json']);
});
