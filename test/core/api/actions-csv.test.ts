// The tracker for spreadsheets: whole, quoted, and without formulas.
import { expect, it } from 'vitest';
import { writeActionsCsv } from '../../../src/core/api/actions-csv.ts';
import type { Archive } from '../../../src/core/model/archive.ts';
import { action, archive, incident, smallArchive, text } from '../rows/archives.ts';

const csvOf = ({ actions, config }: Archive): string => writeActionsCsv(actions, config);
const lines = (csv: string) => csv.split('\r\n');

it('has a head and a line for each action item, each ended as RFC 4180 has it', () => {
  const csv = csvOf(smallArchive());
  expect(lines(csv)).toHaveLength(1 + 5 + 1);
  expect(csv.endsWith('\r\n')).toBe(true);
  expect(lines(csv)[0]).toMatch(/^"incident","id","title","status"/);
  expect(lines(csv)[1]).toContain('"2024-06-18-pool","AI-2"');
  expect(lines(csv)[1]).toContain('"2024-09-30","policy","53"');
});

it('says the team of the owner beside the one that the item names', () => {
  const items = [action({ id: 'AI-1', owner: 'ana' }), action({ id: 'AI-2', owner: 'emil', team: 'search' })];
  const [head = '', ...rows] = lines(csvOf(archive([incident({ id: 'a', actionItems: items })])));
  const at = head.split(',').indexOf('"owner_team"');
  expect(rows.slice(0, 2).map((row) => row.split(',').slice(at - 1, at + 2))).toEqual([
    ['"ana"', '"payments"', ''],
    ['"emil"', '', '"search"'],
  ]);
});

it('disarms what a spreadsheet would run', () => {
  const formulas = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1'];
  const items = formulas.map((formula, n) => action({ id: `AI-${n + 1}`, title: text(formula), owner: formula, due: '2030-01-01' }));
  const csv = csvOf(archive([incident({ id: 'a', title: '=1+1', actionItems: items })]));
  expect(csv).not.toMatch(/"[=+\-@\t]/);
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
});

it('keeps line breaks and quotes within their cell', () => {
  const csv = csvOf(archive([incident({ id: 'a', actionItems: [action({ id: 'AI-1', reason: 'one\n"two"', status: 'wont_do' })] })]));
  expect(csv).toContain('"one\n""two"""');
});

it('is a head alone where nothing is promised', () => {
  expect(lines(csvOf(archive([])))).toHaveLength(2);
});
