// Where each document goes: into the file it was imported to before, or a new one under a name that nobody has.
import type { Archived } from './archive.ts';
import type { Prepared } from './prepare.ts';

export interface Place {
  /** Without `.md`: the id of the incident. */
  readonly id: string;
  /** From the folder of the archive. */
  readonly file: string;
  /** What stands there now. */
  readonly before?: Archived;
}

type Named = Prepared & { readonly file: NonNullable<Prepared['file']> };

/** In the order of the documents. Whoever has a file keeps it, whatever the document is called by now. */
export function placeAll(documents: readonly Named[], archived: readonly Archived[]): Place[] {
  const bySource = new Map(
    archived.flatMap((old) => (old.source?.file === undefined ? [] : [[keyOf(old.source.file, old.source.id), old]])),
  );
  const byContent = new Map(archived.flatMap((old) => (old.source?.sha256 === undefined ? [] : [[contentKey(old.source), old]])));
  const taken = new Set(archived.map(({ id }) => id.toLowerCase()));
  const claimed = new Set<Archived>();
  const claim = (old: Archived | undefined): Archived | undefined => {
    if (old === undefined || claimed.has(old)) return undefined;
    claimed.add(old);
    return old;
  };
  // All that are known by their path first, so that a copy under another name does not take the file of its original.
  const known = documents.map((document) => claim(bySource.get(keyOf(...splitPath(document.path)))));
  return documents.map((document, index) => {
    const old = known[index] ?? claim(byContent.get(contentKey(sourceOf(document))));
    if (old !== undefined) return { id: old.id, file: old.file, before: old };
    const id = freeName(document.file.name, taken);
    taken.add(id.toLowerCase());
    return { id, file: `${id}.md` };
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(id.toLowerCase())) return id;
  }
}

function splitPath(path: string): [file: string, id: string | undefined] {
  const at = path.indexOf('#');
  return at === -1 ? [path, undefined] : [path.slice(0, at), path.slice(at + 1)];
}

function keyOf(file: string, id: string | undefined): string {
  return `${file}\n${id ?? ''}`;
}

function sourceOf(document: Prepared): NonNullable<Archived['source']> {
  const [file, id] = splitPath(document.path);
  return { file, id, sha256: document.sha256 };
}

/** A file that was moved is the same one; a copy under another name is not. */
function contentKey({ file = '', id, sha256 = '' }: NonNullable<Archived['source']>): string {
  return `${sha256}\n${id ?? ''}\n${file.split('/').at(-1)}`;
}
