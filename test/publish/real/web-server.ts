// Real web servers with the configurations of examples/hosting: only paths and ports are put in their place.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { findProgram } from '../../programs.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples/hosting/', import.meta.url));

/** A folder with the published site, and one of the server's own to keep what it needs in. */
export interface Places {
  readonly site: string;
  readonly work: string;
  readonly running: Running;
}

/** The programs that the tests of a file have started. */
export type Running = ChildProcess[];

/** To be called where the tests are declared: vitest forgets what is to be done afterwards when it hears of it in a test. */
export function programsOfFile(): Running {
  const running: Running = [];
  afterAll(() => {
    for (const child of running) child.kill('SIGTERM');
  });
  return running;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** nginx sends Brotli only with a module of its own. */
const BROTLI = findProgram('ngx_http_brotli_static_module.so');

export const nginxKnowsBrotli: boolean = BROTLI !== undefined;

/** Reads an example with its paths and its port put in their place. */
function example(name: string, { site }: Places, port: number): string {
  return readFileSync(join(EXAMPLES, name), 'utf8').replaceAll('/srv/hindsight', site).replaceAll('8080', `127.0.0.1:${port}`);
}

interface Started {
  readonly port: number;
  readonly running: Running;
  readonly env?: Readonly<Record<string, string>>;
  /** Seconds until it has to answer. */
  readonly patience?: number;
}

/** Runs until the tests of the file are over. Resolves when the port answers. */
export async function startProgram(
  program: string,
  args: readonly string[],
  { port, running, env, patience = 20 }: Started,
): Promise<ChildProcess> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  running.push(child);
  for (let tries = 0; tries < patience * 20; tries++) {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${said}`);
    if (await answers(port)) return child;
    await wait(50);
  }
  throw new Error(`${program} does not answer: ${said}`);
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Returns the address of the server's top. */
export async function startNginx(program: string, config: string, places: Places): Promise<string> {
  const port = await freePort();
  const { work } = places;
  mkdirSync(join(work, 'hindsight'), { recursive: true });
  cpSync(join(EXAMPLES, 'nginx/headers.conf'), join(work, 'hindsight/headers.conf'));
  const types = readFileSync(join(EXAMPLES, 'nginx/types.conf'), 'utf8');
  writeFileSync(join(work, 'hindsight/types.conf'), nginxKnowsBrotli ? types.replace('# brotli_static', 'brotli_static') : types);
  writeFileSync(join(work, 'site.conf'), example(config, places, port));
  const own = ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => {
    const directive = name === 'body' ? 'client_body' : name;
    return `  ${directive}_temp_path ${join(work, name)};`;
  });
  const main = join(work, 'nginx.conf');
  writeFileSync(
    main,
    `${nginxKnowsBrotli ? `load_module ${BROTLI};\n` : ''}${process.getuid?.() === 0 ? 'user root;\n' : ''}daemon off;\npid ${join(work, 'pid')};\nerror_log stderr;\nevents {}\nhttp {\n${own.join('\n')}\n  access_log off;\n  include site.conf;\n}\n`,
  );
  await startProgram(program, ['-c', main, '-p', dirname(main)], { port, running: places.running });
  return `http://127.0.0.1:${port}/`;
}

/** Returns the address of the server's top. */
export async function startCaddy(program: string, places: Places): Promise<string> {
  const port = await freePort();
  mkdirSync(places.work, { recursive: true });
  const file = join(places.work, 'Caddyfile');
  const text = example('caddy/Caddyfile', places, port).replace(`:127.0.0.1:${port} {`, `http://127.0.0.1:${port} {`);
  // No certificate is asked for, and what it keeps it keeps here.
  writeFileSync(file, text.replace('admin off', 'admin off\n\tauto_https off'));
  const env = { XDG_DATA_HOME: places.work, XDG_CONFIG_HOME: places.work };
  await startProgram(program, ['run', '--config', file, '--adapter', 'caddyfile'], { port, env, running: places.running });
  return `http://127.0.0.1:${port}/`;
}

/** Returns the address of the server's top. The modules are those of Debian. */
export async function startApache(program: string, places: Places): Promise<string> {
  const port = await freePort();
  const { work } = places;
  mkdirSync(work, { recursive: true });
  const text = example('apache/hindsight.conf', places, port).replace(
    `<VirtualHost *:127.0.0.1:${port}>`,
    `<VirtualHost 127.0.0.1:${port}>`,
  );
  writeFileSync(join(work, 'site.conf'), text);
  const modules = ['mpm_event', 'authz_core', 'headers', 'mime', 'dir', 'alias', 'deflate', 'filter', 'rewrite'];
  const load = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
  const own = [
    `PidFile ${join(work, 'pid')}`,
    `DefaultRuntimeDir ${work}`,
    `ErrorLog ${join(work, 'errors')}`,
    'ServerName localhost',
    'TypesConfig /etc/mime.types',
  ];
  // It does not serve as root: where the tests run as root, the site has to be open to others.
  const user = process.getuid?.() === 0 ? ['User nobody', 'Group nogroup'] : [];
  const main = join(work, 'apache.conf');
  writeFileSync(main, `${[...load, ...own, ...user, `Include ${join(work, 'site.conf')}`].join('\n')}\n`);
  await startProgram(program, ['-f', main, '-DFOREGROUND'], { port, running: places.running });
  return `http://127.0.0.1:${port}/`;
}
