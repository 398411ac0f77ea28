// The six indexes: by tag, service, team, cause, severity and year.

import { isOpen } from '../model/action-item.ts';
import { INDEX_KINDS, type IndexEntry, type IndexKind, type TrackedAction } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import type { SiteConfig, Term, VocabularyName } from '../model/site-config.ts';
import { compareText } from '../text/compare.ts';
import { slugify } from '../text/slug.ts';
import { countActions } from './actions.ts';

const VOCABULARY_OF: Readonly<Partial<Record<IndexKind, VocabularyName>>> = {
  tags: 'tags',
  services: 'services',
  teams: 'teams',
  causes: 'root_causes',
};

/** The values one incident has in one index. */
function valuesOf(incident: Incident, kind: IndexKind): readonly string[] {
  switch (kind) {
    case 'tags':
      return incident.tags;
    case 'services':
      return incident.services;
    case 'teams':
      return incident.teams;
    case 'causes':
      return incident.rootCauses;
    case 'severities':
      return incident.severity === undefined ? [] : [incident.severity];
    case 'years':
      return incident.milestones.started === undefined ? [] : [incident.milestones.started.iso.slice(0, 4)];
  }
}

/** Spellings that give the same slug are one value: `US East`, `us-east`. */
interface Group {
  readonly spellings: Map<string, number>;
  readonly incidents: Incident[];
  readonly actions: TrackedAction[];
}

/** All six indexes. `actions` in the tracker's order; each entry's open actions keep it. */
export function buildIndexes(
  newestFirst: readonly Incident[],
  actions: readonly TrackedAction[],
  config: SiteConfig,
): Record<IndexKind, IndexEntry[]> {
  const indexes: Partial<Record<IndexKind, IndexEntry[]>> = {};
  for (const kind of INDEX_KINDS) indexes[kind] = buildIndex(kind, group(kind, newestFirst, actions), config);
  return indexes as Record<IndexKind, IndexEntry[]>;
}

function group(kind: IndexKind, incidents: readonly Incident[], actions: readonly TrackedAction[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  const slugs = new Map<Incident, ReadonlySet<string>>();
  for (const incident of incidents) {
    const own = new Set<string>();
    for (const value of valuesOf(incident, kind)) {
      const slug = slugify(value);
      const found = groups.get(slug) ?? { spellings: new Map<string, number>(), incidents: [], actions: [] };
      groups.set(slug, found);
      found.spellings.set(value, (found.spellings.get(value) ?? 0) + 1);
      if (!own.has(slug)) found.incidents.push(incident);
      own.add(slug);
    }
    slugs.set(incident, own);
  }
  for (const action of actions) for (const slug of slugs.get(action.incident) ?? []) groups.get(slug)?.actions.push(action);
  return groups;
}

function buildIndex(kind: IndexKind, groups: Map<string, Group>, config: SiteConfig): IndexEntry[] {
  const terms = new Map(termsOf(kind, config).map((term) => [slugify(term.id), term]));
  const slugs = new Set([...terms.keys(), ...groups.keys()]);
  const entries = [...slugs].map((slug) => entryOf(kind, slug, { term: terms.get(slug), group: groups.get(slug) }));
  return entries.sort(ORDER[kind] ?? byCount);
}

function entryOf(kind: IndexKind, slug: string, of: { term: Term | undefined; group: Group | undefined }): IndexEntry {
  const { term, group: found } = of;
  const id = term?.id ?? commonest(found?.spellings ?? new Map()) ?? slug;
  const actions = found?.actions ?? [];
  return {
    kind,
    id,
    slug,
    name: term?.name ?? id,
    ...(term?.description !== undefined && { description: term.description }),
    ...(term?.owner !== undefined && { owner: term.owner }),
    incidents: found?.incidents ?? [],
    openActions: actions.filter((action) => isOpen(action.item)),
    actionCount: actions.length,
    overdueCount: countActions(actions).overdueCount,
  };
}

function termsOf(kind: IndexKind, config: SiteConfig): readonly Term[] {
  if (kind === 'severities') {
    return config.severities.map(({ label, name, description }) => ({
      id: label,
      name: name === undefined ? label : `${label} ${name}`,
      ...(description !== undefined && { description }),
      aliases: [],
    }));
  }
  const vocabulary = VOCABULARY_OF[kind];
  return vocabulary === undefined ? [] : config.vocabularies[vocabulary].terms;
}

function commonest(spellings: ReadonlyMap<string, number>): string | undefined {
  return [...spellings].sort(([a, n], [b, m]) => m - n || compareText(a, b))[0]?.[0];
}

function byCount(a: IndexEntry, b: IndexEntry): number {
  return b.incidents.length - a.incidents.length || compareText(a.slug, b.slug);
}

/** Years newest first; severities keep the configured order, which the sort leaves alone. */
const ORDER: Readonly<Partial<Record<IndexKind, (a: IndexEntry, b: IndexEntry) => number>>> = {
  severities: () => 0,
  years: (a, b) => compareText(b.slug, a.slug),
};
