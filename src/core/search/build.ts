// Builds the index of an archive: the same as lunr.Builder would, of the same terms, several times faster, cut into files.
import type { Archive } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import type { SiteConfig } from '../model/site-config.ts';
import { searchFacts } from './build/facts.ts';
import { type Inverted, invert } from './build/invert.ts';
import { changesBetween, patch } from './build/patch.ts';
import { type DocumentTerms, makeDocumentReader } from './build/read-document.ts';
import { type KnownShards, shardFiles } from './build/shard-files.ts';
import { makeVocabulary, type Vocabulary } from './build/vocabulary.ts';
import { fieldTexts } from './fields.ts';
import { encodeFacts } from './files/facts.ts';
import { FORMAT } from './files/header.ts';
import { encodeIds, IDS_PER_FILE, IDS_PER_HASH, idFileName } from './files/ids.ts';
import { encodeManifest } from './files/manifest.ts';
import { SEARCH_INDEX, type SearchKind, searchFilePath } from './files/paths.ts';

/** What an earlier build read: documents that are the same objects are not read again. */
export interface SearchMemory {
  readonly vocabulary: Vocabulary;
  readonly documents: WeakMap<Incident, DocumentTerms>;
  /** The index it made: when few documents have changed, the next one is made from it. */
  last?: LastIndex;
}

interface LastIndex {
  readonly documents: readonly DocumentTerms[];
  readonly inverted: Inverted;
  readonly hashes: KnownShards['hashes'];
}

export function newSearchMemory(): SearchMemory {
  return { vocabulary: makeVocabulary(), documents: new WeakMap() };
}

export interface SearchFile {
  /** From the site's root. */
  readonly path: string;
  /** Not yet gzipped. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface BuildOptions {
  /** A hash of a file's bytes, of `HASH_LENGTH` characters. */
  readonly nameOf: (bytes: Uint8Array) => string;
  readonly memory?: SearchMemory;
}

/** Every file of the index, the manifest last; between them `undefined`, after each few milliseconds of work. */
export function* buildSearch(archive: Archive, { nameOf, memory = newSearchMemory() }: BuildOptions): Generator<SearchFile | undefined> {
  const documents: DocumentTerms[] = [];
  const read = makeSearchReader(archive.config, memory);
  for (const incident of inSearchOrder(archive.incidents)) if (documents.push(read(incident)) % BREATH === 0) yield;
  yield* indexDocuments(documents, searchHeadOf(archive), { nameOf, memory });
}

/** What the index says of its documents besides their words: plain data, for whatever thread. */
export interface SearchHead {
  /** In the order of the index. */
  readonly ids: readonly string[];
  readonly facts: Uint8Array<ArrayBuffer>;
}

export function searchHeadOf(archive: Archive): SearchHead {
  const incidents = inSearchOrder(archive.incidents);
  return { ids: incidents.map(({ id }) => id), facts: encodeFacts(searchFacts(archive, incidents)) };
}

/** Reads the words of an incident, or remembers them. */
export function makeSearchReader(config: SiteConfig, { vocabulary, documents }: SearchMemory): (incident: Incident) => DocumentTerms {
  const read = makeDocumentReader(vocabulary);
  return (incident) => {
    const terms = documents.get(incident) ?? read(fieldTexts(incident, config));
    documents.set(incident, terms);
    return terms;
  };
}

/** The files of `buildSearch`, of documents that a reader with the same memory has read: in the order of the head's ids. */
export function* indexDocuments(
  documents: readonly DocumentTerms[],
  { ids, facts }: SearchHead,
  { nameOf, memory }: Required<BuildOptions>,
): Generator<SearchFile | undefined> {
  const { inverted, touched } = yield* invertFrom(memory, documents);
  const file = (kind: SearchKind, encode: () => Uint8Array<ArrayBuffer>, known?: string): SearchFile & { readonly hash: string } => {
    if (known !== undefined) return lazyFile(searchFilePath(kind, known), encode, known);
    const bytes = encode();
    const hash = nameOf(bytes);
    return { path: searchFilePath(kind, hash), bytes, hash };
  };
  const known = touched && memory.last && { hashes: memory.last.hashes, touched };
  const { names, directory, hashes } = yield* shardFiles(memory.vocabulary, inverted, { file, ...(known && { known }) });
  memory.last = { documents, inverted, hashes };
  const factsFile = file('facts', () => facts);
  yield factsFile;
  const idHashes = yield* idFiles(ids, nameOf);
  const allIds = file('ids', () => encodeIds(ids));
  if (ids.length > IDS_PER_FILE) yield allIds;
  const isParted = names.directories.hashes.length > 1 || ids.length > IDS_PER_FILE;
  yield {
    path: SEARCH_INDEX,
    bytes: encodeManifest({
      ...{ format: FORMAT, documents: ids.length, ...names, ids: idHashes, facts: factsFile.hash },
      ...(isParted && { whole: { directory, ids: allIds.hash } }),
    }),
  };
}

/** The ids in parts; returns their hashes. */
function* idFiles(ids: readonly string[], nameOf: BuildOptions['nameOf']): Generator<SearchFile, string[]> {
  const hashes: string[] = [];
  for (let from = 0; from < ids.length; from += IDS_PER_HASH) {
    const hash = nameOf(encodeIds(ids.slice(from, from + IDS_PER_HASH)));
    hashes.push(hash);
    for (let part = from; part < Math.min(from + IDS_PER_HASH, ids.length); part += IDS_PER_FILE) {
      yield { path: searchFilePath('ids', idFileName(hash, part)), bytes: encodeIds(ids.slice(part, part + IDS_PER_FILE)) };
    }
  }
  return hashes;
}

/** `touched` is there when only postings of those terms may differ from the last time. */
function* invertFrom({ vocabulary, last }: SearchMemory, documents: readonly DocumentTerms[]): Generator<undefined, Turned> {
  const counts = { termCount: vocabulary.terms.length, spellingCount: vocabulary.spellings.length };
  const changes = last && changesBetween(last.documents, documents);
  return last && changes ? patch(last.inverted, changes, documents, counts) : { inverted: yield* invert(documents, counts) };
}

interface Turned {
  readonly inverted: Inverted;
  readonly touched?: ReadonlySet<number>;
}

function lazyFile(path: string, encode: () => Uint8Array<ArrayBuffer>, hash: string): SearchFile & { readonly hash: string } {
  return {
    ...{ path, hash },
    get bytes() {
      return encode();
    },
  };
}

const BREATH = 8;

/** Oldest first, the undated before them: a new incident comes last, and all others keep their numbers. */
export function inSearchOrder(incidents: readonly Incident[]): Incident[] {
  const startOf = ({ milestones }: Incident): number => milestones.started?.epoch ?? Number.NEGATIVE_INFINITY;
  return [...incidents].sort((a, b) => {
    const [from, to] = [startOf(a), startOf(b)];
    return from === to ? (a.id < b.id ? -1 : 1) : from - to;
  });
}
