// What went wrong with files a worker needs, what to do about it, and a way to try again.
import type { Failure } from '../search/messages.ts';
import { copyPart, find, type Parts } from './parts.ts';

/** A copy of the page's part `failure`, filled. */
export function failureNotice(parts: Parts, { why, path, isUnreachable }: Failure, again: () => void): HTMLElement {
  const notice = copyPart(parts, 'failure');
  const text = find(notice, 'span');
  text.textContent = isUnreachable ? `${why} Look at the connection, then try again.` : `${why} `;
  if (path !== undefined) {
    const file = document.createElement('code');
    file.textContent = path;
    text.append('The file is ', file, '. If trying again does not help, whoever runs this site has to build and publish it anew.');
  }
  find(notice, 'button').addEventListener('click', again);
  return notice;
}
