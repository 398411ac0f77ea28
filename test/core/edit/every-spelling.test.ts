// Every way to write an action item that anybody has come up with, edited in every field: no byte outside of the item is another afterwards.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/core/model/diagnostic.ts';
import { editedFile } from './edited-file.ts';
import { incidentOf, judgeEdit } from './judge.ts';

const FIXTURES = new URL('../../fixtures/edit/', import.meta.url);

const EDITS: readonly (readonly string[])[] = [
  ['status=done', 'completed=2026-11-22', 'evidence=https://git.example/x/pull/7#note'],
  ['status=done'],
  ['status=open'],
  ['status=open', 'completed=', 'reason='],
  ['status=in_progress', 'completed='],
  ['status=blocked', 'completed=', 'reason=waits for the landlord'],
  ['status=wont_do', 'completed=', 'reason=too dear, and too late'],
  ['owner=cy'],
  ['owner=Ana Silva'],
  ['owner='],
  ['team=payments'],
  ['team='],
  ['type=document'],
  ['type='],
  ['priority=P3'],
  ['priority='],
  ['due=2027-01-05'],
  ['due='],
  ['created=2026-01-06'],
  ['completed='],
  ['ticket=PAY-999'],
  ['ticket=https://tracker.example/x?a=1,2&b=(3)'],
  ['ticket='],
  ['done_when=A full disk, or two; pages (in ten minutes): "now" | <b> *so*'],
  ['done_when='],
  ['evidence='],
  ['reason='],
  ['title=Another title: "with" all # of | it'],
];

const files = readdirSync(FIXTURES).sort();
let [items, edits, changed, outside] = [0, 0, 0, 0];

describe.each(files)('%s', (name) => {
  const written = readFileSync(new URL(name, FIXTURES), 'utf8');

  test('no edit reaches beyond its item, and what cannot be written is refused with the reason', async () => {
    const file = editedFile(written);
    const { actionItems } = incidentOf(file.read(written));
    expect(actionItems.length).toBeGreaterThan(2);
    items += actionItems.length;
    const refused: string[] = [];
    const faults: string[] = [];
    for (const [index, { id, title }] of actionItems.entries()) {
      for (const edit of EDITS) {
        const judged = judgeEdit(file, index, edit);
        edits++;
        outside += judged.outside;
        if (judged.result.kind === 'changed') changed++;
        faults.push(...judged.faults.map((fault) => `${id} ${edit.join(' ')}: ${fault}`));
        if (judged.result.kind === 'refused') refused.push(sayRefused(`${id} (${title.plain.slice(0, 30)})`, edit, judged.result.problems));
      }
    }
    expect(faults).toEqual([]);
    await expect(refused.join('')).toMatchFileSnapshot(`__snapshots__/refused-${name}.txt`);
  });

  test('line ends stay those of the file', () => {
    const edit = EDITS[0] ?? [];
    const inOtherLines = (text: string): string => text.replaceAll('\n', '\r\n');
    const [file, other] = [editedFile(written), editedFile(inOtherLines(written))];
    for (const index of incidentOf(file.read(written)).actionItems.keys()) {
      const [result, same] = [file, other].map((each) => judgeEdit(each, index, edit).result);
      if (result?.kind === 'changed') expect(same).toMatchObject({ kind: 'changed', text: inOtherLines(result.text) });
      else expect(same?.kind).toBe(result?.kind);
    }
  });
});

function sayRefused(item: string, edit: readonly string[], problems: readonly Diagnostic[]): string {
  return problems.map(({ message, hint }) => `${item} ${edit.join(' ')}\n    ${message} ${hint}\n`).join('');
}

test('there are spellings enough, and nothing outside of an item changes', () => {
  console.log(`${items} spellings, ${edits} edits, ${changed} of them written; bytes changed outside of the item: ${outside}`);
  expect(items).toBeGreaterThan(40);
  expect(outside).toBe(0);
});
