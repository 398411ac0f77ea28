// What the index of the search costs: `node bench/search.mjs FOLDER [--lunr]`. Seconds and memory to build it, bytes in all and for a query, time
// to score one. With --lunr also what lunr.Builder takes over the same texts (minutes, and gigabytes, at 10,000 incidents).
// With `node --max-semi-space-size=64` it has the room for young objects that a build gives to the thread that makes the index.
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import lunr from 'lunr';
import { register } from 'tsx/esm/api';

const [folder, option] = process.argv.slice(2);
if (folder === undefined || (option !== undefined && option !== '--lunr')) {
  console.error('usage: node bench/search.mjs FOLDER [--lunr]');
  process.exit(2);
}

register();
const { loadArchive } = await import('../src/site/load.ts');
const { buildSearch, inSearchOrder, newSearchMemory } = await import('../src/core/search/build.ts');
const { BOOSTS, FIELDS, fieldTexts } = await import('../src/core/search/fields.ts');
const { decodeDirectory } = await import('../src/core/search/files/directory.ts');
const { decodeManifest } = await import('../src/core/search/files/manifest.ts');
const { SEARCH_INDEX, searchFilePath } = await import('../src/core/search/files/paths.ts');
const { IDS_PER_HASH, idFileName } = await import('../src/core/search/files/ids.ts');
const { decodeShard } = await import('../src/core/search/files/terms.ts');
const { scoreTerms } = await import('../src/core/search/score.ts');
const { words } = await import('../src/core/search/words.ts');
const { nameOf, packed } = await import('../src/site/search-files.ts');
const { lunrOrder } = await import('../test/core/search/lunr-order.ts');
const { lunrTokens, pipeline } = await import('../test/core/search/lunr-tokens.ts');

const MIB = 2 ** 20;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const quantile = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(share * list.length))];
const say = (what, how) => console.log(`${what.padEnd(44)} ${how}`);
const sumOf = (list) => list.reduce((sum, one) => sum + one, 0);
const sayBoth = (what, list, unit) => say(what, `median ${unit(quantile(list, 0.5))}, 95th percentile ${unit(quantile(list, 0.95))}`);

function timed(work) {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(cpu);
  return { result, said: `${((performance.now() - wall) / 1000).toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s of processor` };
}

const { archive } = await loadArchive({ input: resolve(folder), asOf: '2026-11-22', allowErrors: true });
const peakBefore = process.resourceUsage().maxRSS / 1024;
say('incidents', archive.incidents.length);

/** As the site does it: files that are there already are left alone. */
function build(memory, of = archive, known = new Map()) {
  const files = new Map();
  for (const file of buildSearch(of, { nameOf, memory })) {
    if (file === undefined) continue;
    const { path } = file;
    const pack = () => ({ bytes: file.bytes, sent: packed(file).content });
    files.set(path, path !== SEARCH_INDEX && known.has(path) ? known.get(path) : pack());
  }
  return files;
}

// What loading has left over is not the index's to clear away.
setFlagsFromString('--expose-gc');
runInNewContext('gc')();
const memory = newSearchMemory();
const { result: files, said } = timed(() => build(memory));
say('building and packing it', said);
say('peak memory, before and after', `${peakBefore.toFixed(0)} MiB, ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);
const [first, ...others] = archive.incidents;
const edited = { ...archive, incidents: [{ ...first, title: `${first.title} once more` }, ...others] };
const again = timed(() => build(memory, edited, files));
const fresh = [...again.result.keys()].filter((path) => !files.has(path));
say('again, after an edit of one title', `${again.said}; ${fresh.length} of ${files.size} files are new`);

const kinds = new Map();
for (const [path, { sent }] of files) {
  const kind = path.split('/')[1];
  const { count = 0, bytes = 0 } = kinds.get(kind) ?? {};
  kinds.set(kind, { count: count + 1, bytes: bytes + sent.length });
}
for (const [kind, { count, bytes }] of kinds) say(`bytes sent: ${kind}`, `${kilobytes(bytes)} in ${count} files`);
say('bytes sent: all', `${([...files.values()].reduce((sum, { sent }) => sum + sent.length, 0) / MIB).toFixed(2)} MiB`);

const manifest = decodeManifest(files.get(SEARCH_INDEX).bytes);
const shards = manifest.directories.hashes.flatMap((name) => {
  const directory = files.get(searchFilePath('directories', name));
  return decodeDirectory('', directory.bytes).terms.map((hash) => {
    const { bytes, sent } = files.get(searchFilePath('terms', hash));
    return {
      shard: decodeShard('', bytes, manifest.documents),
      bytes,
      size: sent.length,
      directory: name,
      directorySize: directory.sent.length,
    };
  });
});
const places = new Map(shards.flatMap(({ shard }, number) => shard.terms.map((term, index) => [term, [number, index]])));
const idFile = (document) => searchFilePath('ids', idFileName(manifest.ids[Math.floor(document / IDS_PER_HASH)], document));

// Words of titles, as queries are made of; always the same ones.
let state = 1;
const random = () => {
  state = (state * 48271) % 0x7fffffff;
  return state / 0x7fffffff;
};
const titleTerms = archive.incidents.flatMap(({ title }) =>
  words(title).flatMap(({ text }) => pipeline.runString(text).filter((term) => places.has(term))),
);
for (const count of [1, 3]) {
  const [bytes, times] = [[], []];
  for (let n = 0; n < 200; n++) {
    const terms = Array.from({ length: count }, () => titleTerms[Math.floor(random() * titleTerms.length)]);
    const start = performance.now();
    const asked = [...new Set(terms)].map((term) => {
      const [number, index] = places.get(term);
      return { postings: decodeShard('', shards[number].bytes, manifest.documents).postings(index), boost: 1 };
    });
    const hits = lunrOrder(scoreTerms(asked, manifest.documents));
    times.push(performance.now() - start);
    const numbers = new Set(terms.map((term) => places.get(term)[0]));
    const directories = new Map([...numbers].map((number) => [shards[number].directory, shards[number].directorySize]));
    const idFiles = new Set(hits.slice(0, 10).map(({ document }) => idFile(document)));
    bytes.push(
      sumOf([...numbers].map((number) => shards[number].size)) +
        sumOf([...directories.values()]) +
        sumOf([...idFiles].map((path) => files.get(path).sent.length)),
    );
  }
  sayBoth(`${count} words: directories, shards, ids of ten hits`, bytes, kilobytes);
  sayBoth(`${count} words: reading shards and scoring`, times, (time) => `${time.toFixed(1)} ms`);
}

if (option === '--lunr') {
  const { said: saidLunr } = timed(() => {
    const builder = new lunr.Builder();
    builder.b(0);
    Object.assign(builder, { tokenizer: (texts) => texts.flatMap(lunrTokens), pipeline });
    for (const field of FIELDS) builder.field(field, { boost: BOOSTS[field] });
    for (const [n, one] of inSearchOrder(archive.incidents).entries()) builder.add({ id: `n${n}`, ...fieldTexts(one, archive.config) });
    return builder.build();
  });
  say('lunr.Builder over the same texts', saidLunr);
}
