// The names a site knows, worked out once for its configuration however many incidents are compiled with it.
import type { KnownNames } from '../body/context.ts';
import { makeResolver, type Resolver } from '../config/vocabulary.ts';
import type { SiteConfig } from '../model/site-config.ts';

export interface Names {
  readonly resolver: Resolver;
  readonly known: KnownNames;
}

const byConfig = new WeakMap<SiteConfig, Names>();

export function namesOf(config: SiteConfig): Names {
  const made = byConfig.get(config);
  if (made) return made;
  const resolver = makeResolver(config);
  const known: KnownNames = {
    team: (word) => resolver.termId('teams', word),
    person: (word) => resolver.personId(word),
    ticketUrl: (key) => resolver.ticketUrl(key),
  };
  const names = { resolver, known };
  byConfig.set(config, names);
  return names;
}
