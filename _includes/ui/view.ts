// What components may ask about the archive from one page: names and links of terms, people and incidents. Built once per archive.

import { listPages } from '../../src/core/archive/surroundings.ts';
import { actionKey } from '../../src/core/ledger/ledger.ts';
import type { ActionItem } from '../../src/core/model/action-item.ts';
import type { Archive, Assignee, IndexKind } from '../../src/core/model/archive.ts';
import { personOf, type SeverityLevel, type SiteConfig, type VocabularyName } from '../../src/core/model/site-config.ts';
import type { Day } from '../../src/core/model/timestamp.ts';
import { pastOf } from '../../src/core/promises/past.ts';
import { slugify } from '../../src/core/text/slug.ts';
import { assigneePath, incidentPath, recurringPath, termPath } from '../../src/core/text/urls.ts';
import { sayTimes } from '../../src/core/tracker/words.ts';

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
  /** The archive has moved on since that day, and the site has not: nothing is counted on to the day it is read. */
  readonly standsStill: boolean;
  readonly config: SiteConfig;
  /** Some incident has a severity, so that one without it stands out. */
  readonly isGraded: boolean;
  incidentHref(id: string): string;
  /** The row of an action item on its incident's page. */
  actionHref(incidentId: string, item: Pick<ActionItem, 'id'>): string;
  /** A label outside the scale keeps its word and has rank 0. */
  severity(label: string | undefined): SeverityLevel | undefined;
  term(kind: IndexKind, id: string): Named;
  /** With a link to what they promised, where they promised something. */
  owner(id: string): Named;
  team(id: string): Named;
  /** With a link to what was promised after its incidents. */
  service(id: string): Named;
  person(id: string): string;
  /** What is said beside an item of a recurring promise, by its slug. */
  again(slug: string): Again;
  /** What became of a promise before: that it was put off, handed on, broken. On the page of its incident that is said at more length. */
  past(incidentId: string, item: Pick<ActionItem, 'id'>): string | undefined;
}

/** `promised 3 times`, or that it was more than once on pages that do not count; and the way to all of them. */
interface Again {
  readonly text: string;
  readonly href: string;
}

/** What a view is made from: less than the archive, for pages that are made away from it. */
export interface ViewSource extends Pick<Archive, 'config' | 'asOf' | 'standing' | 'isGraded'> {
  /** Whether the page of a term, an owner or a team, or of what was promised for a service, is there. */
  readonly hasPage: (path: string) => boolean;
}

/** Anchor of an action item on its incident's page. */
export function actionAnchor(item: Pick<ActionItem, 'id'>): string {
  return slugify(item.id);
}

/** The view of `archive` from a page whose way to the site's root is `root`. */
export function viewOf(archive: Archive, root: string): View {
  const view = makeView({ ...archive, hasPage: (path) => pagesOf(archive).has(path) }, root);
  return { ...view, past: (incidentId, item) => pastOf(archive).get(actionKey(incidentId, item.id)) };
}

/** The same, and how often each was promised: for the page that lists them all. */
export function viewOfPromises(archive: Archive, root: string): View {
  const times = new Map(archive.recurring.map(({ slug, actions }) => [slug, actions.length]));
  const view = viewOf(archive, root);
  return { ...view, again: (slug) => ({ ...view.again(slug), text: sayTimes(times.get(slug) ?? 1) }) };
}

export function makeView({ config, asOf, standing, isGraded, hasPage }: ViewSource, root: string): View {
  const known = wordsOf(config);
  const link = (name: string, path: string): Named => (hasPage(path) ? { name, href: root + path } : { name });
  const assignee = (kind: Assignee['kind'], id: string, name: string): Named => link(name, assigneePath(kind, known.slug(id)));
  // Without a vocabulary the author's own spelling stands: that of others would change with their incidents.
  const termName = (kind: IndexKind, id: string): string => known.terms.get(keyOf(kind, known.slug(id))) ?? id;
  return {
    root,
    asOf,
    standsStill: standing?.hasMovedOn ?? false,
    config,
    isGraded,
    incidentHref: (id) => root + incidentPath(id),
    actionHref: (incidentId, item) => `${root}${incidentPath(incidentId)}#${actionAnchor(item)}`,
    severity: (label) => (label === undefined ? undefined : (known.severities.get(label) ?? { label, rank: 0 })),
    term: (kind, id) => link(termName(kind, id), termPath(kind, known.slug(id))),
    owner: (id) => assignee('owner', id, known.person(id)),
    team: (id) => assignee('team', id, termName('teams', id)),
    service: (id) => assignee('service', id, termName('services', id)),
    person: known.person,
    again: (slug) => ({ text: 'promised more than once', href: root + recurringPath(slug) }),
    past: () => undefined,
  };
}

/** Keyed by a part of the archive that no copy of the model would rebuild. */
const pages = new WeakMap<Archive['indexes'], ReadonlySet<string>>();

function pagesOf(archive: Archive): ReadonlySet<string> {
  const known = pages.get(archive.indexes) ?? listPages(archive);
  pages.set(archive.indexes, known);
  return known;
}

interface Words {
  readonly severities: ReadonlyMap<string, SeverityLevel>;
  /** Names of terms, by kind and slug. */
  readonly terms: ReadonlyMap<string, string>;
  slug(id: string): string;
  person(id: string): string;
}

const words = new WeakMap<SiteConfig, Words>();

function wordsOf(config: SiteConfig): Words {
  const known = words.get(config) ?? makeWords(config);
  words.set(config, known);
  return known;
}

function makeWords(config: SiteConfig): Words {
  const slugs = new Map<string, string>();
  return {
    severities: new Map(config.severities.map((level) => [level.label, level])),
    terms: vocabularyNames(config),
    // The same few names on thousands of pages.
    slug: (id) => {
      const slug = slugs.get(id) ?? slugify(id);
      slugs.set(id, slug);
      return slug;
    },
    person: (id) => personOf(config, id)?.name ?? id,
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
