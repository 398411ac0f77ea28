// The page of one tag, service, team, cause, severity or year: /tags/SLUG/ and its like.
import { INDEX_WORDS } from '../../_includes/index/index-words.ts';
import { ledeOf } from '../../_includes/index/lede.ts';
import { MOST_ACTIONS, TermPage } from '../../_includes/index/term-page.tsx';
import { Page } from '../../_includes/layout/page.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import { handOverOf } from '../core/dossier/hand-over.ts';
import type { Archive, Assignee, IndexEntry } from '../core/model/archive.ts';
import { feedPath, rootOf, termPath } from '../core/text/urls.ts';
import type { Cascade } from '../site/cascade.ts';
import { type TermPage as OneTerm, termPages } from '../site/page-lists.ts';
import { actionsShown } from '../site/shown.ts';

type TermCascade = Cascade & { readonly term: OneTerm };

export const data = {
  pagination: {
    data: 'kb.incidents',
    size: 1,
    alias: 'term',
    before: (_: unknown, { kb }: Cascade) => termPages(kb),
    addAllPagesToCollections: false,
  },
  // Names stand in it as the disk has them, not as a URL spells them.
  permalink: ({ term: { entry } }: TermCascade) => `/${entry.kind}/${entry.slug}/index.html`,
  shows: ({ kb, term: { entry } }: TermCascade) => [
    ...[entry.name, entry.description, entry.owner],
    ...entry.incidents,
    ...actionsShown(kb, entry.kind === 'teams' ? entry.openActions : entry.openActions.slice(0, MOST_ACTIONS)),
    // A team also has to do what others' incidents promised.
    ...actionsShown(kb, assigneeOf(kb, entry)?.actions ?? []),
  ],
};

/** What a team promised, of which its page tells besides its incidents. */
function assigneeOf({ teams }: Archive, { kind, slug }: IndexEntry): Assignee | undefined {
  return kind === 'teams' ? teams.find((team) => team.slug === slug) : undefined;
}

export function render({ kb, assets, term: { entry } }: TermCascade) {
  const path = termPath(entry.kind, entry.slug);
  const root = rootOf(path);
  const view = viewOf(kb, root);
  const title = `${INDEX_WORDS[entry.kind].singular} ${entry.name}`;
  return (
    <Page
      site={{ config: kb.config, assets, standing: kb.standing }}
      root={root}
      path={path}
      title={title}
      description={ledeOf(entry, view)}
      current={entry.kind}
      alternates={[
        { href: root + feedPath(path, 'xml'), type: 'application/atom+xml', title },
        { href: root + feedPath(path, 'json'), type: 'application/feed+json', title },
      ]}
    >
      <TermPage
        entry={entry}
        view={view}
        handOver={entry.kind === 'teams' ? handOverOf(entry, assigneeOf(kb, entry), kb.asOf) : undefined}
      />
    </Page>
  );
}
