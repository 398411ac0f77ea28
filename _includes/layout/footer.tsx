// The end of every page: how times and colours are shown, feeds, and, on lists, what the figures rest on.
import type { ComponentChildren } from 'preact';
import { sayStanding } from '../../src/core/archive/say-standing.ts';
import type { Standing } from '../../src/core/model/standing.ts';
import type { Day } from '../../src/core/model/timestamp.ts';
import { countOf } from '../../src/core/text/count.ts';
import { feedPath, searchPath } from '../../src/core/text/urls.ts';
import { DateText } from '../ui/time.tsx';
import { marked } from '../ui/title.tsx';

/** Only for pages that count the whole archive anyway: on an incident's page it would change with every other incident. */
interface Built {
  readonly asOf: Day;
  readonly incidents: number;
  readonly actions: number;
}

export interface FooterProps {
  readonly title: string;
  readonly root: string;
  readonly built?: Built | undefined;
  readonly standing?: Standing | undefined;
}

const ZONES = [
  ['own', "Incident's zone"],
  ['utc', 'UTC'],
  ['mine', 'Mine'],
] as const;

const THEMES = [
  ['auto', 'Auto'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

export function Footer({ title, root, built, standing }: FooterProps) {
  return (
    <footer class="site-footer">
      <div class="site-footer__in page split">
        <p class="site-footer__org">{marked(title)}</p>
        <div class="site-footer__column">
          <div class="site-footer__prefs">
            <Choice legend="Times" name="zone" options={ZONES} class="needs-script" />
            <Choice legend="Theme" name="theme" options={THEMES} />
          </div>
          {built && (
            <p class="site-footer__built">
              Built from {countOf(built.incidents, 'incident')} and {countOf(built.actions, 'action item')}, as of{' '}
              <DateText day={built.asOf} />. <span data-overdue-day="">Days overdue are counted to that day.</span>
            </p>
          )}
          {standing && <p class="site-footer__built">{sayStanding(standing)}.</p>}
          <ul class="site-footer__links">
            <FooterLink href={root + feedPath('', 'xml')}>Atom</FooterLink>
            <FooterLink href={root + feedPath('', 'json')}>JSON feed</FooterLink>
            <FooterLink href={`${root}api/`}>API</FooterLink>
            <FooterLink href={`${root}${searchPath()}#_syntax`}>Search syntax</FooterLink>
            <li class="needs-script">
              <button class="text-button" type="button" data-open="keys">
                Keys <kbd>?</kbd>
              </button>
            </li>
          </ul>
        </div>
      </div>
    </footer>
  );
}

interface ChoiceProps {
  readonly legend: string;
  readonly name: string;
  /** Value and words; the first one is chosen until a script knows better. */
  readonly options: readonly (readonly [string, string])[];
  readonly class?: string;
}

function Choice({ legend, name, options, class: className = '' }: ChoiceProps) {
  return (
    <fieldset class={`choice ${className}`.trim()}>
      <legend class="choice__legend">{legend}</legend>
      {options.map(([value, words], index) => (
        <label class="choice__item" key={value}>
          <input type="radio" name={name} value={value} checked={index === 0} /> {words}
        </label>
      ))}
    </fieldset>
  );
}

function FooterLink({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <li>
      <a href={href}>{children}</a>
    </li>
  );
}
