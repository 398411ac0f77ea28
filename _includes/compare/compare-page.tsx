// The page that holds incidents beside one another, as it is before any is chosen: how to choose, and the places that the script fills.
import type { Incident } from '../../src/core/model/incident.ts';
import { comparePath, incidentsPath } from '../../src/core/text/urls.ts';
import { NeedsScript } from '../ui/needs-script.tsx';
import { Severity } from '../ui/severity.tsx';
import { Time } from '../ui/time.tsx';
import type { View } from '../ui/view.ts';

export interface ComparePageProps {
  readonly view: View;
  /** The newest first. */
  readonly recent: readonly Incident[];
}

export function ComparePage({ view, recent }: ComparePageProps) {
  return (
    <>
      <div class="page-head split">
        <div class="split__column">
          <h1>Compare</h1>
          <p class="page-head__lede">
            Two to five incidents on one axis, each moved so that their detections stand on one line: how long each went unnoticed, how long
            it took from there, and where its timeline falls silent.
          </p>
          {recent.length === 0 && <p class="soft">The archive holds no incident yet, so there is nothing to compare.</p>}
          <WithoutScript view={view} />
        </div>
      </div>
      <div class="needs-script" data-compare={view.root}>
        <section class="section split" aria-labelledby="_axis" data-compare-results="" hidden>
          <div class="section__head">
            <h2 id="_axis" tabindex={-1}>
              On one axis
            </h2>
            <p role="status" data-compare-status="" />
          </div>
          <div class="section__body" data-compare-body="" />
        </section>
        {recent.length > 0 && (
          <section class="section split screen-only" aria-labelledby="_add">
            <div class="section__head">
              <h2 id="_add">Add an incident</h2>
              <p>What is compared stands in the address: it can be sent on.</p>
            </div>
            <div class="section__body compare-add" data-compare-add="">
              <p class="soft" data-compare-full="" hidden>
                Five are as many as fit beside one another. Remove one to add another.
              </p>
              <div class="compare-add__ways" data-compare-ways="">
                <div data-compare-suggested="" />
                <AddForm />
                <Recent view={view} recent={recent} />
              </div>
            </div>
          </section>
        )}
      </div>
    </>
  );
}

/** Sent to this page: the script reads what is added behind the `ids` of the address, and takes an address of an incident for its id. */
function AddForm() {
  return (
    <form class="compare-add__form" action="./">
      <input type="hidden" name="ids" value="" data-compare-chosen="" />
      <label for="_id">An id, or the address of an incident&rsquo;s page</label>
      <span class="cluster">
        <input
          class="compare-add__input mono"
          type="text"
          id="_id"
          name="add"
          required
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
        />
        <button class="button" type="submit">
          Add
        </button>
      </span>
    </form>
  );
}

function Recent({ view, recent }: ComparePageProps) {
  return (
    <div>
      <h3 class="compare-add__head" id="_recent">
        The newest
      </h3>
      <ul class="compare-add__list" aria-labelledby="_recent">
        {recent.map(({ id, title, severity, milestones }) => (
          <li key={id} class="compare-add__item" data-compare-with={id}>
            <a class="row-link" dir="auto" href={view.root + comparePath([id])}>
              {title}
              <span class="visually-hidden"> (add it)</span>
            </a>
            <p class="compare-add__meta">
              {view.isGraded && <Severity level={view.severity(severity)} />}{' '}
              {milestones.started && <Time at={milestones.started} show="day" />}
            </p>
          </li>
        ))}
      </ul>
      <p class="list-foot">
        Another one? Each incident&rsquo;s page has links to compare it with what it resembles:{' '}
        <a href={view.root + incidentsPath()}>all incidents</a>.
      </p>
    </div>
  );
}

function WithoutScript({ view }: { readonly view: View }) {
  return (
    <div class="without-script prose">
      <p>
        <NeedsScript what="Comparing" beside="the files beside it" urls={view.config.urls} /> Without that, open the pages of the incidents
        beside one another: each has its phases in proportion, its timeline with the time since it began, and its longest stretch without an
        entry. <a href={view.root + incidentsPath()}>All incidents</a> can be sorted by how long they lasted, and the file{' '}
        <code>incidents/ID.json</code> of each has all of its times.
      </p>
    </div>
  );
}
