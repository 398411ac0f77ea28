// The script of the insights: reads from the URL which incidents are asked for, and has the page drawn again for them. As long as everything is asked
// for, the page stays as it was written and nothing is fetched.

import { type InsightsRows, SCOPE_KINDS } from '../../core/insights/rows.ts';
import { type InsightsFilter, type Scope, WHOLE } from '../../core/insights/select.ts';
import { isEverything, readInsightsState, writeInsightsState } from '../../core/insights/state.ts';
import { type FilterForm, openFilterForm } from './filter-form.ts';
import { FiguresNotLoaded, figuresLoader } from './load-rows.ts';

interface Page {
  readonly body: HTMLElement;
  readonly count: HTMLElement;
  readonly all: HTMLElement;
  readonly failure: HTMLElement;
  /** As the page was written. */
  readonly written: { readonly body: readonly Node[]; readonly count: readonly Node[] };
}

/** The insights while their page is open. */
interface Insights {
  readonly page: Page;
  readonly filters: FilterForm;
  /** The way to the site's root. */
  readonly root: string;
  readonly load: () => Promise<InsightsRows>;
  state: InsightsFilter;
}

function start(body: HTMLElement, form: HTMLElement): void {
  const root = body.dataset.insights ?? '';
  const insights: Insights = {
    page: openPage(body, form),
    filters: openFilterForm(form),
    root,
    load: figuresLoader(`${root}insights/rows.json`),
    state: readInsightsState(location.search),
  };
  const { page, filters } = insights;
  filters.onChange((filter) => go(insights, filter));
  page.all.addEventListener('click', (event) => {
    event.preventDefault();
    go(insights, WHOLE);
    form.querySelector('select')?.focus();
  });
  addEventListener('popstate', () => {
    const asked = readInsightsState(location.search);
    if (writeInsightsState(asked) === writeInsightsState(insights.state)) return;
    insights.state = asked;
    void show(insights);
  });
  const early = filters.readEarly();
  if (isEverything(early)) void show(insights);
  else go(insights, early);
}

function go(insights: Insights, filter: InsightsFilter): void {
  insights.state = filter;
  history.pushState(null, '', (writeInsightsState(filter) || location.pathname) + location.hash);
  void show(insights);
}

async function show(insights: Insights): Promise<void> {
  const { page, filters, root, load, state: asked } = insights;
  const { body } = page;
  filters.show(asked);
  page.all.hidden = isEverything(asked);
  page.failure.hidden = true;
  if (isEverything(asked)) {
    // Figures may be on their way for what was asked before: nobody waits for them any more.
    body.removeAttribute('aria-busy');
    return replace(page, page.written);
  }
  body.setAttribute('aria-busy', 'true');
  try {
    const [rows, { draw }] = await Promise.all([load(), import('./draw.tsx')]);
    // Something else was asked for meanwhile; its own call shows it.
    if (insights.state !== asked) return;
    const drawn = draw(rows, { ...asked, ...scopeOf(body) }, root);
    replace(page, { body: [drawn.body], count: [drawn.count] });
  } catch (error) {
    if (!(error instanceof FiguresNotLoaded)) throw error;
    if (insights.state === asked) fail(page, error.message);
  } finally {
    if (insights.state === asked) body.removeAttribute('aria-busy');
  }
}

function openPage(body: HTMLElement, form: HTMLElement): Page {
  const part = (name: string): HTMLElement => form.querySelector<HTMLElement>(`[data-insights-${name}]`) ?? document.createElement('span');
  const count = part('count');
  return {
    body,
    count,
    all: part('all'),
    failure: part('failure'),
    written: { body: [...body.childNodes], count: [...count.childNodes] },
  };
}

/** Folds that are open stay open. */
function replace({ body, count }: Page, next: { readonly body: readonly Node[]; readonly count: readonly Node[] }): void {
  const open = new Set([...body.querySelectorAll<HTMLElement>('details[open]')].map(({ dataset }) => dataset.fold));
  body.replaceChildren(...next.body);
  count.replaceChildren(...next.count);
  for (const fold of body.querySelectorAll('details')) fold.open = open.has(fold.dataset.fold);
}

/** The figures that stand there are not those that were asked for, and the page says so. */
function fail({ failure }: Page, message: string): void {
  failure.textContent = `${message} What stands below is the whole period.`;
  failure.hidden = false;
}

function scopeOf({ dataset }: HTMLElement): { readonly scope?: Scope } {
  const kind = SCOPE_KINDS.find((name) => name === dataset.scopeKind);
  return kind === undefined ? {} : { scope: { kind, slug: dataset.scopeSlug ?? '' } };
}

const body = document.querySelector<HTMLElement>('[data-insights]');
const form = document.querySelector<HTMLElement>('[data-insights-form]');
if (body && form) start(body, form);
