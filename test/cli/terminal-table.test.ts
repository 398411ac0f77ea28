// Columns in a terminal, whatever script they are in.
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { terminalTable } from '../../src/cli/actions/terminal-table.ts';

const row = (...texts: string[]) => texts.map((text) => ({ text }));

test('columns stand below one another, and those that hold nothing are left out', () => {
  const lines = terminalTable(
    ['ITEM', 'OWNER', 'TEAM', 'ACTION'],
    [row('a/AI-1', '佐藤 健', '', 'Look 🚀'), row('b/AI-10', 'Zoë', '', 'テスト'), row('c/AI-2', '👩‍👩‍👧', '', 'e\u0301te\u0301')],
  );
  expect(lines).toEqual([
    'ITEM     OWNER    ACTION',
    'a/AI-1   佐藤 健  Look 🚀',
    'b/AI-10  Zoë      テスト',
    'c/AI-2   👩‍👩‍👧       e\u0301te\u0301',
  ]);
});

test('the last column is cut to the width there is, never within a character', () => {
  const texts = ['Alert on every pool that is full', '監視を追加する、すべてのプールに対して', '👩‍👩‍👧'.repeat(12)];
  const lines = terminalTable(
    ['ITEM', 'ACTION'],
    texts.map((text) => row('a/AI-1', text)),
    30,
  );
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(30);
  expect(lines[1]).toBe('a/AI-1  Alert on every pool t…');
  expect(lines[3]?.endsWith('👩‍👩‍👧…')).toBe(true);
});

test('nothing moves the cursor or reverses what is read', () => {
  const [, line = ''] = terminalTable(['ITEM', 'ACTION'], [row('a/AI-1', 'x\u001b[2J\u202ey\r\nz')]);
  expect(line).toBe('a/AI-1  x<U+001B>[2J<U+202E>y z');
});
