// The tracker and the pages of owners and teams.
import { describe, expect, it } from 'vitest';
import { AssigneeIndex } from '../../_includes/actions/assignee-index.tsx';
import { AssigneePage } from '../../_includes/actions/assignee-page.tsx';
import { summarize } from '../../_includes/actions/summary.ts';
import { TrackerPage } from '../../_includes/actions/tracker-page.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import type { Archive } from '../../src/core/model/archive.ts';
import { actionPages, assigneePages, assigneesOf, trackerOf } from '../../src/site/page-lists.ts';
import { AS_OF, action, archive, incident, largeArchive, smallArchive } from '../core/rows/archives.ts';
import { render } from './render.ts';

const small = smallArchive();

function tracker(kb: Archive, number = 1): string {
  const list = actionPages(kb)[number - 1];
  if (!list) throw new Error(`there is no page ${number}`);
  const { groups, views, table } = trackerOf(kb);
  return render(
    <TrackerPage
      actions={list.items}
      all={kb.actions}
      ledger={kb.ledger}
      summary={summarize(kb.actions, kb.asOf)}
      page={list.page}
      pages={list.pages}
      groups={groups}
      views={views}
      severities={table.rows.incidents.severity.ids}
      zone={0}
      view={viewOf(kb, number > 1 ? '../../../' : '../')}
    />,
  );
}

function assignee(kb: Archive, slug: string): string {
  const found = assigneePages(kb).find((page) => page.assignee.slug === slug);
  if (!found) throw new Error(`nobody is called ${slug}`);
  const { list } = found;
  return render(
    <AssigneePage
      assignee={found.assignee}
      ledger={kb.ledger}
      actions={list.items}
      page={1}
      pages={list.pages}
      shown={list.total}
      href={String}
      view={viewOf(kb, '../../../')}
    />,
  );
}

const rows = (html: string) => withoutParts(html).split('"action-table__row"').length - 1;
/** What a reader sees: the script's forms of rows lie in a template. */
const withoutParts = (html: string) => html.replace(/<template.*<\/template>/s, '');

it('the figures count as of one day, and what was done in its quarter', () => {
  expect(summarize(small.actions, AS_OF)).toEqual({ open: 3, overdue: 1, doneThisQuarter: 1, openWithoutOwner: 1, finished: 2 });
});

describe('the tracker', () => {
  const html = tracker(small);
  const shown = withoutParts(html);

  it('lists every action item, open ones first, the most overdue on top', () => {
    expect(rows(html)).toBe(5);
    expect([...shown.matchAll(/due__words">([^<]*)</g)].map(([, words]) => words).slice(0, 2)).toEqual(['53 days overdue', 'in 12 days']);
    expect(shown.indexOf('Finished')).toBeGreaterThan(shown.indexOf('in 12 days'));
  });

  it('leads to the promise on its incident’s page', () => {
    expect(html).toContain('href="../incidents/2024-06-18-pool/#ai-2"');
  });

  it('says what is by policy, why something waits, and that nobody owns it', () => {
    expect(html).toContain('by policy');
    expect(html).toContain('Blocked: waits for the driver');
    expect(html).toContain('No owner');
    expect(html).toMatch(/Counted to <span data-today><time datetime="2024-11-22">[^<]*<\/time>, the day this page was built/);
  });

  it('leads to owners and teams with their counts, and to files to take along', () => {
    expect(html).toContain('href="../actions/owners/emil/"');
    expect(html).toContain('href="../actions/teams/payments/"');
    expect(html).toContain('href="../actions/actions.csv"');
    expect(html).toContain('href="../api/actions.json"');
  });

  it('holds a hundred to a page, with the groups that fall on it', () => {
    const kb = largeArchive(400);
    expect(actionPages(kb)).toHaveLength(6);
    expect(rows(tracker(kb, 1))).toBe(100);
    expect(tracker(kb, 6)).toContain('Finished');
    expect(tracker(kb, 6)).toContain('href="../../../actions/page/5/"');
  });

  it('says so where nothing is promised', () => {
    expect(tracker(archive([]))).toContain('Nobody has promised anything yet');
  });
});

describe('the page of an owner or a team', () => {
  it('has all they promised', () => {
    const html = assignee(small, 'emil');
    expect(rows(html)).toBe(2);
    expect(html).toContain('Emil S\u00f8rensen');
  });

  it('names the team of a person, and leads to the incidents of a team', () => {
    expect(assignee(small, 'ana')).toContain('Team <a href="../../../actions/teams/payments/">Payments</a>');
    expect(assignee(small, 'payments')).toContain('<a href="../../../teams/payments/">Payments</a>');
  });

  it('is there for a service: what was promised after its incidents, once', () => {
    const html = assignee(small, 'reports');
    expect(rows(html)).toBe(3);
    expect(html).toContain('Incidents of the service: <a href="../../../services/reports/">reports</a>');
    const twice = archive([incident({ id: 'a', services: ['US East', 'us-east'], actionItems: [action({ id: 'AI-1' })] })]);
    expect(twice.services.map(({ slug, actions }) => [slug, actions.length])).toEqual([['us-east', 1]]);
  });

  it('shows the first two hundred, and the way to all', () => {
    const kb = largeArchive(10_000);
    const [page] = assigneePages(kb).filter(({ assignee: { slug } }) => slug === 'service-1');
    expect(page?.list.pages).toBe(2);
    expect(page?.assignee.actions.length).toBeGreaterThan(200);
    const html = assignee(kb, 'service-1');
    expect(html.replaceAll(/<[^>]*>/g, '')).toMatch(/The first 200 of [\d,]+\. All in the tracker/);
    expect(html).toContain('href="../../../actions/?service=service-1"');
  });

  it('says how far what they promised has come, and what each figure counts', () => {
    const words = assignee(small, 'payments')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(words).toContain('Done 1 of 2 Items whose status is done.');
    expect(words).toContain('Overdue 0 of 1 open');
    expect(words).toContain('Median age 3 days Days since the 1 of 1 open item');
    expect(words).toContain('On time not known');
    expect(words).toContain('1 more had no due date.');
    expect(words).toContain('drawn from 8 dated items and 3 months on; here 2 of 2 are dated');
  });

  it('draws the course of many promises, with its figures in a table', () => {
    const html = assignee(largeArchive(400), 'service-1');
    expect(html).toContain('<path class="burn-up__gap" d="M0 ');
    expect(html.match(/<tr><th scope="row"><time/g)).toHaveLength(24);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('is there for what nobody owns', () => {
    expect(rows(assignee(small, 'no-owner'))).toBe(2);
  });
});

it('the list of owners counts what is open and overdue', () => {
  const html = render(<AssigneeIndex kind="owner" list={assigneesOf(small, 'owner')} view={viewOf(small, '../../')} />);
  expect(html).toMatch(/href="..\/..\/actions\/owners\/emil\/".*?>1<.*?late-word">1<.*?>1</s);
  expect(html).toContain('No owner');
});

it('says once on every list why nothing is known of the history of its items', () => {
  const known: Archive = { ...small, ledger: { isAvailable: true, entries: new Map(), uncommitted: new Set(), began: 'c0ffee' } };
  const unknown: Archive = { ...small, ledger: { isAvailable: false, reason: 'the archive is not in a git repository' } };
  for (const html of [tracker, (kb: Archive) => assignee(kb, 'emil')]) {
    expect(html(unknown).match(/History unavailable: the archive is not in a git repository\./g)).toHaveLength(1);
    expect(html(known)).not.toContain('unavailable');
  }
});
