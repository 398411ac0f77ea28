// Services, teams, tags and causes that are not in the site's lists.
import type { Incident } from '../../model/incident.ts';
import { type SiteConfig, VOCABULARIES, type VocabularyName } from '../../model/site-config.ts';
import { slugify } from '../../text/slug.ts';
import type { IncidentRule } from '../rule.ts';
import { didYouMean, makeGuesser, sayShort } from '../say.ts';

export const outsideVocabulary: IncidentRule = {
  code: 'outside-vocabulary',
  severity: 'error',
  title: 'A value is not in a strict vocabulary of the site.',
  why: 'Where the site says `strict: true`, the list is complete: a value outside it would get a page of its own that nobody looks at.',
  bad: 'services: [chekout]',
  fixed: 'services: [checkout]',
  check(incident, { config, report }) {
    const guess = makeGuesser();
    for (const { name, value, place } of outside(incident, config)) {
      if (!config.vocabularies[name].strict) continue;
      const hint = didYouMean(guess(value, namesOf(config, name))) ?? `Add it to "${name}" of the site, or use one that is there.`;
      report(place, `"${sayShort(value)}" is not one of the ${SAID[name]} of this site.`, { hint });
    }
  },
};

export const misspeltTerm: IncidentRule = {
  code: 'misspelt-term',
  severity: 'warning',
  title: 'A value is nearly, but not quite, one the site knows.',
  why: "Two spellings of one thing split its page in two. Where it is meant to be another thing, add it to the site's list.",
  bad: 'tags: [databse]',
  fixed: 'tags: [database]',
  check(incident, { config, report }) {
    const guess = makeGuesser();
    for (const { name, value, place } of outside(incident, config)) {
      if (config.vocabularies[name].strict) continue;
      const near = guess(value, namesOf(config, name));
      if (near === undefined || isAnother(value, near)) continue;
      report(place, `"${sayShort(value)}" is not one of the ${SAID[name]} of this site, but "${near}" is.`, {
        hint: didYouMean(near),
      });
    }
  },
};

const SAID: Readonly<Record<VocabularyName, string>> = { services: 'services', teams: 'teams', tags: 'tags', root_causes: 'root causes' };

interface Outside {
  readonly name: VocabularyName;
  readonly value: string;
  readonly place: { readonly path: readonly (string | number)[] };
}

function outside(incident: Incident, config: SiteConfig): Outside[] {
  const found: Outside[] = [];
  for (const name of VOCABULARIES) {
    if (config.vocabularies[name].terms.length === 0) continue;
    const known = slugsOf(config, name);
    valuesOf(incident, name).forEach((value, index) => {
      if (!known.has(slugify(value))) found.push({ name, value, place: { path: [name, index] } });
    });
  }
  return found;
}

function valuesOf(incident: Incident, name: VocabularyName): readonly string[] {
  return name === 'root_causes' ? incident.rootCauses : incident[name];
}

/** `db-1` and `db-2`, `v2` and `v3`: names that differ in their number are two things. */
function isAnother(value: string, guess: string): boolean {
  return value.length < 4 || value.replace(/\D/g, '') !== guess.replace(/\D/g, '');
}

/** Worked out once for each configuration, not once for each incident. */
const SLUGS = new WeakMap<SiteConfig, Map<VocabularyName, ReadonlySet<string>>>();

function slugsOf(config: SiteConfig, name: VocabularyName): ReadonlySet<string> {
  const all = SLUGS.get(config) ?? new Map<VocabularyName, ReadonlySet<string>>();
  SLUGS.set(config, all);
  const known = all.get(name) ?? new Set(namesOf(config, name).map(slugify));
  all.set(name, known);
  return known;
}

function namesOf(config: SiteConfig, name: VocabularyName): string[] {
  return config.vocabularies[name].terms.flatMap(({ id, aliases }) => [id, ...aliases]);
}
