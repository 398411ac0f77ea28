// Builds the shipped archive once, as of a fixed day, and serves it for all journeys: at the root and under a prefix.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from './static-server.ts';

export default async function setUp(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-e2e-'));
  const site = join(folder, 'site');
  const args = ['bin/hindsight.js', 'build', '--output', site, '--as-of', '2026-11-22'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the site does not build:\n${stdout}${stderr}`);
  const [atRoot, underPrefix] = await Promise.all([serveFolder(site, '/'), serveFolder(site, '/ops/pm/')]);
  process.env.HINDSIGHT_SITE = atRoot.url;
  process.env.HINDSIGHT_PREFIXED = underPrefix.url;
  return async () => {
    await Promise.all([atRoot.close(), underPrefix.close()]);
    rmSync(folder, { recursive: true, force: true });
  };
}
