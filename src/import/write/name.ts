// The name of the file, and with it the id of the incident: its day and the words of its title.
import { fileSlug } from '../../core/text/file-slug.ts';
import type { Draft } from '../model.ts';
import type { Entry } from './entry.ts';

const LONGEST_WORDS = 60;

/** Without `.md`. A start that became a comment names nothing. */
export function fileName({ fields, source }: Draft, entries?: readonly Entry[]): string {
  const isGiven = (name: string): boolean => entries === undefined || entries.some((entry) => entry.name === name && entry.isField);
  const { started, title } = fields;
  const day =
    started !== undefined && started.sure !== 'guess' && isGiven('started') ? /^\d{4}-\d{2}-\d{2}/.exec(started.value)?.[0] : undefined;
  const base =
    source.path
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\.[a-z]+(?=#|$)/i, '') ?? '';
  const words = withoutDay(shorten(fileSlug(title?.value ?? base).slug), day);
  return day === undefined ? words : `${day}-${words}`;
}

function shorten(slug: string): string {
  return slug.length <= LONGEST_WORDS ? slug : slug.slice(0, LONGEST_WORDS).replace(/-[^-]*$/, '');
}

/** `2024-03-03 Checkout errors` is not named for its day twice. */
function withoutDay(slug: string, day: string | undefined): string {
  const bare = day !== undefined && slug.startsWith(`${day}-`) ? slug.slice(day.length + 1) : slug;
  return bare === '' ? slug : bare;
}
