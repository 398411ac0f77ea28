// The query language: what each part means, and that every text means something.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuery } from '../../../src/core/search/query/format.ts';
import { type Clause, parseQuery, type Query } from '../../../src/core/search/query.ts';

/** A clause in short: words by their text, phrases between quotation marks, `-` before what is excluded, `…` after the word being typed. */
function say(clause: Clause): string {
  const minus = clause.negated ? '-' : '';
  if (clause.kind === 'phrase') return `${minus}"${clause.words.map((word) => word.text).join(' ')}"`;
  return `${minus}${clause.word.text}${clause.isLast ? '…' : ''}`;
}

function text(query: string): string[] {
  return parseQuery(query).clauses.map(say);
}

describe('text', () => {
  it.each([
    ['', []],
    ['   ', []],
    ['connection pool', ['connection', 'pool…']],
    ['connection pool ', ['connection', 'pool']],
    ['"connection pool" exhausted', ['"connection pool"', 'exhausted…']],
    ['a "b c" d "e f"', ['a', '"b c"', 'd', '"e f"']],
    ['“split brain”', ['"split brain"']],
    ['pool "never closed', ['pool', '"never closed"']],
    ['5" disk', ['5', '"disk"']],
    ['""', []],
    ['"..."', []],
    ['pool -exhausted', ['pool', '-exhausted']],
    ['-"connection pool"', ['-"connection pool"']],
    ['-foo(bar)', ['-"foo bar"']],
    ['--no-cache', ['--no-cache…']],
    ['kill -9 pid', ['kill', '9', 'pid…']],
    ['rm -rf tmp', ['rm', 'rf', 'tmp…']],
    ['curl -s', ['curl', 's…']],
    ['kubectl get -n kube-system', ['kubectl', 'get', 'n', 'kube-system…']],
    ['pool -dns -k8 -(db) -"ui" -障害', ['pool', '-dns', '-k8', '-db', '-"ui"', '-障害']],
    ['a - b', ['a', 'b…']],
    ['- -- ---', []],
    ['foo:bar', ['foo:bar…']],
    ['http://x', ['x…']],
    ['S3: timeout', ['s3', 'timeout…']],
    ['a^ ~2 *x* (y) [z]', ['a', '2', 'x', 'y', 'z…']],
    ['max_connections=100', ['max_connections', '100…']],
    ['service:', ['service…']],
    ['service:""', ['service']],
    ['year:soon before:tomorrow has:time severity:<=', ['year:soon', 'before:tomorrow', 'has:time', 'severity…']],
    ['-in:title -sort:date in:toString sort:constructor', ['-in:title', '-sort:date', 'in:tostring', 'sort:constructor…']],
    ['(service:web)', ['service:web…']],
    ['障害対応', ['障害', '対応…']],
    ['status:500 status:drafts', ['status:500', 'status:drafts…']],
  ])('%s', (query, expected) => {
    expect(text(query)).toEqual(expected);
    expect(parseQuery(query)).toMatchObject({ filters: [], sort: 'best' });
  });

  it('knows where its words stand', () => {
    const query = 'why "did the" ERR_4012, fail';
    const clauses = parseQuery(query).clauses.flatMap((clause) => (clause.kind === 'word' ? [clause] : []));
    expect(clauses.map(({ word }) => query.slice(word.start, word.end))).toEqual(['why', 'ERR_4012', 'fail']);
  });
});

describe('filters', () => {
  it.each([
    ['service:payments', 'service = payments'],
    ['Service:Payments', 'service = Payments'],
    ['team:"web platform"', 'team = web platform'],
    ['tag:“a b', 'tag = a b'],
    ['cause:config', 'cause = config'],
    ['severity:2', 'severity = 2'],
    ['severity:SEV1', 'severity = SEV1'],
    ['severity:<=2', 'severity <= 2'],
    ['severity:≥3', 'severity >= 3'],
    ['status:draft', 'status = draft'],
    ['owner:@dana', 'owner = @dana'],
    ['year:2025', 'year = 2025'],
    ['year:>=2024', 'year >= 2024'],
    ['before:2026', 'before = 2026'],
    ['after:2025-11-03', 'after = 2025-11-03'],
    ['has:Open-Action', 'has = open-action'],
    ['-has:timeline', 'not has = timeline'],
    ['-service:"web app"', 'not service = web app'],
  ])('%s', (query, expected) => {
    const { clauses, filters } = parseQuery(query);
    expect(clauses).toEqual([]);
    expect(filters.map(({ field, operator, value, negated }) => `${negated ? 'not ' : ''}${field} ${operator} ${value}`)).toEqual([
      expected,
    ]);
  });

  it('stand anywhere between words, any number of them', () => {
    const query = parseQuery('pool service:payments "connection refused" severity:<=2 -tag:dns timeout');
    expect(query.clauses.map(say)).toEqual(['pool', '"connection refused"', 'timeout…']);
    expect(query.filters.map((filter) => filter.text)).toEqual(['service:payments', 'severity:<=2', '-tag:dns']);
  });

  it('in: and sort: say where to look and in which order', () => {
    expect(parseQuery('x in:root-cause in:title in:root-cause')).toMatchObject({ in: ['cause', 'title'], sort: 'best' });
    expect(parseQuery('x sort:oldest sort:date')).toMatchObject({ sort: 'newest' });
    expect(parseQuery('x')).not.toHaveProperty('in');
  });
});

