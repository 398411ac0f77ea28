// Writes N postmortems into a folder by repeating the shipped ones under other dates: `node bench/make-archive.mjs FOLDER N`.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder, countText] = process.argv.slice(2);
const count = Number(countText);
if (folder === undefined || !Number.isInteger(count) || count < 1) {
  console.error('usage: node bench/make-archive.mjs FOLDER N');
  process.exit(2);
}

const shipped = fileURLToPath(new URL('../postmortems/', import.meta.url));
const YEAR = 365 * 86_400_000;
const originals = readdirSync(shipped)
  .filter((name) => /^\d{4}-.*\.md$/.test(name))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(shipped, name), 'utf8') }))
  // Links and images between the originals would lead nowhere in the copies.
  .filter(({ text }) => !/duplicate_of|recurrence_of|related:|aliases:|\[\[|\]\([^)#]*\.(?:md|png|svg)/.test(text));

mkdirSync(folder, { recursive: true });
for (let n = 0; n < count; n++) {
  const { name, text } = originals[n % originals.length];
  const years = Math.floor(n / originals.length) % 20;
  const move = (day) => new Date(Date.parse(`${day}T00:00:00Z`) - years * YEAR).toISOString().slice(0, 10);
  const moved = text
    .replace(/\b20\d\d-\d\d-\d\d\b/g, move)
    .replace(/^id:.*\n/m, '')
    .replace(/^title: "?/m, `$&${n} `);
  writeFileSync(join(folder, `${move(name.slice(0, 10))}-${String(n).padStart(6, '0')}.md`), moved);
}
