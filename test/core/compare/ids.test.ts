// What an address of the comparison asks for, and what is said of the rest.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareQuery, readIds } from '../../../src/core/compare/ids.ts';
import { idFault } from '../../../src/core/front-matter/schema/text-faults.ts';

describe('an address', () => {
  it('names incidents by their ids, in its order', () => {
    expect(readIds('?ids=b,a,2026-03-01-mail_2.x')).toEqual({ ids: ['b', 'a', '2026-03-01-mail_2.x'], remarks: [] });
  });

  it.each(['', '?', '?ids=', '?ids=,%20,', '?other=a'])('asks for nothing: %j', (search) => {
    expect(readIds(search)).toEqual({ ids: [], remarks: [] });
  });

  it.each([
    'https://postmortems.example/archive/incidents/late-mail/',
    'https://postmortems.example/incidents/late-mail/?mark=mail#root-cause',
    '/incidents/late-mail',
    'incidents/late-mail.json',
    '../incidents/late-mail.md',
    'late-mail',
    '  late-mail ',
  ])('takes what a form adds, an id or the address of a page: %j', (added) => {
    expect(readIds(`?add=${encodeURIComponent(added)}&ids=one,two`)).toEqual({ ids: ['one', 'two', 'late-mail'], remarks: [] });
  });

  it('says what cannot be an id', () => {
    expect(readIds('?ids=a,%3Cscript%3E,b')).toEqual({
      ids: ['a', 'b'],
      remarks: ['\u201c<script>\u201d is neither the id of an incident nor the address of its page.'],
    });
    expect(readIds('?ids=../../etc/passwd,-x,https://elsewhere.example/a').remarks).toEqual([
      '\u201c../../etc/passwd\u201d, \u201c-x\u201d and \u201chttps://elsewhere.example/a\u201d are neither ids of an incident nor the address of its page.',
    ]);
    expect(readIds('?ids=incidents/%25zz/').remarks).toHaveLength(1);
  });

  it('says which came twice, however they were written', () => {
    expect(readIds('?ids=a,b,a&ids=/incidents/b/')).toEqual({
      ids: ['a', 'b'],
      remarks: ['\u201ca\u201d and \u201cb\u201d were asked for more than once.'],
    });
  });

  it('says which are too many; one that came twice takes no place', () => {
    expect(readIds('?ids=a,b,a,c,d,e')).toEqual({
      ids: ['a', 'b', 'c', 'd', 'e'],
      remarks: ['\u201ca\u201d was asked for more than once.'],
    });
    expect(readIds('?ids=a,b,c,d,e,f,g')).toEqual({
      ids: ['a', 'b', 'c', 'd', 'e'],
      remarks: ['At most five incidents stand beside one another; left out: \u201cf\u201d and \u201cg\u201d.'],
    });
  });

  it('is cut to what a sentence bears', () => {
    const [remark = ''] = readIds(`?ids=${Array.from({ length: 4000 }, (_, n) => `%3C${n}${'x'.repeat(90)}`).join(',')}`).remarks;
    expect(remark.length).toBeLessThan(500);
    expect(remark).toContain('and 3995 more');
  });
});

test('the address of these alone is read as these alone', () => {
  expect(compareQuery([])).toBe('./');
  expect(compareQuery(['a', 'b.c'])).toBe('?ids=a,b.c');
  expect(readIds(compareQuery(['a', 'b.c'])).ids).toEqual(['a', 'b.c']);
});

test('every id that an incident can have is one here', () => {
  const letters = fc.stringMatching(/^[A-Za-z0-9._-]{1,130}$/);
  fc.assert(fc.property(letters, (id) => idFault(id) !== undefined || readIds(`?ids=${encodeURIComponent(id)}`).ids[0] === id));
});
