// Two sites that take turns in a place, for bench/kill-publish.mjs: half of their files are the same, pages load assets and lead to other pages, and
// each has pages of its own. And what a reader of a place may find: one of the two, whole; or pages of both, none of which leads nowhere.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const hashOf = (content) => createHash('sha256').update(content).digest('hex');

/** Of about `count` files. */
export function makeSite(name, count) {
  const files = {};
  const asset = (whose, n) => {
    const text = `${whose} ${n} ${'x'.repeat((n * 37) % 3000)}`;
    const path = `assets/part-${hashOf(text).slice(0, 8)}.js`;
    files[path] = text;
    return path;
  };
  const page = (path, whose, n, links) => {
    const hrefs = links.map((link) => `<a href="${link}"></a>`).join('');
    files[path] = `<p>${whose} ${n} ${'y'.repeat((n * 53) % 5000)}</p><script src="${asset(whose, n)}"></script>${hrefs}`;
    return path;
  };
  const own = (n) => `incidents/only-${name}-${n}/index.html`;
  const shared = (n) => `incidents/${n}/index.html`;
  const half = Math.floor(count / 3);
  const owns = Math.max(1, Math.floor(half / 5));
  for (let n = 0; n < half; n++) {
    const isBoth = n % 2 === 0;
    page(shared(n), isBoth ? 'both' : name, n, isBoth ? [shared((n + 2) % (half - (half % 2)))] : [own(n % owns), shared(n - 1)]);
  }
  for (let n = 0; n < owns; n++) page(own(n), name, n, [own((n + 1) % owns), shared(0)]);
  const pages = Object.keys(files).filter((path) => path.endsWith('.html'));
  files['api/incidents.json'] = JSON.stringify(pages.map((path) => `<a href="${path}"></a>`).concat(name));
  page('index.html', name, 0, ['api/incidents.json', ...pages]);
  page('404.html', name, 1, ['index.html']);
  const described = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.byteLength(text), sha256: hashOf(text) }));
  const manifest = { generator: 'hindsight', version: name, generated: '2026-11-27', files: described };
  return { name, files: { ...files, 'manifest.json': JSON.stringify(manifest) } };
}

export function writeSite(folder, { files }) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The bytes of every file, as text of one character each. */
export function readFolder(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      return [path.slice(folder.length + 1), readFileSync(path, 'latin1')];
    }),
  );
}

/** The name of the site that `shown`, texts by path, is, every byte of it; throws where it is none. */
export function wholeSite(shown, sites) {
  const site = sites.find(({ files }) => files['manifest.json'] === shown.get('manifest.json'));
  if (site === undefined) throw new Error('there is no manifest of either site');
  for (const [path, text] of Object.entries(site.files)) {
    if (shown.get(path) !== text) throw new Error(`${path} is ${shown.has(path) ? 'not that' : 'missing'} of site ${site.name}`);
  }
  const extra = [...shown.keys()].find((path) => !(path in site.files));
  if (extra !== undefined) throw new Error(`${extra} is not of site ${site.name}`);
  return site.name;
}

/** Follows every link from the first page on. Every file met must be there, and be that of one of the sites; throws where one is not. */
export function mustReadWell(shown, sites) {
  const open = ['index.html', '404.html'];
  const met = new Set(open);
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const text = shown.get(path);
    if (text === undefined) throw new Error(`a link or a page leads to ${path}, which is not there`);
    if (!sites.some(({ files }) => files[path] === text)) throw new Error(`${path} is of neither site`);
    for (const [, next] of text.matchAll(/(?:href|src)=\\?"([^"\\]+)\\?"/g)) {
      if (!met.has(next)) open.push(next);
      met.add(next);
    }
  }
  return met.size;
}
