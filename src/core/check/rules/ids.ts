// Names that two files lay claim to.
import { type Directory, slugOf } from '../directory.ts';
import type { ArchiveContext, ArchiveRule, Entry } from '../rule.ts';

/** Files that stand beside the page of an incident. */
const TWIN = /\.(?:md|json)$/i;

export const duplicateId: ArchiveRule = {
  code: 'duplicate-id',
  severity: 'error',
  title: 'Two files have the same id.',
  why: 'The id is the address of the page: one of the two would overwrite the other.',
  bad: '2025/outage.md and 2026/outage.md',
  fixed: '2025/2025-03-01-outage.md and 2026/2026-11-20-outage.md',
  check(_incidents, context) {
    eachClash(context, (entry, first) => {
      if (entry.id !== first.id) return;
      report(context, entry, `The id "${entry.id}" is that of ${first.file} too.`);
    });
  },
};

export const idClashByCase: ArchiveRule = {
  code: 'id-clash-by-case',
  severity: 'error',
  title: 'Two ids differ only in upper and lower case.',
  why: 'On many disks and web servers they are one name, and one page would overwrite the other.',
  bad: 'Outage.md and outage.md',
  fixed: 'outage.md and outage-2.md',
  check(_incidents, context) {
    eachClash(context, (entry, first) => {
      if (entry.id === first.id || entry.id.toLowerCase() !== first.id.toLowerCase()) return;
      report(context, entry, `The id "${entry.id}" differs from "${first.id}" of ${first.file} only in case.`);
    });
  },
};

export const idClashAfterSlug: ArchiveRule = {
  code: 'id-clash-after-slug',
  severity: 'error',
  title: 'Two ids are the same once they are made safe for an address.',
  why: 'Blanks, dots and signs become dashes in addresses, so that the two would share one.',
  bad: 'db.outage.md and db-outage.md',
  fixed: 'db-outage.md and db-outage-2.md',
  check(_incidents, context) {
    const say = (entry: Entry, first: Entry): void =>
      report(context, entry, `The ids "${entry.id}" and "${first.id}" of ${first.file} make the same address.`);
    eachClash(context, (entry, first) => {
      if (entry.id.toLowerCase() !== first.id.toLowerCase()) say(entry, first);
    });
    // `x.json` is a folder, and beside it the JSON of `x` a file.
    for (const entry of context.entries) {
      const other = TWIN.test(entry.id) ? context.directory.holder(entry.id.replace(TWIN, '')) : undefined;
      if (other) say(entry, other);
    }
  },
};

export const aliasClash: ArchiveRule = {
  code: 'alias-clash',
  severity: 'error',
  title: 'An alias is the id or an alias of another file.',
  why: 'The old address could lead to one of the two only.',
  bad: 'aliases: [2026-11-20-checkout] beside 2026-11-20-checkout.md',
  fixed: 'aliases: [2026-11-19-checkout]',
  check(_incidents, context) {
    const seen = new Map<string, Entry>();
    for (const entry of context.entries) {
      entry.aliases.forEach((alias, index) => {
        const fault = aliasFault(alias, entry, { directory: context.directory, seen });
        if (fault) context.report({ file: entry.file, place: { path: ['aliases', index] } }, fault.message, { hint: fault.hint });
        else seen.set(slugOf(alias), entry);
      });
    }
  },
};

interface Names {
  readonly directory: Directory;
  /** Aliases of earlier files, by slug. */
  readonly seen: ReadonlyMap<string, Entry>;
}

function aliasFault(alias: string, entry: Entry, { directory, seen }: Names): { message: string; hint: string } | undefined {
  const owner = directory.holder(alias);
  const other = owner ?? seen.get(slugOf(alias));
  if (owner === entry) return { message: `The alias "${alias}" is the incident's own id.`, hint: 'Delete it.' };
  if (other === entry) return { message: `The alias "${alias}" is given twice.`, hint: 'Delete one of them.' };
  const what = owner ? 'the id' : 'an alias';
  if (other) return { message: `The alias "${alias}" is ${what} of ${other.file} too.`, hint: 'Keep it with one of the two.' };
  const twin = TWIN.test(alias) ? directory.holder(alias.replace(TWIN, '')) : undefined;
  return twin && { message: `The alias "${alias}" is the address of a file beside the page of ${twin.file}.`, hint: 'Delete it.' };
}

function report(context: ArchiveContext, entry: Entry, message: string): void {
  context.report({ file: entry.file, place: { path: ['id'] } }, message, {
    hint: 'Rename one of the files, or give it an "id" of its own; the old one can stay as an alias.',
  });
}

/** Each file whose id falls together with that of an earlier one. */
function eachClash({ entries, directory }: ArchiveContext, visit: (entry: Entry, first: Entry) => void): void {
  for (const entry of entries) {
    const holder = directory.holder(entry.id);
    if (holder && holder !== entry) visit(entry, holder);
  }
}
