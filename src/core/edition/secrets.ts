// All that an edition withholds, as strings to look for.
import type { FrontMatter } from '../front-matter/read.ts';
import type { EditionName } from '../model/edition.ts';
import type { Incident } from '../model/incident.ts';
import type { SiteConfig } from '../model/site-config.ts';
import { makeFinder } from '../withheld/find.ts';
import type { Withheld } from '../withheld/pattern.ts';
import { peopleIn, type Roles, rolesOf } from './roles.ts';
import { isShownIn } from './shown.ts';

/** A file of the archive as far as it was understood. */
export interface ReadFile {
  readonly source: { readonly path: string; readonly text: string };
  readonly frontMatter: FrontMatter;
  readonly incident?: Incident | undefined;
}

/** A withheld string, and where it comes from: a message names that place, never the string. */
type Secret = Withheld & { readonly from: string };

export interface Secrets {
  readonly list: readonly Secret[];
  readonly roles?: Roles;
  /** Titles that are ordinary words of other incidents: they are neither replaced nor looked for. */
  readonly ordinary: readonly string[];
}

export function secretsOf(
  files: readonly ReadFile[],
  { edition, config }: { readonly edition: EditionName; readonly config: SiteConfig },
): Secrets {
  const isShown = ({ frontMatter }: ReadFile): boolean => isShownIn(edition, frontMatter, config);
  const shown = files.filter(isShown);
  const names = files.filter((file) => !isShown(file)).flatMap(namesOf);
  const ordinary = ordinaryTitles(names, shown);
  const free = takenBy(shown);
  const list: Secret[] = names.filter((name) => !ordinary.has(name.text) && !free.has(keyOf(name)));
  if (edition === 'public') list.push(...redactedStrings(files, config));
  const people = files.flatMap(({ frontMatter: { data }, incident }) => [
    ...(data ? peopleIn(data) : []),
    ...(incident?.actionItems.flatMap(({ owner }) => owner ?? []) ?? []),
  ]);
  const roles = config.editions[edition].people === 'roles' ? rolesOf(config, people) : undefined;
  if (roles) list.push(...roles.withheld.map((item) => ({ ...item, from: 'the name of a person' })));
  return { list, ...(roles && { roles }), ordinary: [...ordinary] };
}

function namesOf({ source, frontMatter, incident }: ReadFile): Secret[] {
  const { path } = source;
  const file = (path.split('/').at(-1) ?? path).replace(/\.md$/i, '');
  const title = incident?.title ?? frontMatter.title;
  const ids = [...new Set([frontMatter.id, ...frontMatter.aliases, file])];
  return [
    ...ids.map((text): Secret => ({ kind: 'id', text: isPlainNumber(text) ? `incidents/${text}` : text, from: `the id of ${path}` })),
    ...(title === undefined || ids.includes(title) ? [] : [{ kind: 'title', text: title, from: `the title of ${path}` } as const]),
  ];
}

/** `42` or `db` as an id: in a text nobody can tell that it is one. */
function isPlainNumber(id: string): boolean {
  return id.length < 4 || /^\d+$/.test(id);
}

function redactedStrings(files: readonly ReadFile[], { redact }: SiteConfig): Secret[] {
  const seen = new Set<string>();
  const given = [
    ...redact.map((text, at) => ({ text, from: `entry ${at + 1} of "redact" in the configuration` })),
    ...files.flatMap(({ source, frontMatter }) =>
      (frontMatter.data?.redact ?? []).map((text, at) => ({ text, from: `entry ${at + 1} of "redact" in ${source.path}` })),
    ),
  ];
  return given.flatMap(({ text, from }) => {
    const key = text.normalize('NFKC').toLowerCase();
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ kind: 'string' as const, text, from }];
  });
}

/** Ids and titles that an incident of this edition has as well are no secret. */
function takenBy(shown: readonly ReadFile[]): Set<string> {
  return new Set(
    shown.flatMap(({ frontMatter, incident }) => [
      ...[frontMatter.id, ...frontMatter.aliases].map((text) => keyOf({ kind: 'id', text })),
      ...(incident ? [keyOf({ kind: 'title', text: incident.title })] : []),
    ]),
  );
}

function keyOf({ kind, text }: Pick<Secret, 'kind' | 'text'>): string {
  return `${kind}\n${text.toLowerCase()}`;
}

const WORDS_OF_A_TELLING_TITLE = 3;
const OFTEN = 3;

/** "Outage" or "Database down" as a title: words that several other incidents use. */
function ordinaryTitles(names: readonly Secret[], shown: readonly ReadFile[]): Set<string> {
  const short = names.filter(({ kind, text }) => kind === 'title' && text.split(/\s+/).length < WORDS_OF_A_TELLING_TITLE);
  if (short.length === 0) return new Set();
  const finder = makeFinder(short);
  const counts = new Map<number, number>();
  for (const { source } of shown) {
    const here = new Set(finder.find(source.text).map(({ pattern }) => pattern.number));
    for (const number of here) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return new Set(short.filter((_, number) => (counts.get(number) ?? 0) >= OFTEN).map(({ text }) => text));
}
