// How many readers nginx serves with the shipped configuration: node bench/load.mjs SITE [SECONDS]
// SITE is a built folder (best with --precompress). wrk asks for every file of it in a random order, then for one page only, which is the most that the
// same nginx and the same machine give. Needs the Debian packages nginx, wrk and, for Brotli, libnginx-mod-http-brotli-static.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { register } from 'tsx/esm/api';

register();
const { findProgram } = await import('../test/programs.ts');
const { endPrograms } = await import('../test/publish/real/start-program.ts');
const { nginxKnowsBrotli, startNginx } = await import('../test/publish/real/web-server.ts');

const CONNECTIONS = 64;
const site = resolve(process.argv[2] ?? '_site');
const seconds = Math.min(30, Number(process.argv[3] ?? 30));
const { files } = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8'));
/** What a reader's browser asks for by name. */
const paths = files.map(({ path }) => path).filter((path) => !/\.(?:br|gz)$/.test(path));
const page = paths.filter((path) => /^incidents\/[^/]+\/index\.html$/.test(path))[0];

/** wrk counts by itself; asked for in an order that no cache foresees, the same in every run. */
function script(asked) {
  const addresses = asked.map((path) => `"/${encodeURI(path.replace(/(^|\/)index\.html$/, '$1'))}"`);
  return `local paths = { ${addresses.join(',\n')} }
local at = 1
local count = 0
function setup(thread)
  thread:set("seed", at)
  at = at + 1
end
function init(args)
  math.randomseed(seed)
end
function request()
  return wrk.format("GET", paths[math.random(#paths)], { ["Accept-Encoding"] = "gzip, br" })
end
function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format('RESULT {"requests":%d,"microseconds":%d,"bytes":%d,"p50":%d,"p99":%d,"most":%d,"errors":%d}\\n',
    summary.requests, summary.duration, summary.bytes, latency:percentile(50), latency:percentile(99), latency.max,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
`;
}

function measure(name, asked, { address, work }) {
  const file = join(work, 'asked.lua');
  writeFileSync(file, script(asked));
  const said = execFileSync('wrk', ['-t', '2', '-c', String(CONNECTIONS), '-d', `${seconds}s`, '-s', file, address], { encoding: 'utf8' });
  const found = JSON.parse(/RESULT (.*)/.exec(said)[1]);
  const perSecond = found.requests / (found.microseconds / 1e6);
  const milliseconds = (value) => `${(value / 1000).toFixed(1)} ms`;
  return [
    ...[name, asked.length.toLocaleString('en'), Math.round(perSecond).toLocaleString('en')],
    ...[`${(found.bytes / found.microseconds).toFixed(1)}`, milliseconds(found.p50), milliseconds(found.p99), milliseconds(found.most)],
    found.errors,
  ];
}

const work = mkdtempSync(join(tmpdir(), 'hindsight-load-'));
chmodSync(work, 0o755);
const running = [];
try {
  const address = await startNginx(findProgram('nginx'), { config: 'nginx/hindsight.conf', site, work: join(work, 'nginx'), running });
  const rows = [measure('the whole site', paths, { address, work }), measure('one page of it', [page], { address, work })];
  const packed = files.some(({ path }) => path.endsWith('.br')) && nginxKnowsBrotli ? 'Brotli, as packed' : 'gzip, packed on the way';
  console.log(`nginx, 1 worker; ${CONNECTIONS} connections for ${seconds} s each; ${packed}\n`);
  console.log('| asked for | files | requests a second | MB a second | p50 | p99 | slowest | errors |\n|---|---|---|---|---|---|---|---|');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  process.exitCode = rows.some((row) => row.at(-1) !== 0) ? 1 : 0;
} finally {
  endPrograms(running);
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}
