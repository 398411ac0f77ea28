// What triage says of a past incident: lines stay lines, people have names.
import { expect, test } from 'vitest';
import { incidentJson } from '../../../src/core/api/incident.ts';
import type { Section } from '../../../src/core/model/incident.ts';
import { cardOf } from '../../../src/core/triage/card.ts';
import { archiveOf, incident } from '../api/sample-archive.ts';

function cardWith(resolution: string) {
  const section: Section = {
    role: 'resolution',
    html: '',
    plain: resolution,
    subheadings: [],
    line: 1,
    heading: { id: 'fix', title: 'Fix', level: 2 },
  };
  const title = { source: 'Mend it', plain: 'Mend it', html: 'Mend it' };
  const items = ['ana', 'nobody-knows'].map((owner, index) => ({
    id: `AI-${index}`,
    title,
    status: 'open' as const,
    owner,
    place: { line: 1 },
  }));
  const one = incident('one', { sections: [section], actionItems: items });
  return cardOf(incidentJson(one, archiveOf([one]), { backlinks: [], similar: [] }));
}

test('code keeps its lines, without the room around them', () => {
  expect(cardWith('We ran:\n\nkubectl  drain node-1\n  kubectl delete pod x\n\nIt came back.').fix?.text).toBe(
    'We ran:\nkubectl drain node-1\nkubectl delete pod x\nIt came back.',
  );
});

test('a long one is cut after a sentence that ends its line', () => {
  const card = cardWith(`${'word '.repeat(50).trim()}.\n${'more '.repeat(60)}`);
  expect(card.fix).toMatchObject({ text: `${'word '.repeat(50).trim()}.`, isCut: true });
});

test('an owner is named, or called as the file does', () => {
  expect(cardWith('x').open.map(({ owner }) => owner)).toEqual(['Ana Sørensen', 'nobody-knows']);
});
