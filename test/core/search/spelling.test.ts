// The nearest words: slips of fingers and ears are found, and what is merely similar is not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dictionary } from '../../../src/core/search/files/words.ts';
import { lettersOf, slips } from '../../../src/core/search/spelling/slips.ts';
import { nearest, twoWords } from '../../../src/core/search/spelling.ts';
import { termOf } from '../../../src/core/search/terms.ts';

const WORDS = `thundering herd deadlock kubernetes database connection certificate expired authentication latency replication zookeeper
  timeout throttling overload memory kafka elasticsearch cassandra deploy retrieval separately occurrence requests exhausted dependency
  configuration environment availability maintenance definitely privilege heartbeat quorum rollback credentials cache postgres dns
  network upgrade cluster leader election proxy opens sending rabbit socket pocket storung`.split(/\s+/);

function dictionaryOf(spellings: readonly string[], documents = 5): Dictionary {
  return {
    spellings: spellings.map((word) => [word]),
    terms: spellings.map((word) => termOf(word, false) ?? word),
    documents: new Uint32Array(spellings.length).fill(documents),
  };
}

const DICTIONARY = dictionaryOf(WORDS);

function best(word: string): string | undefined {
  return nearest(word, DICTIONARY, 1)[0]?.spelling;
}

describe('nearest', () => {
  it.each([
    ['thundring', 'thundering'],
    ['deadlok', 'deadlock'],
    ['deadloks', 'deadlock'],
    ['kuberntes', 'kubernetes'],
    ['databse', 'database'],
    ['conection', 'connection'],
    ['connnection', 'connection'],
    ['certficate', 'certificate'],
    ['expried', 'expired'],
    ['authetnicaton', 'authentication'],
    ['latancy', 'latency'],
    ['zookeper', 'zookeeper'],
    ['tiemout', 'timeout'],
    ['overlaod', 'overload'],
    ['memmory', 'memory'],
    ['kafak', 'kafka'],
    ['elasticserach', 'elasticsearch'],
    ['cassanda', 'cassandra'],
    ['seperately', 'separately'],
    ['occurence', 'occurrence'],
    ['exausted', 'exhausted'],
    ['enviroment', 'environment'],
    ['maintainance', 'maintenance'],
    ['definately', 'definitely'],
    ['quorom', 'quorum'],
    ['hearbeat', 'heartbeat'],
    ['cahce', 'cache'],
    ['dsn', 'dns'],
    ['posgres', 'postgres'],
    ['netwrok', 'network'],
    ['upgarded', 'upgrade'],
    ['storugn', 'storung'],
    ['rolbakc', 'rollback'],
    ['autehnticaitn', 'authentication'],
    ['cachw', 'cache'],
    ['kadka', 'kafka'],
    ['prixy', 'proxy'],
  ])('%s is %s', (typed, meant) => {
    expect(best(typed)).toBe(meant);
  });

  it.each([
    'haproxy',
    'openssl',
    'rabbitmq',
    'rocket',
    'dna',
    'ab',
    'a',
    '',
    'sendgrid',
    'err_4012',
    'v1.2',
    '503',
    '障害発生',
    'tomcat',
    'lambda',
  ])('%s is nothing else', (typed) => {
    expect(best(typed)).toBeUndefined();
  });

  it('the nearer comes first, of equally near ones the commoner', () => {
    const words: Dictionary = {
      terms: ['castle', 'costle', 'coastle'],
      spellings: [['castle'], ['costle'], ['coastle']],
      documents: Uint32Array.of(3, 900, 1),
    };
    expect(nearest('custle', words, 5).map(({ term, documents }) => `${term} ${documents}`)).toEqual(['costle 900', 'castle 3']);
    expect(nearest('custle', words, 1)).toHaveLength(1);
    expect(nearest('coatsle', words, 5).map(({ term }) => term)).toEqual(['coastle']);
  });

  it.each([
    ['timeuot', 'timeout', 'timeouts'],
    ['sevrer', 'server', 'servers'],
    ['requset', 'request', 'requests'],
    ['custmer', 'custom', 'customers'],
    ['pol', 'pool', 'pooling'],
  ])('%s is nearest to %s, though that is mostly %s', (typed, term, spelling) => {
    const words: Dictionary = { terms: [term], spellings: [[spelling]], documents: Uint32Array.of(100) };
    expect(nearest(typed, words, 1)).toMatchObject([{ term, spelling, documents: 100 }]);
  });

  it.each([
    ['fat', 'fit'],
    ['curl', 'ctrl'],
    ['cust', 'cost'],
    ['table', 'cable'],
    ['catch', 'cause'],
    ['plane', 'plant'],
    ['grace', 'trace'],
    ['pole', 'pile'],
    ['lofts', 'locks'],
    ['timezone', 'timeline'],
    ['storae', 'stories'],
  ])('%s is not %s', (typed, other) => {
    expect(nearest(typed, dictionaryOf([other]), 1)).toEqual([]);
  });

  it('is known by its stem too, and says how it is mostly written', () => {
    const words: Dictionary = { terms: ['thunder'], spellings: [['thundering']], documents: Uint32Array.of(2) };
    expect(nearest('thundred', words, 3)).toMatchObject([{ term: 'thunder', spelling: 'thundering', documents: 2 }]);
  });
});

