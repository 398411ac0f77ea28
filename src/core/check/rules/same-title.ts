// Two incidents that readers cannot tell apart in a list.
import type { ArchiveRule, Entry } from '../rule.ts';
import { sayShort } from '../say.ts';

export const sameTitle: ArchiveRule = {
  code: 'same-title',
  severity: 'warning',
  title: 'Two incidents have the same title.',
  why: 'In lists, searches and links nobody can tell them apart.',
  bad: 'title: Checkout errors, in two files',
  fixed: 'title: Checkout errors after a configuration push',
  check(incidents, { entries, report }) {
    const duplicates = new Set(incidents.filter(({ duplicateOf }) => duplicateOf !== undefined).map(({ file }) => file));
    const first = new Map<string, Entry>();
    for (const entry of entries) {
      const title = entry.title?.trim().replace(/\s+/g, ' ').toLowerCase();
      if (!title || duplicates.has(entry.file)) continue;
      const other = first.get(title);
      if (!other) first.set(title, entry);
      else
        report({ file: entry.file, place: { path: ['title'] } }, `${other.file} has the title "${sayShort(other.title ?? '')}" too.`, {
          hint: 'Say what sets this one apart.',
        });
    }
  },
};
