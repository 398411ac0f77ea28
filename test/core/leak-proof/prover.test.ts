// The proof finds a string in every encoding that readers' programs undo, and says where.
import { expect, test } from 'vitest';
import { makeProver } from '../../../src/core/leak-proof/prover.ts';
import type { Withheld } from '../../../src/core/withheld/pattern.ts';

const SECRETS: readonly Withheld[] = [
  { kind: 'string', text: 'Zephyr Müller' },
  { kind: 'id', text: '2026-01-03-quiet-deal' },
  { kind: 'title', text: 'The quiet deal of March' },
  { kind: 'person', text: 'Will', isCased: true, isUnproven: true },
];
const prover = makeProver(SECRETS, { hashes: new Set(['Zeph']) });
const secret = 'Zephyr Müller';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

test.each([
  ['as it is', secret],
  ['decomposed', secret.normalize('NFD')],
  ['as entities', 'Zephyr&#32;M&uuml;ller'],
  ['as entities of every letter', [...secret].map((letter) => `&#x${letter.codePointAt(0)?.toString(16)};`).join('')],
  ['as entities twice', '&amp;#90;ephyr M&amp;uuml;ller'],
  ['in JSON', JSON.stringify({ a: secret }).replace('ü', '\\u00fc')],
  ['in JSON of JSON', JSON.stringify(JSON.stringify({ a: secret })).replace('ü', '\\\\u00fc')],
  ['HTML in JSON', JSON.stringify('<b>Zephyr</b> <i>M&uuml;ller</i>')],
  ['over two elements', '<p>Zep<em>hyr</em> <a href="x">Mül</a>ler</p>'],
  ['over two parts of a drawing', '<text>Zephyr M<tspan dy="1">üll</tspan>er</text>'],
  ['in what XML calls characters', '<text>Zep<![CDATA[hyr Müll]]>er</text>'],
  ['over an instruction and a comment', '<text>Zep<?x y?>hyr Mül<!-- > -->ler</text>'],
  ['in an attribute', '<a title="Zephyr M&#252;ller">x</a>'],
  ['in an address', `https://x.example/${encodeURIComponent(secret)}`],
  ['in an address twice', `https://x.example/${encodeURIComponent(encodeURIComponent(secret))}`],
  ['as a slug', '/services/zephyr-muller/'],
  ['closed up', 'ZephyrMuller'],
  ['in capitals', 'ZEPHYR MÜLLER'],
  ['in base64', `data:text/plain;base64,${base64(`hello ${secret}!`)}`],
  ['in a folded line', 'BEGIN:VCALENDAR\r\nSUMMARY:x Zep\r\n hyr Müller'],
  ['over two lines', 'Zephyr\n    Müller'],
  ['with what nobody sees', 'Ze\u200bphyr\u00a0Mü\u00adller'],
  ['in a script', "'Zephyr M\\xfcller'"],
])('%s', (_, text) => {
  expect(prover.text(`some text before ${text} and after`.replace('some text before BEGIN', 'BEGIN')).map(({ secret }) => secret)).toEqual([
    0,
  ]);
});

test('ids and titles', () => {
  expect(prover.text('<loc>https://x.example/incidents/2026-01-03-quiet-deal/</loc>').map(({ secret }) => secret)).toEqual([1]);
  expect(prover.text('The  quiet deal of&nbsp;March').map(({ secret }) => secret)).toEqual([2]);
  expect(prover.text('2026-01-03-quiet-deals')).toEqual([]);
});

test('says where in the text, before anything was undone', () => {
  const text = '&amp;&amp; &lt;b&gt; Zephyr M&uuml;ller';
  expect(prover.text(text)).toEqual([{ secret: 0, at: text.indexOf('Zephyr') }]);
});

test('digests, names that are hashes, and words that cannot be told from others are no leak', () => {
  const digests = makeProver([{ kind: 'string', text: 'cafe' }], { hashes: new Set(['AcaFeX12']) });
  expect(digests.text(`"sha256":"${'cafe'.repeat(16)}" search/terms/AcaFeX12.bin`)).toEqual([]);
  expect(digests.text('"cafe"')).toHaveLength(1);
  expect(prover.text('Will they?')).toEqual([]);
});

test('strings beside each other are not read as one', () => {
  expect(prover.strings(['zephyr', 'muller'])).toEqual([]);
  expect(prover.strings(['a', 'zephyr muller'])).toHaveLength(1);
});

test('bytes of an image', () => {
  expect(prover.binary(Buffer.from(`\u0000\u0001zephyr m\u00fcller`, 'latin1'))).toHaveLength(1);
});
