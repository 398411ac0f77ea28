// What one owner, team or service has in the tracker, for programs: the entries of the whole, with addresses that work from where it lies.
import { expect, test } from 'vitest';
import { writeActionList } from '../../../src/core/api/action-list.ts';
import { schemas } from '../../../src/core/api/schema/index.ts';
import { smallArchive } from '../rows/archives.ts';

const kb = smallArchive();

test.each([...kb.owners, ...kb.teams, ...kb.services])('$kind $id fits the schema of all action items', (assignee) => {
  const file = schemas.actions.strict().parse(JSON.parse(writeActionList(assignee, kb)));
  expect(file.list).toEqual({ kind: assignee.kind, id: assignee.id, name: assignee.name });
  expect(file.schema).toBe('../../../api/schemas/actions-1.json');
  expect(file.actions).toHaveLength(assignee.actions.length);
  expect(file.progress).toMatchObject({ total: assignee.actions.length, open: assignee.openCount, overdue: assignee.overdueCount });
  for (const { url } of file.actions) expect(url).toMatch(/^\.\.\/\.\.\/\.\.\/incidents\/[\w-]+\/#ai-\d$/);
});
