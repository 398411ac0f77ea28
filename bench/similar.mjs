// What similar incidents cost: `node bench/similar.mjs FOLDER`. Processor seconds and memory to read, weigh and index all of them, and to ask for
// each; how many get an answer; the same after an edit of one.
import { resolve } from 'node:path';
import { register } from 'tsx/esm/api';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node bench/similar.mjs FOLDER');
  process.exit(2);
}

register();
const { loadArchive } = await import('../src/site/load.ts');
const { compareAll } = await import('../src/core/resemblance/compare.ts');
const { similarIn } = await import('../src/core/resemblance/similar.ts');

const MIB = 2 ** 20;
const say = (what, how) => console.log(`${what.padEnd(44)} ${how}`);

function timed(what, work) {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(cpu);
  say(what, `${((performance.now() - wall) / 1000).toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s of processor`);
  return result;
}

const { archive } = await loadArchive({ input: resolve(folder), asOf: '2026-11-22', allowErrors: true });
const heapBefore = process.memoryUsage().heapUsed;
const peakBefore = process.resourceUsage().maxRSS / 1024;
say('incidents', archive.incidents.length);
const memory = {};
const all = (of) => {
  const similar = similarIn(of, memory);
  return of.incidents.map((incident) => similar(incident));
};
timed('reading, weighing, indexing', () => compareAll(archive, memory));
const lists = timed('again without reading, and a list for each', () => all(archive));
const [first, ...others] = archive.incidents;
const edited = { ...archive, incidents: [{ ...first, title: `${first.title} once more` }, ...others] };
const after = timed('the same after an edit of one title', () => all(edited));
const changed = lists.filter((list, at) => JSON.stringify(list.map(sayOne)) !== JSON.stringify(after[at].map(sayOne))).length;
function sayOne({ incident, relation, reasons }) {
  return [incident.id, relation, reasons];
}
say('lists that this edit changed', changed);
say('incidents with something like them', lists.filter((list) => list.length > 0).length);
say('heap it holds', `${((process.memoryUsage().heapUsed - heapBefore) / MIB).toFixed(0)} MiB`);
say('peak memory, before and after', `${peakBefore.toFixed(0)} MiB, ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);
