// What slugs look like, and what no slug may be.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slugify } from '../../../src/core/text/slug.ts';

const LONE_SURROGATE = /\p{Surrogate}/u;

describe('slugify', () => {
  test.each([
    ['Checkout', 'checkout'],
    ['  Café & Bar ', 'café-bar'],
    ['config_push', 'config-push'],
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['Ｆｕｌｌ width', 'full-width'],
    ['障害 2026', '障害-2026'],
    ['हिन्दी', 'हिन्दी'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'x-con'],
    ['com1', 'x-com1'],
    ['İstanbul', 'i̇stanbul'],
  ])('%j becomes %j', (text, slug) => {
    expect(slugify(text)).toBe(slug.normalize('NFKC'));
  });

  test('text without letters or digits still gets a name of its own', () => {
    expect(slugify('!!!')).toMatch(/^x-[0-9a-z]+$/);
    expect(slugify('!!!')).not.toBe(slugify('???'));
    expect(slugify('')).not.toBe('');
  });

  test('long names are cut and stay apart', () => {
    const long = 'word '.repeat(40);
    expect(slugify(long).length).toBeLessThanOrEqual(80);
    expect(slugify(`${long}a`)).not.toBe(slugify(`${long}b`));
  });

  test('every text gives a safe, stable path segment', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 200 })), (text) => {
        const slug = slugify(text);
        expect(slug).toMatch(/^[\p{L}\p{M}\p{N}-]{1,80}$/u);
        expect(slug).not.toMatch(/^-|-$/);
        expect(slug).not.toMatch(LONE_SURROGATE);
        expect(slugify(slug)).toBe(slug);
      }),
      { numRuns: 200 },
    );
  });
});
