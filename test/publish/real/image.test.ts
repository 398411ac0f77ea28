// The example image without Docker: its lines done by hand in a folder that nobody may write to, and its nginx run there by a user without rights.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { hindsight } from '../../cli/command.ts';
import { findProgram } from '../../programs.ts';
import { build, folderOfFile, ROOT } from '../../site/build.ts';
import { programsOfFile } from './programs-of-file.ts';
import { freePort } from './start-program.ts';

const running = programsOfFile();
const folder = folderOfFile();
const nginx = findProgram('nginx');
const isRoot = process.getuid?.() === 0;

/** The main configuration of nginxinc/nginx-unprivileged, as far as it matters to what it includes: it writes to /tmp alone. */
const BASE = `pid /tmp/nginx.pid;
error_log stderr;
daemon off;
events {}
http {
  proxy_temp_path /tmp/proxy_temp;
  client_body_temp_path /tmp/client_temp;
  fastcgi_temp_path /tmp/fastcgi_temp;
  uwsgi_temp_path /tmp/uwsgi_temp;
  scgi_temp_path /tmp/scgi_temp;
  types { text/plain html css; }
  default_type application/octet-stream;
  access_log off;
  include /etc/nginx/conf.d/*.conf;
}
`;

/** Does what the lines of the Dockerfile say, below `root`; resolves with the user it names. */
function makeImage(root: string, context: string): number {
  let user = 0;
  for (const line of readFileSync(join(ROOT, 'examples/hosting/docker/Dockerfile'), 'utf8').split('\n')) {
    const [instruction, ...words] = line.split(' ');
    if (instruction === 'USER') user = Number(words[0]);
    if (instruction !== 'COPY') continue;
    const names = words.filter((word) => !word.startsWith('--'));
    const target = names.pop() ?? '';
    for (const name of names) {
      const from = name.startsWith('_site') ? join(context, name) : join(ROOT, name);
      const to = join(root, target, target.endsWith('/') ? (name.split('/').at(-1) ?? '') : '');
      mkdirSync(dirname(to), { recursive: true });
      cpSync(from, to, { recursive: true });
    }
  }
  return user;
}

test.skipIf(nginx === undefined)(
  'the image serves every byte with every header, read-only and without rights (skipped without nginx)',
  async () => {
    chmodSync(folder, 0o755);
    await build({ cwd: folder, args: ['--input', join(ROOT, 'examples/minimal/postmortems'), '--no-history', '--precompress'] });
    const root = join(folder, 'root');
    const user = makeImage(root, folder);
    expect(user).toBeGreaterThan(0);
    const port = await freePort();
    mkdirSync(join(root, 'tmp'));
    writeFileSync(join(root, 'etc/nginx/nginx.conf'), BASE);
    const place = (text: string): string =>
      text.replace(/(?<![\w.])\/(etc\/nginx|tmp|srv\/hindsight)\b/g, `${root}/$1`).replaceAll('listen 8080', `listen 127.0.0.1:${port}`);
    for (const file of ['etc/nginx/nginx.conf', 'etc/nginx/conf.d/default.conf'])
      writeFileSync(join(root, file), place(readFileSync(join(root, file), 'utf8')));
    execFileSync('chmod', ['-R', 'a=rX', root]);
    chmodSync(join(root, 'tmp'), 0o700);
    if (isRoot) chownSync(join(root, 'tmp'), user, user);
    const rights = isRoot ? { uid: user, gid: user } : {};
    const child = spawn(nginx ?? '', ['-p', join(root, 'etc/nginx'), '-c', 'nginx.conf'], { stdio: 'ignore', ...rights });
    running.push(child);
    const address = `http://127.0.0.1:${port}/`;
    for (
      let tries = 0;
      tries < 400 &&
      !(await fetch(address).then(
        () => true,
        () => false,
      ));
      tries++
    )
      await wait(50);
    const { stdout } = await hindsight(folder, 'verify', address, '--format', 'json', '--strict', '--manifest', '_site/manifest.json');
    const { problems } = JSON.parse(stdout) as { problems: { path: string; code: string }[] };
    // The image's nginx knows no Brotli.
    expect(problems.filter(({ path, code }) => !(code === 'compression' && path.endsWith('.br')))).toEqual([]);
  },
  240_000,
);
