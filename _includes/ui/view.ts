// What components may ask about the archive from one page: names and links of terms, people and incidents. Built once per archive.
import type { ActionItem } from '../../src/core/model/action-item.ts';
import type { Archive, IndexKind } from '../../src/core/model/archive.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import type { SeverityLevel, SiteConfig, VocabularyName } from '../../src/core/model/site-config.ts';
import type { Day } from '../../src/core/model/timestamp.ts';
import { slugify } from '../../src/core/text/slug.ts';
import { assigneePath, incidentPath, termPath } from '../../src/core/text/urls.ts';

/** A name to show, and where it leads when there is a page for it. */
export interface Named {
  readonly name: string;
  readonly href?: string;
}

/** The archive as seen from a page: every `href` is relative to that page. */
export interface View {
  /** `''` at the root of the site, `'../../'` two folders down. */
  readonly root: string;
  readonly asOf: Day;
  readonly config: SiteConfig;
  /** Some incident has a severity, so that one without it stands out. */
  readonly isGraded: boolean;
  incidentHref(id: string): string;
  /** The row of an action item on its incident's page. */
  actionHref(incidentId: string, item: ActionItem): string;
  /** By id or by an old one. */
  incident(idOrAlias: string): Incident | undefined;
  /** The incidents before and after by date; none for a second telling. */
  neighbours(incident: Incident): { readonly earlier?: Incident; readonly later?: Incident };
  /** A label outside the scale keeps its word and has rank 0. */
  severity(label: string | undefined): SeverityLevel | undefined;
  term(kind: IndexKind, id: string): Named;
  /** With a link to what they promised, where they promised something. */
  owner(id: string): Named;
  team(id: string): Named;
  person(id: string): string;
}

/** Anchor of an action item on its incident's page. */
export function actionAnchor(item: ActionItem): string {
  return slugify(item.id);
}

/** The view of `archive` from a page whose way to the site's root is `root`. */
export function viewOf(archive: Archive, root: string): View {
  const known = directoryOf(archive);
  const link = (name: string, path: string | undefined): Named => (path === undefined ? { name } : { name, href: root + path });
  return {
    root,
    asOf: archive.asOf,
    config: archive.config,
    isGraded: known.isGraded,
    incidentHref: (id) => root + incidentPath(id),
    actionHref: (incidentId, item) => `${root}${incidentPath(incidentId)}#${actionAnchor(item)}`,
    incident: (id) => archive.byId.get(id) ?? archive.byId.get(archive.aliases.get(id) ?? ''),
    neighbours: (incident) => archive.neighbours.get(incident.id) ?? {},
    severity: (label) => (label === undefined ? undefined : (known.severities.get(label) ?? { label, rank: 0 })),
    term: (kind, id) => {
      const term = known.term(kind, id);
      return link(term.name, term.path);
    },
    owner: (id) => link(known.person(id), known.owners.get(slugify(id))),
    team: (id) => link(known.term('teams', id).name, known.teams.get(slugify(id))),
    person: (id) => known.person(id),
  };
}

interface Directory {
  readonly isGraded: boolean;
  readonly severities: ReadonlyMap<string, SeverityLevel>;
  /** Slug to path. */
  readonly owners: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  term(kind: IndexKind, id: string): TermLink;
  person(id: string): string;
}

interface TermLink {
  readonly name: string;
  /** Absent for a term that only a second telling names: it has no page. */
  readonly path?: string;
}

/** Keyed by a part of the archive that no copy of the model would rebuild. */
const directories = new WeakMap<Archive['byId'], Directory>();

function directoryOf(archive: Archive): Directory {
  const known = directories.get(archive.byId);
  if (known !== undefined) return known;
  const made = makeDirectory(archive);
  directories.set(archive.byId, made);
  return made;
}

function makeDirectory(archive: Archive): Directory {
  const { config } = archive;
  const names = vocabularyNames(config);
  const pages = new Set(Object.values(archive.indexes).flatMap((index) => index.map(({ kind, slug }) => keyOf(kind, slug))));
  const terms = new Map<string, TermLink>();
  const makeTerm = (kind: IndexKind, id: string): TermLink => {
    const slug = slugify(id);
    const key = keyOf(kind, slug);
    // Without a vocabulary the author's own spelling stands: that of others would change with their incidents.
    return { name: names.get(key) ?? id, ...(pages.has(key) && { path: termPath(kind, slug) }) };
  };
  return {
    isGraded: archive.indexes.severities.some(({ incidents }) => incidents.length > 0),
    severities: new Map(config.severities.map((level) => [level.label, level])),
    owners: new Map(archive.owners.map(({ slug }) => [slug, assigneePath('owner', slug)])),
    teams: new Map(archive.teams.map(({ slug }) => [slug, assigneePath('team', slug)])),
    person: (id) => config.people[id]?.name ?? id,
    term: (kind, id) => {
      const key = keyOf(kind, id);
      const link = terms.get(key) ?? makeTerm(kind, id);
      terms.set(key, link);
      return link;
    },
  };
}

const VOCABULARY_OF = { tags: 'tags', services: 'services', teams: 'teams', causes: 'root_causes' } as const satisfies Partial<
  Record<IndexKind, VocabularyName>
>;

/** By kind and slug. */
function vocabularyNames({ vocabularies }: SiteConfig): Map<string, string> {
  const kinds = Object.keys(VOCABULARY_OF) as (keyof typeof VOCABULARY_OF)[];
  return new Map(
    kinds.flatMap((kind) => vocabularies[VOCABULARY_OF[kind]].terms.map(({ id, name }) => [keyOf(kind, slugify(id)), name] as const)),
  );
}

function keyOf(kind: IndexKind, id: string): string {
  return `${kind}/${id}`;
}
