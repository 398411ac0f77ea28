// Writes postmortems with many action items into a folder, the same for the same numbers: `node bench/make-actions.mjs FOLDER INCIDENTS [ITEMS]`.
// ITEMS are those of each incident, 5 when not given. No two titles are alike, so that their compressed size is not flattered.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, incidentsText, itemsText = '5'] = process.argv.slice(2);
const [incidents, items] = [Number(incidentsText), Number(itemsText)];
if (folder === undefined || !(Number.isInteger(incidents) && incidents > 0 && Number.isInteger(items) && items > 0)) {
  console.error('usage: node bench/make-actions.mjs FOLDER INCIDENTS [ITEMS]');
  process.exit(2);
}

/** mulberry32: small, and the same everywhere. */
let seed = 20261122;
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (count) => Math.floor(random() * count);
const pick = (list) => list[below(list.length)];

const words = (text) => text.split(' ');
const VERBS = words(
  'Add Remove Alert-on Rehearse Document Limit Retry Cache Page-on Split Move Review Test Rotate Renew Record Drop Pin Upgrade Replace Measure Delete Verify Automate',
);
const THINGS = words(
  'timeout pool certificate replica queue index migration quota lease token shard backup snapshot consumer gateway proxy resolver cron worker scheduler bucket lock partition dashboard runbook rollout canary limiter webhook cursor session ledger invoice export report feed parser socket volume node pod secret key policy route header payload schema trigger view cache',
);
const QUALITIES = words(
  'stale slow missing double silent partial expired unbounded orphaned shared regional nightly manual cold hot failed pending blocked long-running noisy idle oversized misnamed legacy internal external primary secondary read-only versioned',
);
const PLACES = words(
  'checkout payments search login mail billing orders catalogue pricing shipping reports accounts media chat quotes risk trading settlement onboarding notifications mobile web api edge warehouse',
);
const TIMES = [
  'every night',
  'before each release',
  'during failover',
  'under load',
  'after a restart',
  'on weekends',
  'at peak',
  'within a minute',
  'in every region',
  'for new customers',
];
const PEOPLE = Array.from({ length: 120 }, (_, n) => `person-${n}`);
const STATUSES = ['open', 'open', 'in_progress', 'blocked', 'done', 'done', 'done', 'done', 'wont_do'];
const TYPES = ['prevent', 'mitigate', 'detect', 'repair', 'investigate', 'process', 'document'];

const day = (ms) => new Date(ms).toISOString().slice(0, 10);
const DAY = 86_400_000;
const LAST = Date.UTC(2026, 10, 20);
const subject = () => `${pick(QUALITIES)} ${pick(THINGS)} of ${pick(PLACES)}`;

function item(number, begun) {
  const status = pick(STATUSES);
  const due = begun + below(120) * DAY;
  const isFinished = status === 'done' || status === 'wont_do';
  const fields = [
    `title: "${pick(VERBS).replaceAll('-', ' ')} the ${subject()} ${pick(TIMES)}, ${pick(PLACES)} ${pick(THINGS)} ${below(1000)}"`,
    `id: AI-${number}`,
    `status: ${status}`,
    `type: ${pick(TYPES)}`,
    ...(random() < 0.8 ? [`priority: P${1 + below(4)}`] : []),
    ...(random() < 0.85 ? [`owner: ${pick(PEOPLE)}`] : []),
    `team: ${pick(PLACES)}`,
    ...(random() < 0.8 ? [`due: ${day(due)}`] : []),
    ...(isFinished ? [`completed: ${day(Math.min(LAST, due - 20 * DAY + below(60) * DAY))}`] : []),
    ...(status === 'blocked' || status === 'wont_do' ? [`reason: waits for the ${subject()}`] : []),
    ...(status === 'done' ? [`evidence: https://example.org/${below(9999)}`] : []),
  ];
  return `  - ${fields.join('\n    ')}`;
}

mkdirSync(folder, { recursive: true });
for (let n = 0; n < incidents; n++) {
  const begun = LAST - Math.floor((n / incidents) * 3650) * DAY;
  const list = Array.from({ length: items }, (_, index) => item(index + 1, begun));
  const text = `---
title: The ${subject()} ${pick(TIMES)}, ${n}
started: ${day(begun)}T${String(below(24)).padStart(2, '0')}:00:00Z
severity: SEV${1 + below(4)}
services: [${pick(PLACES)}, ${pick(PLACES)}]
tags: [${pick(THINGS)}, ${pick(THINGS)}]
action_items:
${list.join('\n')}
---
The ${subject()} failed ${pick(TIMES)}.
`;
  writeFileSync(join(folder, `${day(begun)}-${String(n).padStart(6, '0')}.md`), text);
}
