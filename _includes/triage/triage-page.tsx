// The triage page as it is before anything is pasted: the box, what is left out of a comparison, and the places that the script fills.
import { searchPath } from '../../src/core/text/urls.ts';
import { IncidentParts } from '../list/incident-parts.tsx';
import { NeedsScript } from '../ui/needs-script.tsx';
import type { View } from '../ui/view.ts';

export interface TriagePageProps {
  readonly view: View;
  /** The worker's script, by its path from the root. */
  readonly worker: string;
  /** Labels that incidents bear, inside and outside the configured scale. */
  readonly severities: readonly string[];
  readonly total: number;
}

/** Links that the script gives their address. */
const HERE = './';

export function TriagePage({ view, worker, severities, total }: TriagePageProps) {
  return (
    <>
      <div class="page-head split">
        <div class="split__column">
          <h1>Triage</h1>
          <p class="page-head__lede">
            Paste an alert, a piece of a log, a stack trace or a message. It is compared with past incidents here, in this page: nothing of
            it leaves the browser.
          </p>
          {total === 0 && <p class="soft">The archive holds no incident yet, so nothing can be like it.</p>}
          <WithoutScript view={view} />
        </div>
      </div>
      <div class="needs-script" data-triage={view.root} data-worker={view.root + worker}>
        <Parts view={view} severities={severities} />
        <Paste />
        <Results root={view.root} />
        <Read />
      </div>
    </>
  );
}

/** No form, and no name: there is nothing a browser could send, even where the script has stopped. */
function Paste() {
  return (
    <div class="triage split">
      <div class="section__head">
        <h2>
          <label for="_paste">What you see</label>
        </h2>
        <p>Up to 200&nbsp;kB, compared as you paste.</p>
      </div>
      <div class="stack">
        <textarea
          class="triage__input"
          id="_paste"
          rows={8}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="none"
          dir="auto"
          aria-describedby="_left-out"
          data-triage-input=""
        />
        <p class="cluster">
          <button class="button" type="button" data-triage-clear="">
            Clear
          </button>
          <span class="triage__hint" id="_left-out">
            Numbers, ids, addresses, hosts, paths, times and hashes count for nothing: they differ every time.
          </span>
        </p>
        <div data-triage-message="" />
      </div>
    </div>
  );
}

function Results({ root }: { readonly root: string }) {
  return (
    <section class="section split" aria-labelledby="_matches">
      <div class="section__head">
        <h2 id="_matches">Seen before</h2>
        <p role="status" data-triage-status="" />
      </div>
      <div class="section__body" data-triage-results="" hidden>
        <ol class="match-list" aria-label="Incidents, the closest first" />
        <div class="empty" data-triage-nothing="" hidden>
          <p class="empty__title">Nothing like it in the archive.</p>
          <p class="soft">
            No signature of a past incident stands in it, and no incident shares enough of its words to be worth your time. Something may
            still be there under other words.
          </p>
        </div>
        <p class="list-foot">
          Not here? <a href={root + searchPath()}>Search for the words</a>, or start a postmortem with <code>hindsight new</code>.
        </p>
      </div>
    </section>
  );
}

function Read() {
  return (
    <section class="section split" aria-labelledby="_read" data-triage-read="" hidden>
      <div class="section__head">
        <h2 id="_read">As it was read</h2>
        <p data-triage-lines="" />
      </div>
      <div class="section__body">
        <section class="triage__read" tabindex={0} aria-label="Lines that matched, marked">
          <pre>
            <code />
          </pre>
        </section>
        <p class="chart__key">
          <span class="chart__key-item">
            <mark class="token token--exact">signature</mark>
          </span>
          <span class="chart__key-item">
            <mark class="token">word</mark>
          </span>
          <span class="chart__key-item token token--skipped">left out</span>
        </p>
      </div>
    </section>
  );
}

interface PartsProps {
  readonly view: View;
  readonly severities: readonly string[];
}

function Parts({ view, severities }: PartsProps) {
  return (
    <template id="triage-parts">
      <ol data-part="match">
        <Match />
      </ol>
      <IncidentParts view={view} severities={severities} failure="Not compared" />
    </template>
  );
}

function Match() {
  return (
    <li class="match-list__item">
      <p class="match-list__strength">
        <b /> <span />
      </p>
      <div class="match-list__body">
        <h3 class="match-list__title">
          <a class="row-link" href={HERE}>
            Title
          </a>
        </h3>
        <p class="match-list__meta">
          <span class="severity" /> <time /> <span data-lasted="" /> <span class="mono" data-services="" />
        </p>
        <div class="fix">
          <h4 class="fix__head">What fixed it</h4>
          <p>
            <span dir="auto" /> <a href={HERE}>Resolution</a>
          </p>
        </div>
        <p class="match-list__since" data-runbooks="">
          <b>Runbooks.</b> <span />
        </p>
        <p class="match-list__since" data-open="">
          <b>Still open.</b> <span />
        </p>
        <ul class="match-list__tokens" aria-label="What both have" />
      </div>
    </li>
  );
}

function WithoutScript({ view }: { readonly view: View }) {
  return (
    <div class="without-script prose">
      <p>
        <NeedsScript what="Comparing" beside="the files beside it" urls={view.config.urls} /> On the machine that holds the archive,{' '}
        <code>hindsight triage &lt; log.txt</code> finds what this page would.
      </p>
    </div>
  );
}
