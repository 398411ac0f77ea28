// What stands at an address that leads nowhere.
import { actionsPath, incidentsPath } from '../../src/core/text/urls.ts';
import { SearchBox } from '../ui/search-box.tsx';

export function NotFound({ root }: { readonly root: string }) {
  return (
    <div class="hero split">
      <div class="split__column">
        <p class="page-head__over">404</p>
        <h1 class="hero__title">Nothing at this address</h1>
        <p class="page-head__lede">
          Incidents keep their address when they are renamed, so this one was probably mistyped or never published. Search for a word you
          remember from it.
        </p>
        <SearchBox root={root} placeholder="a service, an error, a date">
          <p>
            Or go through <a href={root + incidentsPath()}>all incidents</a>, <a href={root + actionsPath()}>the action items</a> or{' '}
            <a href={root === '' ? './' : root}>the first page</a>.
          </p>
        </SearchBox>
      </div>
    </div>
  );
}
