// Archives of invented incidents for tests of the search: a few hundred words of many kinds, some common, most rare.
import type { Archive } from '../../../src/core/model/archive.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import { action, archive, at, entry, incident, rich, section } from '../../includes/sample-archive.ts';

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = [
  ...'the connection connections pool pooled database databases deadlock timeout timeouts cache cached stampede restart restarts'.split(
    ' ',
  ),
  ...'after before was were config configuration upstream_rq_timeout ERR_CHECKOUT_4012 10.2.3.4 --no-cache M.withReturnType'.split(' '),
  ...'PAY-812 split-brain nginx-1.25.3 db-01.example.com 障害が発生しました Störung naïve naive C++ /etc/hosts v2.4.1 e.g. 503s'.split(' '),
  ...'(failover) "quota", leak; node: pager... it’s service’s 10,000 2026-11-20T14:02:00Z https://x.example/a/b 장애가 сбой ok'.split(' '),
];

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta vi wo xa yu za tion ment'.split(' ');

/** Common words often, rare ones seldom, and some that are made up. */
function wordMaker(random: () => number): () => string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() ** 2 * list.length)] as string;
  return () => (random() < 0.6 ? pick(WORDS) : Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join(''));
}

export function randomArchive(count: number, seed: number): Archive {
  const random = randomNumbers(seed);
  const word = wordMaker(random);
  const say = (most: number): string => Array.from({ length: Math.floor(random() * most) }, word).join(random() < 0.1 ? '\n\t' : ' ');
  const make = (n: number): Incident =>
    incident(`incident-${n}`, {
      title: say(8),
      ...(random() < 0.9 && { milestones: { started: at(`2025-0${1 + (n % 9)}-1${n % 10}T10:00`) } }),
      ...(random() < 0.5 && { summary: rich(say(20)) }),
      ...{ services: [pickOf(['checkout', 'mail', 'web app'], random)], tags: [word(), 'database'], signatures: [say(4)] },
      sections: [
        section('Root cause', { role: 'root_cause', words: say(60) }),
        section(say(4), { words: say(120) }),
        ...(random() < 0.5 ? [section('Resolution', { role: 'resolution', words: say(40) })] : []),
      ],
      timeline: [entry(say(12)), entry(say(12))],
      actionItems: [action('AI-1', { words: say(12), owner: pickOf(['ana', 'emil'], random) })],
    });
  return archive(Array.from({ length: count }, (_, n) => make(n)));
}

function pickOf(list: readonly string[], random: () => number): string {
  return list[Math.floor(random() * list.length)] as string;
}
