// Names that are not among the people of the site.
import type { Place } from '../../model/diagnostic.ts';
import type { Incident } from '../../model/incident.ts';
import type { SiteConfig } from '../../model/site-config.ts';
import { slugify } from '../../text/slug.ts';
import type { IncidentRule } from '../rule.ts';
import { didYouMean, makeGuesser, sayShort } from '../say.ts';

export const unknownPerson: IncidentRule = {
  code: 'unknown-person',
  severity: 'warning',
  title: 'A person is not among the people of the site.',
  why: 'Owners have a page with what they promised. Under a second spelling of their name, half of it is missing.',
  bad: 'authors: [anna]',
  fixed: 'authors: [ana]',
  check(incident, { config, report }) {
    const names = namesOfPeople(config);
    if (names.length === 0) return;
    const known = knownPeople(config);
    const guess = makeGuesser();
    for (const { name, place } of peopleOf(incident)) {
      if (known.has(slugify(name))) continue;
      report(place, `"${sayShort(name)}" is not one of the people of this site.`, {
        hint: didYouMean(guess(name, names)) ?? 'Add them to "people" of the site.',
      });
    }
  },
};

function peopleOf({ authors, reviewers, commander, actionItems }: Incident): { readonly name: string; readonly place: Place }[] {
  return [
    ...authors.map((name, index) => ({ name, place: { path: ['authors', index] } })),
    ...reviewers.map((name, index) => ({ name, place: { path: ['reviewers', index] } })),
    ...(commander === undefined ? [] : [{ name: commander, place: { path: ['commander'] } }]),
    ...actionItems.flatMap(({ owner, place }) => (owner === undefined ? [] : [{ name: owner, place }])),
  ];
}

const KNOWN = new WeakMap<SiteConfig, ReadonlySet<string>>();

/** People by id and by name; teams too, since an action item may be owned by one. */
function knownPeople(config: SiteConfig): ReadonlySet<string> {
  const known = KNOWN.get(config) ?? new Set([...namesOfPeople(config), ...namesOfTeams(config)].map(slugify));
  KNOWN.set(config, known);
  return known;
}

function namesOfPeople(config: SiteConfig): string[] {
  return Object.entries(config.people).flatMap(([id, { name }]) => [id, name]);
}

function namesOfTeams(config: SiteConfig): string[] {
  return config.vocabularies.teams.terms.flatMap(({ id, name, aliases }) => [id, name, ...aliases]);
}
