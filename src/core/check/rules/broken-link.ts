// Links within the archive that lead nowhere: to incidents, files, headings, images.
import { ownFolder } from '../../markdown/link-target.ts';
import type { Linking, Reference } from '../../model/incident.ts';
import type { Directory } from '../directory.ts';
import type { Advice, ArchiveContext, ArchiveRule } from '../rule.ts';
import { type Guesser, makeGuesser, sayShort } from '../say.ts';

export const brokenLink: ArchiveRule = {
  code: 'broken-link',
  severity: 'error',
  title: 'A link within the archive leads nowhere.',
  why: 'Whoever follows it, perhaps during an outage, gets nothing. On the page it is marked as missing.',
  bad: 'See [[2026-10-02-chekout-errors]].',
  fixed: 'See [[2026-10-02-checkout-errors]].',
  check(incidents, context) {
    const guess = makeGuesser();
    const surroundings: Surroundings = {
      context,
      guess,
      directory: context.directory,
      anchors: anchorFinder(),
      assets: assetFinder(context, guess),
    };
    for (const source of [...incidents, ...(context.unread ?? [])]) {
      for (const reference of source.references) {
        const found = faultOf(reference, source, surroundings);
        if (found) context.report({ file: source.file, place: reference.place }, found.message, { hint: found.hint });
      }
    }
  },
};

interface Fault {
  readonly message: string;
  readonly hint: Advice['hint'];
}

interface Surroundings {
  readonly context: ArchiveContext;
  readonly directory: Directory;
  readonly guess: Guesser;
  readonly anchors: (of: Linking) => ReadonlySet<string>;
  readonly assets: (path: string) => string | undefined;
}

function faultOf(reference: Reference, source: Linking, surroundings: Surroundings): Fault | undefined {
  switch (reference.kind) {
    case 'incident':
      return incidentFault(reference, surroundings);
    case 'file':
      return fileFault(reference, surroundings);
    case 'anchor':
      return anchorFault(reference.anchor, source, surroundings);
    case 'asset':
      return assetFault(reference.path, source, surroundings);
  }
}

function incidentFault({ id, anchor }: Extract<Reference, { kind: 'incident' }>, surroundings: Surroundings): Fault | undefined {
  const { directory } = surroundings;
  if (directory.entry(id)) return anchorFault(anchor, directory.incident(id), surroundings);
  const guess = directory.guess(id);
  const hint = guess
    ? `Did you mean "[[${guess}]]"?`
    : 'Between the brackets stands the id of an incident: the name of its file without ".md".';
  return { message: `There is no incident "${sayShort(id)}" to link to.`, hint };
}

function fileFault({ path, anchor }: Extract<Reference, { kind: 'file' }>, surroundings: Surroundings): Fault | undefined {
  const { directory } = surroundings;
  const entry = directory.entryOfFile(path);
  if (entry) return anchorFault(anchor, directory.incident(entry.id), surroundings);
  // Moved to another folder, most often: the id is in the name.
  const moved = directory.entry(path.split('/').at(-1)?.replace(/\.md$/i, '') ?? '');
  const hint = moved ? `It is at ${moved.file}; [[${moved.id}]] finds it wherever it is.` : 'Correct the path, or link by id: [[id]].';
  return { message: `There is no file "${sayShort(path)}" in the archive.`, hint };
}

/** An incident that could not be read has no anchors to compare with. */
function anchorFault(anchor: string | undefined, target: Linking | undefined, { anchors, guess }: Surroundings): Fault | undefined {
  if (anchor === undefined || target === undefined || anchors(target).has(anchor)) return undefined;
  const near = guess(anchor, target.anchors);
  const hint = near ? `Did you mean "#${near}"?` : 'An anchor is the words of a heading in lower case, with dashes between them.';
  return { message: `There is no heading "#${sayShort(anchor)}" in ${target.file}.`, hint };
}

function assetFault(path: string, { file }: Linking, { context, directory, assets }: Surroundings): Fault | undefined {
  const folder = ownFolder(file);
  if (!path.startsWith(folder)) {
    const meant = directory.entry(path.split('/').at(-1) ?? '');
    const hint = meant
      ? `Link to the incident as [[${meant.id}]].`
      : `Images and attachments stand in ${folder}; other incidents are linked as [[id]].`;
    return { message: `"${sayShort(path)}" is not in the folder of this incident.`, hint };
  }
  if (context.hasAsset(path)) return undefined;
  const guess = assets(path);
  const hint = guess ? `Did you mean "${guess}"?` : 'Put the file there, or take the link out.';
  return { message: `There is no file "${sayShort(path)}".`, hint };
}

function anchorFinder(): (of: Linking) => ReadonlySet<string> {
  const known = new Map<Linking, ReadonlySet<string>>();
  return (source) => {
    const anchors = known.get(source) ?? new Set(source.anchors);
    known.set(source, anchors);
    return anchors;
  };
}

/** Looks among the files of the same folder only: there are few of them. */
function assetFinder({ assets = [] }: ArchiveContext, guess: Guesser): (path: string) => string | undefined {
  const byFolder = new Map<string, string[]>();
  for (const path of assets) {
    const folder = folderOf(path);
    const names = byFolder.get(folder);
    if (names) names.push(path);
    else byFolder.set(folder, [path]);
  }
  return (path) => {
    const names = new Map((byFolder.get(folderOf(path)) ?? []).map((each) => [each.slice(folderOf(each).length), each]));
    return names.get(guess(path.slice(folderOf(path).length), names.keys()) ?? '');
  };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
