// Different services, teams, tags or causes that end on one page because their addresses are the same.
import type { Incident } from '../../model/incident.ts';
import { VOCABULARIES, type VocabularyName } from '../../model/site-config.ts';
import { slugify } from '../../text/slug.ts';
import type { ArchiveRule } from '../rule.ts';
import { sayShort } from '../say.ts';

export const sharedPage: ArchiveRule = {
  code: 'shared-page',
  severity: 'warning',
  title: 'Two values differ by more than case, blanks and hyphens, and still share one page.',
  why: 'An address keeps letters and digits alone. Whoever meant two things finds both counted as one.',
  bad: 'tags: [a/b, "A & B"]',
  fixed: 'tags: [a-or-b, a-and-b]',
  check(incidents, { report }) {
    for (const name of VOCABULARIES) {
      const pages = new Map<string, Page>();
      for (const incident of incidents) {
        valuesOf(incident, name).forEach((value, index) => {
          const slug = slugify(value);
          const page = pages.get(slug);
          if (page === undefined) {
            pages.set(slug, { first: value, file: incident.file, said: new Set([value, bare(value)]) });
            return;
          }
          // Nearly always it is spelt as it was before, which takes no second look.
          if (page.said.has(value) || page.said.has(bare(value))) return;
          page.said.add(value).add(bare(value));
          const where = page.file === incident.file ? 'here' : `of ${page.file}`;
          report(
            { file: incident.file, place: { path: [name, index] } },
            `"${sayShort(value)}" and "${sayShort(page.first)}" ${where} share one page: both have the address "${slug}".`,
            { hint: 'Spell them alike if they are one thing; give one of them another name if they are two.' },
          );
        });
      }
    }
  },
};

interface Page {
  readonly first: string;
  readonly file: string;
  /** Spellings, as written and bare, of which nothing has to be said any more. */
  readonly said: Set<string>;
}

/** Case, blanks, hyphens and underscores are ways to write one name. */
function bare(value: string): string {
  return value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\p{Pd}]+/gu, '');
}

function valuesOf(incident: Incident, name: VocabularyName): readonly string[] {
  return name === 'root_causes' ? incident.rootCauses : incident[name];
}
