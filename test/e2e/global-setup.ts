// Builds four archives once, as of a fixed day, and serves them for all journeys: at the root, and under a prefix.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serveFolder } from './static-server.ts';

const PREFIX = '/ops/pm/';
/** Three pages of the archive. */
const LARGE = 230;

const node = (...args: string[]): Promise<unknown> => promisify(execFile)(process.execPath, args);
const build = (output: string, ...args: string[]): Promise<unknown> =>
  node('bin/hindsight.js', 'build', '--as-of', '2026-11-22', '--no-history', '--output', output, ...args);

export default async function setUp(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-e2e-'));
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const [shipped, large, minimal] = ['shipped', 'large', 'minimal'].map((name) => join(folder, name)) as [string, string, string];
    const explicit = join(folder, 'explicit');
    await Promise.all([build(shipped), buildLarge(large), buildMinimal(minimal), buildExplicit(explicit)]);
    const servers = await Promise.all([
      serve('HINDSIGHT_SITE', shipped, '/'),
      serve('HINDSIGHT_PREFIXED', shipped, PREFIX),
      serve('HINDSIGHT_LARGE', large, '/'),
      serve('HINDSIGHT_MINIMAL', minimal, PREFIX),
      serve('HINDSIGHT_EXPLICIT', explicit, PREFIX),
    ]);
    process.env.HINDSIGHT_FOLDER = shipped;
    process.env.HINDSIGHT_EXPLICIT_FOLDER = explicit;
    return async () => {
      await Promise.all(servers.map((server) => server.close()));
      clear();
    };
  } catch (error) {
    clear();
    throw error;
  }
}

async function serve(variable: string, folder: string, prefix: string) {
  const server = await serveFolder(folder, prefix);
  process.env[variable] = server.url;
  return server;
}

async function buildLarge(output: string): Promise<void> {
  const input = join(`${output}-archive`, 'postmortems');
  await node('bench/make-archive.mjs', input, String(LARGE));
  await build(output, '--input', input, '--config', '_data/site.yaml');
}

/** The example, with the address of its host told: then the page for missing addresses works at any depth. */
async function buildMinimal(output: string): Promise<void> {
  const example = 'examples/minimal/postmortems';
  const archive = `${output}-archive`;
  mkdirSync(join(archive, 'postmortems'), { recursive: true });
  for (const name of readdirSync(example)) writeFileSync(join(archive, 'postmortems', name), readFileSync(join(example, name)));
  mkdirSync(join(archive, '_data'));
  writeFileSync(join(archive, '_data/site.yaml'), `url: https://ops.example${PREFIX}\n`);
  await build(output, '--input', join(archive, 'postmortems'));
}

/** The archive that ships, to be opened from its folder. */
async function buildExplicit(output: string): Promise<void> {
  const config = `${output}.yaml`;
  writeFileSync(config, `${readFileSync('_data/site.yaml', 'utf8')}\nurls: explicit\n`);
  await build(output, '--input', 'postmortems', '--config', config);
}
