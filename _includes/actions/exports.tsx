// A list of promises to take along: its files, beside its page.
import { feedPath } from '../../src/core/text/urls.ts';

export interface ExportsProps {
  readonly root: string;
  /** Of the list's page, from the site's root. */
  readonly path: string;
  /** From the site's root. */
  readonly json: string;
}

export function Exports({ root, path, json }: ExportsProps) {
  const files = [
    ['Calendar', `${path}actions.ics`],
    ['Atom feed', feedPath(path, 'xml')],
    ['CSV', `${path}actions.csv`],
    ['JSON', json],
  ] as const;
  return (
    <div class="exports">
      <h2 class="rail__label">Take along</h2>
      <ul class="exports__list">
        {files.map(([name, file]) => (
          <li key={name}>
            <a href={root + file}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
