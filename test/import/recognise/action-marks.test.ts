// What stands around a thing to do: its owner, its day, its ticket, its state, in the ways people put them.
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/import/recognise/index.ts';

function actionsOf(list: string): unknown {
  const text = `# Postmortem: Site down\n\n## Summary\n\nThe site was down on 2024-05-10 from 08:00 to 10:30 UTC.\n\n## Action items\n\n${list}\n`;
  return recognise({ path: 'a.md', format: 'markdown', text, notes: [] }).fields.actionItems?.map(({ value }) => value);
}

describe('marks of an item', () => {
  it.each([
    ['- Add alerts (Owner: Ana Lima, Due: 2024-06-01)', { owner: 'Ana Lima', due: '2024-06-01' }],
    ['- [ ] Add alerts - @ana - due June 1, 2024', { status: 'open', owner: 'ana', due: '2024-06-01' }],
    ['- Add alerts. **Owner:** Ana. **Due:** 1 June 2024', { owner: 'Ana', due: '2024-06-01' }],
    ['- Add alerts (Ana Lima)', { owner: 'Ana Lima' }],
    ['- Add alerts (INFRA-12)', { ticket: 'INFRA-12' }],
    ['- Add alerts; ticket: https://github.com/a/b/issues/12', { ticket: 'https://github.com/a/b/issues/12' }],
    ['- Add alerts (completed 2024-05-12)', { status: 'done' }],
    ['- ~~Add alerts~~', { status: 'done' }],
    ['- ~~Add alerts~~ done', { status: 'done' }],
    ['- ✅ Add alerts', { status: 'done' }],
    ['- Add alerts ✅', { status: 'done' }],
    ['- (/) Add alerts', { status: 'done' }],
    ['- (x) Add alerts', {}],
    ['- Add alerts - fait', { status: 'done' }],
    ['- Add alerts (Marta, 2024-06-01)', { owner: 'Marta', due: '2024-06-01' }],
    [
      '- Add alerts\n  - Owner: Ana\n  - Due: 2024-06-01\n  - Status: In progress',
      { owner: 'Ana', due: '2024-06-01', status: 'in_progress' },
    ],
    ['| Task | Owner | ETA |\n|---|---|---|\n| Add alerts | Ana | 2024-06-01 |', { owner: 'Ana', due: '2024-06-01' }],
    ['- Add alerts (owner: @ana, by June 1, 2024)', { owner: 'ana', due: '2024-06-01' }],
    ['- Add alerts, owner to be decided', {}],
    ['- Add alerts JIRA: BUS-31', { ticket: 'BUS-31' }],
    ['- Add alerts (Ana Lima) Ticket: #31.', { owner: 'Ana Lima', ticket: '#31' }],
    ['- Add alerts - issue: BUS-31 (Ana Lima)', { owner: 'Ana Lima', ticket: 'BUS-31' }],
    ['- Add alerts (Claire, 31 mai 2024)', { owner: 'Claire', due: '2024-05-31' }],
    ['- Add alerts (Kim, by 13/9/2024)', { owner: 'Kim', due: '2024-09-13' }],
  ])('%j', (list, marks) => {
    expect(actionsOf(list)).toEqual([{ title: 'Add alerts', ...marks }]);
  });

  it('reads a day, a ticket and a state behind names that a list ends with', () => {
    const list = '1. Renew keys - Ngozi - 15 June 2024\n2. Watch keys - Tunde\n3. Write it down - Ana - OPS-5 - In progress';
    expect(actionsOf(list)).toEqual([
      { title: 'Renew keys', owner: 'Ngozi', due: '2024-06-15' },
      { title: 'Watch keys', owner: 'Tunde' },
      { title: 'Write it down', owner: 'Ana', ticket: 'OPS-5', status: 'in_progress' },
    ]);
  });

  it('reads the owner beside a day that may be two, and the day where a zone says how days are written', () => {
    expect(actionsOf('- Add alerts (Kim, by 9/1/2024)')).toEqual([{ title: 'Add alerts (by 9/1/2024)', owner: 'Kim' }]);
    const list = 'We saw it at 08:10 PDT.\n\n- Add alerts (Kim, by 9/1/2024)';
    expect(actionsOf(list)).toEqual([{ title: 'Add alerts', owner: 'Kim', due: '2024-09-01' }]);
  });

  it('takes no other word beside a day for an owner', () => {
    const titles = ['Add alerts (Done, 31 May)', 'Add alerts (as promised, by 9/1/2024)', 'Add alerts (by 9/1/2024)'];
    expect(actionsOf(titles.map((title) => `- ${title}`).join('\n'))).toMatchObject(titles.map(() => ({ title: expect.any(String) })));
    expect(JSON.stringify(actionsOf(titles.map((title) => `- ${title}`).join('\n')))).not.toContain('owner');
  });

  it('reads a list of HTML that stands on one line', () => {
    expect(actionsOf('<ul><li>Add alerts</li><li>Rotate keys</li></ul>')).toEqual([{ title: 'Add alerts' }, { title: 'Rotate keys' }]);
  });

  it('leaves prose alone', () => {
    const titles = [
      'Rotate keys every 90 days by default',
      'Ensure that users own their dashboards',
      'Add alerts (TODO: create task)',
      'Fix the last issue: slow login',
    ];
    expect(actionsOf(titles.map((title) => `- ${title}`).join('\n'))).toEqual(titles.map((title) => ({ title })));
  });
});
