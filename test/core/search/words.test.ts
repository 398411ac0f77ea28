// The tokenizer: identifiers whole and in parts, words of every script, and nothing that costs more than its length.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termsOf } from '../../../src/core/search/terms.ts';
import { words } from '../../../src/core/search/words.ts';

/** Text as given, `text` with `!` where it is an identifier, parts. */
function say(text: string): string[] {
  return words(text).map(
    (word) => `${word.text}${word.isIdentifier ? '!' : ''}${word.parts.length > 0 ? ` (${word.parts.join(' ')})` : ''}`,
  );
}

describe('identifiers are kept whole and in parts', () => {
  it.each([
    ['ERR_4012', 'err_4012! (err4012 err 4012)'],
    ['ERR4012', 'err4012! (err 4012)'],
    ['PAY-812', 'pay-812! (pay812 pay 812)'],
    ['10.2.3.4', '10.2.3.4! (10)'],
    ['10.2.3.4:8080', '10.2.3.4:8080! (10.2.3.4 10 8080)'],
    ['--no-cache', '--no-cache! (nocache no cache)'],
    ['M.withReturnType', 'm.withreturntype! (withreturntype with return type)'],
    ['M.tagsExhaustive', 'm.tagsexhaustive! (tagsexhaustive tags exhaustive)'],
    ['upstream_rq_timeout', 'upstream_rq_timeout! (upstreamrqtimeout upstream rq timeout)'],
    ['foo.bar.svc.cluster.local:8443', 'foo.bar.svc.cluster.local:8443! (foo.bar.svc.cluster.local foo bar svc cluster local 8443)'],
    ['db-01.example.com', 'db-01.example.com! (db-01 db01 db 01 example com)'],
    ['v2.4.1-rc.1', 'v2.4.1-rc.1! (2.4.1-rc.1 v2.4.1-rc 2.4.1-rc v2.4.1 2.4.1 v2 rc)'],
    ['nginx-1.25.3', 'nginx-1.25.3! (nginx 1.25.3 25)'],
    ['/var/lib/etcd', '/var/lib/etcd! (var/lib/etcd var lib etcd)'],
    ['/healthz', '/healthz! (healthz)'],
    ['C:\\Windows\\System32', 'c:\\windows\\system32! (c: windows system32 system 32)'],
    ['.env', '.env! (env)'],
    ['0x7fff5fbff8c0', '0x7fff5fbff8c0! (7fff5fbff8c0)'],
    ['a1b2c3d', 'a1b2c3d!'],
    ['SIGKILL', 'sigkill'],
    ['TLSv1.3', 'tlsv1.3! (tls 1.3 tlsv1)'],
    ['src/app/foo.ts:12:5', 'src/app/foo.ts:12:5! (src/app/foo.ts src app foo.ts:12:5 foo.ts foo ts 12)'],
    ['JavaScript', 'javascript'],
    ['CrashLoopBackOff', 'crashloopbackoff! (crash loop back off)'],
    ['CVE-2021-44228', 'cve-2021-44228! (cve202144228 cve 2021 44228)'],
    ['C++', 'c++!'],
    ['C#', 'c#!'],
    ['user@host', 'user@host! (user host)'],
    ['2001:db8::1', '2001:db8::1! (2001 db8 db)'],
    ['::1', '::1!'],
    ['std::vector', 'std::vector! (std vector)'],
    ['__init__', '__init__! (init)'],
    ['HTTPServerError', 'httpservererror! (http server error)'],
    ['HTTP/1.1', 'http/1.1! (http 1.1)'],
    ['500ms', '500ms! (500 ms)'],
    ['10,000', '10000! (10 000)'],
    ['2024-03-01T12:34:56Z', '2024-03-01t12:34:56z! (2024-03-01 2024 03 01 12:34:56z 12 34 56z 56)'],
    ['registry.io/org/img:1.2', 'registry.io/org/img:1.2! (registry.io registry io org img:1.2 img 1.2)'],
  ])('%s', (text, expected) => {
    expect(say(text)).toEqual([expected]);
    // The same inside a sentence, inside code, and between quotation marks.
    for (const around of [`See ${text}.`, `(${text})`, `"${text}",`, `\`${text}\`;`, `What is ${text}?`, `‘${text}’ …`, `x = [${text}]`]) {
      expect(say(around)).toContain(expected);
    }
  });

  it('scheme, query and anchor of an address are not part of a name', () => {
    expect(say('https://x.example/a/b?id=4012#top')).toEqual(['x.example/a/b! (x.example example)', 'id', '4012!', 'top']);
    expect(say('redis://cache:6379')).toEqual(['redis', 'cache:6379! (cache 6379)']);
    expect(say('max_connections=100')).toEqual(['max_connections! (maxconnections max connections)', '100!']);
    expect(say('std::move(foo->bar)')).toEqual(['std::move! (std move)', 'foo', 'bar']);
  });
});

