// The places that bench/kill-publish.mjs publishes or builds to, each the real thing on this machine: what is typed, and what a reader finds there.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { register } from 'tsx/esm/api';
import { makeSite, readFolder, writeSite } from './kill-sites.mjs';

register();
const BIN = fileURLToPath(new URL('../bin/hindsight.js', import.meta.url));
const MAKE_ARCHIVE = fileURLToPath(new URL('make-archive.mjs', import.meta.url));
const { findProgram } = await import('../test/programs.ts');
const { startSshd } = await import('../test/publish/real/ssh-server.ts');
const { startStorage } = await import('../test/publish/real/storage.ts');

/** Two sites of invented files, and the command that puts one of them there. */
function publishing(work, count, place) {
  const sites = ['a', 'b'].map((name) => makeSite(name, count));
  for (const site of sites) writeSite(join(work, 'sites', site.name), site);
  const { args, ...rest } = place;
  return { env: {}, ...rest, sites, command: (name) => [BIN, 'publish', ...args, '--site', join(work, 'sites', name)] };
}

function folder(work, count) {
  const target = join(work, 'www');
  return publishing(work, count, {
    args: [target, '--keep', '2'],
    shown: () => readFolder(target),
    hasBegun: () => existsSync(join(work, '.www.lock')),
  });
}

async function rsync(work, count, running) {
  mkdirSync(join(work, 'ssh'));
  const { host, env } = await startSshd(findProgram('sshd'), { work: join(work, 'ssh'), running });
  const target = join(work, 'www');
  return publishing(work, count, { args: [`${host}:${target}`, '--keep', '2'], env, shown: () => readFolder(target) });
}

async function branch(work, count) {
  const bare = join(work, 'bare.git');
  const user = join(work, 'user');
  execFileSync('git', ['init', '--quiet', '--bare', bare]);
  execFileSync('git', ['init', '--quiet', user]);
  const git = (...args) => promisify(execFile)('git', ['--git-dir', bare, ...args], { maxBuffer: 1e9, encoding: 'buffer' });
  const shown = async () => {
    const archive = join(work, 'checkout');
    mkdirSync(archive, { recursive: true });
    // A host of pages takes a commit as a whole: what it would show is the tree of the branch.
    await promisify(execFile)('sh', [
      '-c',
      'rm -rf "$1" && mkdir "$1" && git --git-dir "$2" archive gh-pages | tar -x -C "$1"',
      'sh',
      archive,
      bare,
    ]);
    const files = readFolder(archive);
    files.delete('.nojekyll');
    await git('fsck', '--connectivity-only');
    return files;
  };
  return publishing(work, count, { args: [bare, '--branch', 'gh-pages', '--input', join(user, 'postmortems')], shown });
}

async function s3(work, count, running) {
  const { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command } = await import('@aws-sdk/client-s3');
  mkdirSync(join(work, 'ceph'));
  const { client, env } = await startStorage({ work: join(work, 'ceph'), running });
  const Bucket = 'sites';
  await client.send(new CreateBucketCommand({ Bucket }));
  const shown = async () => {
    const keys = [];
    let ContinuationToken;
    do {
      const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'pm/', ContinuationToken }));
      keys.push(...(page.Contents ?? []).map(({ Key }) => Key));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    const entries = keys.map(async (Key) => [
      Key.slice('pm/'.length),
      await (await client.send(new GetObjectCommand({ Bucket, Key }))).Body.transformToString(),
    ]);
    return new Map(await Promise.all(entries));
  };
  // Nothing there changes as a whole: what counts is that whatever a reader finds works.
  return publishing(work, count, { args: [`s3://${Bucket}/pm`], env, shown, isPieceByPiece: true });
}

/** Two archives of so many incidents; what is right of each is what a build into a place of its own makes. */
function build(work, count) {
  const output = join(work, 'site');
  const command = (name, to = output) => {
    const archive = ['--input', join(work, name, 'postmortems'), '--output', to];
    return [BIN, 'build', ...archive, '--as-of', '2026-11-22', '--no-history'];
  };
  const sites = ['a', 'b'].map((name, n) => {
    execFileSync(process.execPath, [MAKE_ARCHIVE, join(work, name, 'postmortems'), String(count - n)], { stdio: 'ignore' });
    execFileSync(process.execPath, command(name, join(work, `right-${name}`)), { stdio: 'ignore' });
    return { name, files: Object.fromEntries(readFolder(join(work, `right-${name}`))) };
  });
  const hasBegun = () => existsSync(join(work, '.site.lock'));
  return { command, sites, env: {}, shown: () => readFolder(output), hasBegun };
}

export const PLACES = { folder, rsync, branch, s3, build };
