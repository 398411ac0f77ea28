// The files beside a list of promises, as the head of its page names them.
import { feedPath } from '../../src/core/text/urls.ts';

interface Named {
  readonly title: string;
  /** From the site's root. */
  readonly json: string;
}

/** `path` is that of the list's first page. */
export function actionAlternates(root: string, path: string, { title, json }: Named) {
  return [
    { href: root + feedPath(path, 'xml'), type: 'application/atom+xml', title },
    { href: `${root}${path}actions.ics`, type: 'text/calendar', title },
    { href: `${root}${path}actions.csv`, type: 'text/csv', title },
    { href: root + json, type: 'application/json', title },
  ];
}