describe('words', () => {
  it.each([
    ["It's the service's, isn't it?", ['it', 'the', 'service', 'isnt', 'it']],
    ['we’ll lose O’Reilly', ['we', 'lose', 'oreilly! (reilly)']],
    ['l’incident d’accès', ['incident', 'acces']],
    ['split-brain', ['split-brain (split brain)']],
    ['out‑of‑memory', ['out-of-memory (out of memory)']],
    ['CI/CD and I/O', ['ci/cd (ci cd)', 'and', 'i/o']],
    ['e.g. in the U.S.', ['eg', 'in', 'the', 'us']],
    ['it failed--badly — and… again', ['it', 'failed', 'badly', 'and', 'again']],
    ['VMs and APIs', ['vms', 'and', 'apis']],
    ['the 4th', ['the', '4th!']],
    ['a🔥b 𝒳y 𠮷', ['a', 'b', 'xy', '𠮷']],
    ['_very_ **bold**', ['very', 'bold']],
    ['Störung STÖRUNG Sto\u0308rung Storung', ['storung', 'storung', 'storung', 'storung']],
    ['naïve Straße ΟΔΟΣ Øresund inter\u00adnational', ['naive', 'strasse', 'οδοσ', 'oresund', 'international']],
    ['ＥＲＲ＿４０１２', ['err_4012! (err4012 err 4012)']],
    ['हिन्दी السَّلامُ السلام', ['हिन्दी', 'السلام', 'السلام']],
    ['障害', ['障害']],
    ['DBの障害。', ['db', 'の', '障害']],
    ['장애가', ['장애가 (장애 애가)']],
    ['', []],
    ['-- ... :: ___ \u0301 \ud800 🔥', []],
  ])('%s', (text, expected) => {
    expect(say(text)).toEqual(expected);
  });

  it('Thai is cut into words', () => {
    expect(say('ระบบล่มเพราะฐานข้อมูล').length).toBeGreaterThan(2);
  });

  it('an engine without a segmenter still finds pairs of characters', () => {
    const { Segmenter } = Intl;
    try {
      Reflect.set(Intl, 'Segmenter', undefined);
      expect(say('停電復旧')).toEqual(['停電復旧 (停電 電復 復旧)']);
      expect(say('ล่มแล้ว')).toEqual(['ล่มแล้ว']);
    } finally {
      Reflect.set(Intl, 'Segmenter', Segmenter);
    }
  });

  it('a run longer than any name is cut at its punctuation', () => {
    expect(say(`${'ab.'.repeat(60)}c`)).toHaveLength(61);
    expect(words('x'.repeat(300)).map((word) => word.end - word.start)).toEqual([128, 128, 44]);
  });
});

/** Terms that two spellings share. */
function shared(one: string, other: string): string[] {
  const terms = new Set(words(other).flatMap(termsOf));
  return words(one)
    .flatMap(termsOf)
    .filter((term) => terms.has(term));
}

describe('what is typed meets what is written', () => {
  it.each([
    ['split brain', 'split-brain'],
    ['splitbrain', 'split-brain'],
    ['withreturntype', 'M.withReturnType'],
    ['withReturnType', 'M.withReturnType'],
    ['return type', 'M.withReturnType'],
    ['no-cache', '--no-cache'],
    ['ERR-4012', 'ERR_4012'],
    ['sha1', 'SHA-1'],
    ['nodejs', 'Node.js'],
    ['TLS 1.3', 'TLSv1.3'],
    ['src/app/foo.ts', 'at src/app/foo.ts:12'],
    ['cicd', 'CI/CD'],
    ['2.4.1', 'v2.4.1'],
    ['10.2.3.4', 'http://10.2.3.4:8080/x'],
    ['var/lib', '/var/lib'],
    ['500 ms', '500ms'],
    ['timeout errors', 'TimeoutError'],
    ['storungen', 'Störungen'],
    ['障害', '大規模障害'],
    ['장애', '장애가'],
  ])('%s finds %s', (typed, written) => {
    expect(shared(typed, written)).not.toEqual([]);
  });
});

const TEXT = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(..."aB1_-./:\\@+#',’ é障がก한\u0301\u00ad\ud83d"), maxLength: 40 }),
);

describe('for any text', () => {
  it('words stand in order, do not overlap, and are what stands there', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        let end = 0;
        for (const word of words(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.text).not.toBe('');
          expect(word.text).not.toMatch(/\s/);
          expect(word.places).toHaveLength(word.parts.length);
          for (const place of word.places) expect(place).toBeLessThan(word.span);
          end = word.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('case makes no difference to the terms of wholes, nor does the normal form', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const texts = (of: string): string[] => words(of).map((word) => word.text);
        expect(texts(text.normalize('NFD'))).toEqual(texts(text.normalize('NFC')));
      }),
    );
  });

  it('a word alone is the word it was in its text', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        for (const word of words(text)) {
          // Lao ຳ comes apart with its mark in front.
          if (word.parts.length > 0 || /^\p{M}/u.test(word.text)) continue;
          const [again] = words(word.text);
          expect(again?.text).toBe(word.text);
        }
      }),
    );
  });
});

describe('hostile text', () => {
  it.each([
    'a',
    'A',
    'aB',
    '_',
    '-',
    '--a',
    'a.',
    'a-',
    '1,',
    "a'",
    '/',
    '::',
    '🔥',
    '\u0301',
    '障',
    '장',
    'ก',
    '\ud800',
    'http://',
    'a_',
    '+',
    'C++',
  ])('a long run of %j is read in pieces', (unit) => {
    const text = unit.repeat(Math.ceil(200_000 / unit.length));
    expect(words(text).every((word) => word.end - word.start <= 2000)).toBe(true);
  });
});
