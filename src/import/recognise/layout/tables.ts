// Rows that stand together as one table.
import type { Line } from './lines.ts';

export function tablesIn(lines: readonly Line[]): Line[][] {
  const tables: Line[][] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line.kind === 'row') {
      if (!isOpen) tables.push([]);
      tables.at(-1)?.push(line);
    }
    isOpen = line.kind === 'row' || (isOpen && line.kind === 'rule');
  }
  return tables;
}
