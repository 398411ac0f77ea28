// A build of many incidents divides its work between threads: what comes of it is, to the byte, what one thread makes of them while serving.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, folderOfFile } from './build.ts';
import { startBuilder } from './builder.ts';
import { differences, readFiles } from './files.ts';

const COUNT = 420;
const SITE = `title: Outages
services: [{ id: checkout, name: Checkout }, { id: ledger, name: Ledger }]
redact: [Krell]
`;
const CAUSES = ['The cache was cold', 'A certificate expired', 'The queue was full of retries', 'A lock was never released'];

/** Some tell what others tell, recur, link, promise, are not for everybody, or name who is withheld; all of 2024 and 2025. */
function postmortem(number: number): string {
  const day = new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10);
  const before = number > 0 ? `o-${number - 1}` : undefined;
  const fields = [
    `title: Outage ${number} of the ${number % 3 === 0 ? 'checkout' : 'ledger'}`,
    `started: ${day}T14:02:00Z`,
    `services: [${number % 3 === 0 ? 'checkout' : 'ledger'}]`,
    `severity: SEV${1 + (number % 2)}`,
    ...(number % 50 === 7 ? [`duplicate_of: ${before}`] : number % 20 === 3 ? [`recurrence_of: ${before}`] : []),
    ...(number % 10 === 9 ? ['visibility: restricted'] : number % 4 === 0 ? ['visibility: internal'] : ['visibility: public']),
  ];
  const cause = CAUSES[number % CAUSES.length];
  const link = before && number % 5 === 0 ? `See [[${before}]].` : 'Nobody had seen it.';
  const who = number % 6 === 0 ? 'Krell called.' : '';
  const promise = `- [${number % 2 === 0 ? 'x' : ' '}] Watch the ${number % 7 === 0 ? 'certificates' : `shard ${number}`} (@ana, due ${day.slice(0, 4)}-12-01)`;
  return `---\n${fields.join('\n')}\n---\n\n## Root cause\n\n${cause}: \`ERR_${4000 + number}\`. ${link} ${who}\n\n## Action items\n\n${promise}\n`;
}

const folder = folderOfFile({
  'site.yaml': SITE,
  ...Object.fromEntries(Array.from({ length: COUNT }, (_, number) => [`postmortems/o-${number}.md`, postmortem(number)])),
});
const serve = startBuilder();

test.each([
  { name: 'the internal edition', edition: 'internal' as const },
  { name: 'an edition that withholds incidents and words', edition: 'public' as const },
  { name: 'the archive of a day of the past', edition: 'internal' as const, asOf: '2025-02-20', lookBack: 'git' as const },
])('$name', async ({ name, edition, asOf = '2026-11-22', lookBack }) => {
  const output = join(folder, 'once', name);
  await build({
    cwd: folder,
    args: ['--config', 'site.yaml', '--edition', edition, '--output', output, ...(lookBack ? ['--as-of', asOf] : [])],
  });
  const staging = join(folder, 'served', name);
  const order = { input: join(folder, 'postmortems'), config: join(folder, 'site.yaml'), edition, staging };
  await serve({ ...order, asOf, ...(lookBack && { lookBack }) });
  const [once, served] = [readFiles(output), readFiles(staging)];
  expect(once.size).toBeGreaterThan(1000);
  expect(differences(once, served)).toEqual([]);
});