describe('quotation marks of what was pasted', () => {
  it.each([
    ['msg="pool exhausted" level=error', ['msg', 'pool', 'exhausted', 'level', 'error…']],
    ['{"level":"error","msg":"pool exhausted"}', ['level', 'error', 'msg', 'pool', 'exhausted…']],
    ['{"level": "error", "cmd": "java -Xmx4g -jar"}', ['level', 'error', 'cmd', 'java', 'xmx4g', 'jar…']],
    ['request: "POST /v1 HTTP/1.1", upstream: "http://x:80/v1"', ['request', 'post', '/v1', 'http/1.1', 'upstream', 'x:80/v1…']],
    ['open "/etc/hosts": permission denied', ['open', '/etc/hosts', 'permission', 'denied…']],
    ['rate(http{job="api",code=~"5.."}[5m])', ['rate', 'http', 'job', 'api', 'code', '5', '5m…']],
    ['name = "web app"', ['name', 'web', 'app…']],
    ['KeyError("amount due")', ['keyerror', 'amount', 'due…']],
    ['{\\"a\\": \\"b c\\"}', ['a', 'b', 'c…']],
    ['{"a": "b c"} -"load test"', ['a', 'b', 'c', '-"load test"']],
  ])('are no phrases in %s', (query, expected) => {
    expect(text(query)).toEqual(expected);
  });

  it('leave filters after them alone', () => {
    const { clauses, filters } = parseQuery('{"level":"error"} service:"web app" -tag:dns sort:date');
    expect(clauses.map(say)).toEqual(['level', 'error']);
    expect(filters.map((filter) => filter.text)).toEqual(['service:"web app"', '-tag:dns']);
  });

  it('are no phrases among more words than anybody types', () => {
    const words = (count: number) => Array.from({ length: count }, (_, n) => `word${n}`).join(' ');
    expect(text(`${words(16)} the "b c" -"d e"`).slice(16)).toEqual(['the', '"b c"', '-"d e"']);
    expect(text(`${words(17)} the "b c" -"d e"`).slice(17)).toEqual(['the', 'b', 'c', '-"d e"']);
  });

  it.each(['"a b," c', '“a b,” c', 'error: "a b" c', '"a b" (c) d', '("a b") c', '"a b" -c "d e"'])('are phrases in %s', (query) => {
    expect(text(query).some((said) => said.startsWith('"a b"'))).toBe(true);
  });
});

describe('formatQuery', () => {
  it.each([
    ['  pool   "connection refused"  ', 'pool "connection refused"'],
    ['sort:date service:"web app" pool', 'pool service:"web app" sort:date'],
    ['-xml in:cause (service:web)', '-xml (service:web) in:root-cause'],
    ['rm -rf -(db) -"ui" -s"x"', 'rm rf -(db) -"ui" s "x"'],
    ['障害対応 M.withReturnType', '障害対応 M.withReturnType'],
    ['-(--no-cache) -(5xx)', '-(--no-cache) -(5xx)'],
    ['severity:≤2', 'severity:<=2'],
  ])('%s', (query, expected) => {
    expect(formatQuery(parseQuery(query))).toBe(expected);
  });
});

const PIECE = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'aB1_-./:\\@+#"“»\'( )=<≤障がก\u0301\ud83d'), maxLength: 12 }),
  fc.constantFrom(
    'service:',
    'severity:<=2',
    'in:title',
    'sort:date',
    'has:overdue',
    'year:2024',
    '"',
    '-',
    ' ',
    'M.withReturnType',
    '--no-cache',
    ' -rf',
    '-(db)',
    'C++',
    '{"a": "b c"}',
    'a="b',
    '",',
    'p q r s t u v w y z aa bb cc dd ee ff gg',
  ),
);
const QUERY = fc.array(PIECE, { maxLength: 8 }).map((pieces) => pieces.join(''));

/** Without what depends on how it was written. */
function meaning({ clauses, filters, ...rest }: Query): unknown {
  return {
    clauses: clauses.map((clause) =>
      clause.kind === 'word'
        ? { text: clause.text, negated: clause.negated, word: { ...clause.word, start: 0, end: 0 } }
        : { text: clause.text, negated: clause.negated, words: clause.words.map((word) => ({ ...word, start: 0, end: 0 })) },
    ),
    filters: filters.map((filter) => ({ ...filter, text: '' })),
    ...rest,
  };
}

describe('for any text', () => {
  it('a query is read, written, and read as the same', () => {
    fc.assert(
      fc.property(QUERY, (query) => {
        const parsed = parseQuery(query);
        expect(meaning(parseQuery(formatQuery(parsed)))).toEqual(meaning(parsed));
      }),
    );
  });

  it('words of a query stand where they say', () => {
    fc.assert(
      fc.property(QUERY, (query) => {
        for (const clause of parseQuery(query).clauses) {
          if (clause.kind === 'word') expect(query.slice(clause.word.start, clause.word.end)).toBe(clause.text);
          else for (const word of clause.words) expect(clause.text).toContain(query.slice(word.start, word.end));
        }
      }),
    );
  });
});

describe('long queries', () => {
  it.each(['"', '-', 'a ', 'service:', 'a:"', '(', 'x-', '障', '-a '])('ten thousand characters of %j', (unit) => {
    const query = unit.repeat(10_000 / unit.length);
    expect(() => formatQuery(parseQuery(query))).not.toThrow();
  });
});
