// What triage costs and how often it is right: `node bench/triage.mjs FOLDER`. Over a folder whose incidents have signatures, forty logs are made of
// one incident each, with other identifiers and other lines between them.
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { register } from 'tsx/esm/api';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node bench/triage.mjs FOLDER');
  process.exit(2);
}

register();
const { loadArchive } = await import('../src/site/load.ts');
const { buildTriage, TRIAGE_INDEX } = await import('../src/core/triage/files.ts');
const { openTriage } = await import('../src/core/triage/open.ts');
const { triage } = await import('../src/core/triage/match.ts');
const { disguise, seeded } = await import('../test/core/triage/disguise.ts');

const EXCERPTS = 40;
const PASTE = 200_000;
const say = (what, how) => console.log(`${what.padEnd(44)} ${how}`);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
async function timed(what, work) {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  say(what, `${(performance.now() - wall).toFixed(0)} ms, ${((user + system) / 1000).toFixed(0)} ms of processor`);
  return result;
}

const { archive } = await loadArchive({ input: resolve(folder), asOf: '2026-11-22', allowErrors: true });
say('incidents', archive.incidents.length);
const nameOf = (bytes) => createHash('sha256').update(bytes).digest('base64url').slice(0, 8);
const files = await timed('to build its files', () => {
  const made = new Map();
  for (const file of buildTriage(archive, { nameOf, memory: new WeakMap() })) if (file) made.set(file.path, file.bytes);
  return made;
});
const sent = [...files].map(([path, bytes]) => (path === TRIAGE_INDEX ? bytes.length : gzipSync(bytes, { level: 6 }).length));
say(
  'fetched by the page',
  `${files.size} files, ${kilobytes(sent.reduce((sum, one) => sum + one, 0))}, the largest ${kilobytes(Math.max(...sent))}`,
);
const index = await timed('to open them', () => openTriage(async (path) => files.get(path)));

const random = seeded(7);
const plainOf = ({ sections }, role) => sections.find((section) => section.role === role)?.plain ?? '';
/** An alert, a line of a log, a line of JSON and a message: what its signature, its service and its cause would look like in each. */
function excerptOf(incident, form) {
  const [signature] = incident.signatures;
  const [service = 'app'] = incident.services;
  const cause = plainOf(incident, 'root_cause').split('\n').at(-1)?.slice(-80) ?? '';
  if (form === 0) return `${service}-5f9c ERROR ${signature} after 3001 ms host=10.4.4.4`;
  if (form === 1) return `ALERT ${service} error rate 12 %\n  ${signature}`;
  if (form === 2) return JSON.stringify({ level: 'error', service, msg: `${signature} failed`, peer: '10.9.9.9:443' });
  return `${cause}\n${plainOf(incident, 'summary').slice(0, 160)}`;
}
const withSignatures = archive.incidents.filter(({ signatures }) => signatures.length > 0);
let right = 0;
for (let n = 0; n < EXCERPTS; n++) {
  const incident = withSignatures[random(withSignatures.length)];
  const text = disguise(excerptOf(incident, n % 4), seeded(n + 1), (n % 3) * 8);
  if (triage(index, text, 1).matches[0]?.id === incident.id) right++;
}
say('the right incident first', `${right} of ${EXCERPTS}`);

let log = '';
while (log.length < PASTE) {
  const incident = withSignatures[random(withSignatures.length)];
  const said = random(20) === 0 ? incident.signatures[0] : incident.sections[random(incident.sections.length)]?.plain.slice(0, 100);
  log += `${disguise(`INFO ${said}`, random, 2)}\n`;
}
for (const time of ['first', 'second', 'third', 'fourth', 'fifth'])
  await timed(`to answer 200 kB, the ${time} time`, () => triage(index, log, 8));
