// What stands in place of people in an edition that names nobody.
import type { IncidentFields } from '../front-matter/schema/incident.ts';
import { personOf, type SiteConfig } from '../model/site-config.ts';
import { slugify } from '../text/slug.ts';
import type { Withheld } from '../withheld/pattern.ts';

export interface Roles {
  /** By id or name. */
  roleOf(person: string): string;
  readonly withheld: readonly Withheld[];
}

const NOBODY_KNOWN = 'responder';

/** `named`: everybody named by a field of any incident, by id of `people` or by name. */
export function rolesOf(config: SiteConfig, named: Iterable<string>): Roles {
  const roles = new Map<string, string>();
  const withheld = new Map<string, Withheld>();
  const add = (name: string, role: string): void => {
    roles.set(slugify(name), role);
    for (const item of spellingsOf(name)) withheld.set(`${item.text}\n${item.isCased}`, item);
  };
  for (const { id, name } of Object.values(config.people)) {
    add(id, roleIn(config, id));
    add(name, roleIn(config, id));
  }
  for (const name of named) if (!roles.has(slugify(name))) add(name, NOBODY_KNOWN);
  return { roleOf: (person) => roles.get(slugify(person)) ?? NOBODY_KNOWN, withheld: [...withheld.values()] };
}

function roleIn(config: SiteConfig, id: string): string {
  const person = personOf(config, id);
  if (person?.role !== undefined) return person.role;
  if (person?.team === undefined) return NOBODY_KNOWN;
  const team = config.vocabularies.teams.terms.find((term) => term.id === person.team)?.name ?? person.team;
  return `${team} ${NOBODY_KNOWN}`;
}

/** Ids shorter than this are too often words, and so are names in capitals, which logs have instead of words. */
const LONG = 5;

/**
 * A full name is looked for everywhere. Its parts, and ids such as `ana`, are also words (Will, Grace, sam): they are replaced where they look like
 * names, and cannot be proven absent.
 */
function spellingsOf(written: string): Withheld[] {
  const name = written.normalize('NFC');
  const parts = name.split(/[\s.@_-]+/).filter((part) => /\p{L}/u.test(part));
  const mention: Withheld = { kind: 'id', text: `@${name}`, isUnproven: true };
  if (parts.length === 1) {
    const isId = /^[a-z]/.test(name);
    return isId && name.length < LONG ? [mention] : [mention, ...looksOf([name])];
  }
  return [mention, { kind: 'person', text: name }, ...looksOf(parts.filter((part) => /^\p{Lu}/u.test(part)))];
}

/** What is replaced though it may be another word: as written, and in capitals. */
function looksOf(names: readonly string[]): Withheld[] {
  const long = names.filter((name) => name.length > 1);
  const capitals = long.filter((name) => name.length >= LONG).map((name) => name.toUpperCase());
  return [...new Set([...long, ...capitals])].map((text) => ({ kind: 'person', text, isCased: true, isUnproven: true }));
}

export function peopleIn({ authors = [], reviewers = [], commander, action_items = [] }: IncidentFields): string[] {
  return [...authors, ...reviewers, ...(commander === undefined ? [] : [commander]), ...action_items.flatMap(({ owner }) => owner ?? [])];
}