describe('twoWords', () => {
  const words = dictionaryOf(['data', 'center', 'load', 'balancer', 'date', 'health', 'check', 'checks', 'err_4012']);

  it.each([
    ['datacenter', 'data center'],
    ['loadbalancer', 'load balancer'],
    ['healthcheck', 'health check'],
    ['healthchecks', 'health checks'],
    ['dataload', 'data load'],
  ])('%s is %s', (typed, meant) => {
    expect(
      twoWords(typed, words)
        ?.map(({ spelling }) => spelling)
        .join(' '),
    ).toBe(meant);
  });

  it.each(['database', 'loadx', 'xcheck', 'data', '', 'load1', 'err_4012data'])('%s is not', (typed) => {
    expect(twoWords(typed, words)).toBeUndefined();
  });

  it('of two ways takes the commoner', () => {
    const two: Dictionary = {
      terms: ['new', 'news', 'sort', 'ort'],
      spellings: [['new'], ['news'], ['sort'], ['ort']],
      documents: Uint32Array.of(9, 5, 9, 1),
    };
    expect(twoWords('newsort', two)?.map(({ spelling, documents }) => `${spelling} ${documents}`)).toEqual(['new 9', 'sort 9']);
  });
});

/** The same distance over the whole table, without bounds. */
function wholeTable(a: string, b: string): number {
  const gap = (text: string, at: number): number => (at === 0 ? 175 : text[at] === text[at - 1] ? 60 : 100);
  const table = [[0]] as number[][];
  const cell = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= a.length; i++) {
    table[i] ??= [];
    for (let j = 0; j <= b.length; j++) {
      if (i + j === 0) continue;
      const [x = '', y = ''] = [a[i - 1], b[j - 1]];
      const letter = (/[aeiouy]/.test(x) && /[aeiouy]/.test(y) ? 75 : 130) + (i === 1 && j === 1 ? 75 : 0);
      const swap = i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2] && x !== y ? cell(i - 2, j - 2) + 70 : Number.POSITIVE_INFINITY;
      const replaced = cell(i - 1, j - 1) + (x === y ? 0 : letter);
      (table[i] as number[])[j] = Math.min(replaced, cell(i - 1, j) + gap(a, i - 1), cell(i, j - 1) + gap(b, j - 1), swap);
    }
  }
  return cell(a.length, b.length);
}

describe('slips', () => {
  it('cuts short nothing that is within the budget', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 'k', 'n', 'z'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.constantFrom(70, 80, 100, 150, 200, 250), (a, b, budget) => {
        const whole = wholeTable(a, b);
        expect(slips(lettersOf(a), b, budget)).toBe(whole <= budget ? whole : undefined);
      }),
      {
        examples: [
          ['knza', 'kzna', 80],
          ['kn', 'nk', 250],
        ],
      },
    );
  });
});

it('compares all words that become a term, and names the one that comes near', () => {
  const words: Dictionary = {
    terms: ['replica', 'gener'],
    spellings: [
      ['replicas', 'replication'],
      ['general', 'generators'],
    ],
    documents: Uint32Array.of(9, 9),
  };
  expect(nearest('replicaton', words, 1)).toMatchObject([{ term: 'replica', spelling: 'replication', documents: 9 }]);
  expect(nearest('genrator', words, 1)).toMatchObject([{ term: 'gener', spelling: 'generators', documents: 9 }]);
});
