// Incidents that two sources tell, among 242 real ones: found by company and date, and where there is no date by what both are about. Whether the
// other telling is what each resembles most, beside what plain tf-idf over the whole text makes of the same files.
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Archive } from '../../src/core/model/archive.ts';
import type { Diagnostic } from '../../src/core/model/diagnostic.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import { compareAll } from '../../src/core/resemblance/compare.ts';
import { similarIn } from '../../src/core/resemblance/similar.ts';
import { words } from '../../src/core/search/words.ts';
import { loadArchive } from '../../src/site/load.ts';
import { pipeline } from '../core/search/lunr-tokens.ts';
import { AS_OF } from '../site/build.ts';
import { describeShared } from './shared.ts';

/** The first eight digits of the two ids. Reports of several incidents at once are no twins of a report of one of them. */
const TWINS = [
  ['0df4b886', 'c8c96619'], // ARPANET, October 1980
  ['2552ccf5', '89343366'], // Basecamp, November 2018
  ['938b8012', 'ef3cc3e0'], // Knight Capital, August 2012
  ['d44e5d9b', 'edaa981d'], // Kickstarter, March 2013
  ['3f376b77', 'f4458caf'], // Azure Storage, November 2014
  ['300cba9e', 'd3aadf01'], // Netflix, October 2012
  ['512bf5f1', '86780dab'], // OWASA, February 2017
  ['54e5ebdd', '61617271'], // Slack, October 2014
  ['da6d262f', '8f92b6a5'], // Travis CI, March 2018
  ['0dfe934b', '909573e3'], // WebKit, February 2017
  ['6d1c63bd', 'dfdcb1b4'], // Allegro, January 2015
  ['3435a88e', '5b3c17cb'], // the blackout of August 2003
  ['91fb1613', 'cdaefaac'], // Chrome, December 2012
  ['7d5ab17c', 'f89b8bcd'], // healthcare.gov, October 2013
] as const;
const ASKED = TWINS.flatMap(([a, b]) => [
  [a, b],
  [b, a],
]) as readonly (readonly [string, string])[];

interface Shares {
  readonly first: number;
  readonly firstThree: number;
}

function sharesOf(ranked: (incident: Incident) => readonly Incident[], incidents: readonly Incident[]): Shares {
  const byPrefix = new Map(incidents.map((incident) => [incident.id.slice(0, 8), incident]));
  const ranks = ASKED.map(([from, to]) => ranked(byPrefix.get(from) as Incident).findIndex(({ id }) => id.startsWith(to)));
  const share = (most: number): number => ranks.filter((rank) => rank >= 0 && rank < most).length / ranks.length;
  return { first: share(1), firstThree: share(3) };
}

/** Cosine of term frequency by the logarithm of inverse document frequency, over title, summary and body. */
function plainRanking(incidents: readonly Incident[]): (incident: Incident) => Incident[] {
  const counts = incidents.map(({ title, summary, sections }) => {
    const text = [title, summary?.plain ?? '', ...sections.map(({ plain }) => plain)].join('\n');
    const own = new Map<string, number>();
    for (const word of words(text)) for (const term of pipeline.runString(word.text)) own.set(term, (own.get(term) ?? 0) + 1);
    return own;
  });
  const spread = new Map<string, number>();
  for (const own of counts) for (const term of own.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  const vectors = counts.map((own) => {
    const weighed = new Map([...own].map(([term, count]) => [term, count * Math.log(incidents.length / (spread.get(term) ?? 1))]));
    const length = Math.hypot(...weighed.values());
    return new Map([...weighed].map(([term, weight]) => [term, weight / length]));
  });
  return (incident) => {
    const mine = vectors[incidents.indexOf(incident)] as Map<string, number>;
    const score = (theirs: Map<string, number>): number =>
      [...mine].reduce((sum, [term, weight]) => sum + weight * (theirs.get(term) ?? 0), 0);
    return incidents
      .map((other, at) => ({ other, score: other === incident ? -1 : score(vectors[at] as Map<string, number>) }))
      .sort((a, b) => b.score - a.score)
      .map(({ other }) => other);
  };
}

describeShared('corpus/icco', (folder) => {
  let archive: Archive;
  let warnings: readonly Diagnostic[];
  beforeAll(async () => {
    const options = { input: join(folder, 'data'), config: join(folder, 'site.yaml'), allowErrors: false, asOf: AS_OF };
    const loaded = await loadArchive(options);
    archive = loaded.archive;
    warnings = loaded.diagnostics.filter(({ code }) => code === 'second-telling');
  });

  test('of 28 tellings the other one is first for nine in ten, and among the first three for nearly all', () => {
    const compared = compareAll(archive);
    const ours = sharesOf((incident) => compared.nearest(incident).map(({ to }) => to), archive.incidents);
    const plain = sharesOf(plainRanking(archive.incidents), archive.incidents);
    console.info('first, first three:', ours, 'plain tf-idf:', plain);
    expect(ours.first).toBeGreaterThanOrEqual(0.9);
    expect(ours.firstThree).toBeGreaterThanOrEqual(0.97);
    expect(ours.first).toBeGreaterThanOrEqual(plain.first);
  });

  test('what is shown: only what is above the floor', () => {
    const similar = similarIn(archive);
    const shown = sharesOf((incident) => similar(incident).map((one) => one.incident), archive.incidents);
    console.info('shown first, shown among the first three:', shown);
    expect(shown.first).toBeGreaterThanOrEqual(0.9);
  });

  test('the check warns of those that give the same times, and of no others', () => {
    const pairs = warnings.map(({ file, message }) => [file.slice(0, 8), message.slice(0, 8)].sort().join());
    expect(pairs).toHaveLength(4);
    const known = TWINS.map((pair) => [...pair].sort().join());
    for (const pair of pairs) expect(known).toContain(pair);
  });
});
