// Below the recurring promises: what kind of work is promised most, whether or not it is the same each time.
import type { PromiseKind } from '../../src/core/promises/kinds.ts';
import { sayCount } from '../../src/core/text/count.ts';

/** More would be a list of everything. */
const SHOWN = 12;

export function PromiseKinds({ kinds }: { readonly kinds: readonly PromiseKind[] }) {
  if (kinds.length === 0) return null;
  return (
    <section class="incident__part" aria-labelledby="_kinds">
      <h2 id="_kinds">What is promised most</h2>
      <p class="page-head__lede">
        Kinds of work by their names, an alarm being an alert, where two incidents or more promise one. Promises of one kind need not be the
        same: those are above.
      </p>
      <section class="table-scroll" aria-label="Kinds of work, with their incidents and items" tabindex={0}>
        <table class="data-table">
          <thead>
            <tr>
              <th scope="col">Kind</th>
              {['Incidents', 'Items', 'Open'].map((head) => (
                <th key={head} scope="col" class="end">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.slice(0, SHOWN).map(({ name, incidents, items, open }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {[incidents, items, open].map((count, index) => (
                  <td key={['incidents', 'items', 'open'][index]} class="end">
                    {sayCount(count)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
