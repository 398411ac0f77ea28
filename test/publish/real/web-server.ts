// Real web servers with the configurations of examples/hosting: only paths and ports are put in their place.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram } from '../../programs.ts';
import { freePort, type Places, startProgram } from './start-program.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples/hosting/', import.meta.url));

/** nginx sends Brotli only with a module of its own. */
const BROTLI = findProgram('ngx_http_brotli_static_module.so');

export const nginxKnowsBrotli: boolean = BROTLI !== undefined;

/** What else a test wants of an example, before it is run. */
type Change = (text: string) => string;

interface Serving extends Places {
  /** Of examples/hosting. */
  readonly config: string;
  readonly change?: Change;
}

/** Resolves with the address of the server's top, once it answers; it runs until `running` is ended. */
type StartServer = (program: string, serving: Serving) => Promise<string>;

/** Reads an example with its paths and its port put in their place. */
function example({ config, site, change = (text) => text }: Serving, port: number): string {
  return change(readFileSync(join(EXAMPLES, config), 'utf8'))
    .replaceAll('/srv/hindsight', site)
    .replaceAll('8080', `127.0.0.1:${port}`);
}

export const startNginx: StartServer = async (program, serving) => {
  const port = await freePort();
  const { work, running } = serving;
  mkdirSync(join(work, 'hindsight'), { recursive: true });
  cpSync(join(EXAMPLES, 'nginx/headers.conf'), join(work, 'hindsight/headers.conf'));
  const types = readFileSync(join(EXAMPLES, 'nginx/types.conf'), 'utf8');
  writeFileSync(join(work, 'hindsight/types.conf'), nginxKnowsBrotli ? types.replace('# brotli_static', 'brotli_static') : types);
  writeFileSync(join(work, 'site.conf'), example(serving, port));
  const own = ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => {
    const directive = name === 'body' ? 'client_body' : name;
    return `  ${directive}_temp_path ${join(work, name)};`;
  });
  const main = join(work, 'nginx.conf');
  writeFileSync(
    main,
    `${nginxKnowsBrotli ? `load_module ${BROTLI};\n` : ''}${process.getuid?.() === 0 ? 'user root;\n' : ''}daemon off;\npid ${join(work, 'pid')};\nerror_log stderr;\nevents {}\nhttp {\n${own.join('\n')}\n  access_log off;\n  include site.conf;\n}\n`,
  );
  await startProgram(program, ['-c', main, '-p', dirname(main)], { port, running });
  return `http://127.0.0.1:${port}/`;
};

const startCaddy: StartServer = async (program, serving) => {
  const port = await freePort();
  const { work, running } = serving;
  mkdirSync(work, { recursive: true });
  cpSync(join(EXAMPLES, 'caddy/hindsight.caddy'), join(work, 'hindsight.caddy'));
  const file = join(work, 'Caddyfile');
  const text = example(serving, port).replace(`:127.0.0.1:${port} {`, `http://127.0.0.1:${port} {`);
  // No certificate is asked for, and what it keeps it keeps here.
  writeFileSync(file, text.replace('admin off', 'admin off\n\tauto_https off'));
  const env = { XDG_DATA_HOME: work, XDG_CONFIG_HOME: work };
  await startProgram(program, ['run', '--config', file, '--adapter', 'caddyfile'], { port, env, running });
  return `http://127.0.0.1:${port}/`;
};

/** The modules are those of Debian. */
const startApache: StartServer = async (program, serving) => {
  const port = await freePort();
  const { work, running } = serving;
  mkdirSync(join(work, 'hindsight'), { recursive: true });
  cpSync(join(EXAMPLES, 'apache/files.conf'), join(work, 'hindsight/files.conf'));
  const text = example(serving, port).replace(`<VirtualHost *:127.0.0.1:${port}>`, `<VirtualHost 127.0.0.1:${port}>`);
  writeFileSync(join(work, 'site.conf'), text);
  const modules = ['mpm_event', 'authz_core', 'headers', 'mime', 'dir', 'alias', 'rewrite'];
  const load = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
  const own = [
    `ServerRoot ${work}`,
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
  await startProgram(program, ['-f', main, '-DFOREGROUND'], { port, running });
  return `http://127.0.0.1:${port}/`;
};

export interface Server {
  readonly name: 'nginx' | 'caddy' | 'apache2';
  readonly start: StartServer;
  /** The example for a site at the top of a host, or under a path of it. */
  readonly config: string;
  /** From the server's top; empty or ending in a slash. */
  readonly path: string;
}

/** Every configuration that is shipped, at the path that it is for. */
export const SERVERS: readonly Server[] = [
  { name: 'nginx', start: startNginx, config: 'nginx/hindsight.conf', path: '' },
  { name: 'nginx', start: startNginx, config: 'nginx/sub-path.conf', path: 'ops/pm/' },
  { name: 'caddy', start: startCaddy, config: 'caddy/Caddyfile', path: '' },
  { name: 'caddy', start: startCaddy, config: 'caddy/sub-path.Caddyfile', path: 'ops/pm/' },
  { name: 'apache2', start: startApache, config: 'apache/hindsight.conf', path: '' },
  { name: 'apache2', start: startApache, config: 'apache/sub-path.conf', path: 'ops/pm/' },
];
