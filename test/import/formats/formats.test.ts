// Files as text: encodings, kinds that are refused, Word documents that are none, and the front matter of other tools.
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytes, codes, FIXTURES, one, refusal } from './read-document.ts';

describe('encodings', () => {
  const text = '# Störung – “offline” €\n\nNothing worked.\n';
  const units = (littleEndian: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
    return new Uint8Array(view.buffer);
  };

  it('reads UTF-8 with and without a mark, to the byte', async () => {
    expect((await one('a.md', bytes(text))).text).toBe(text);
    expect((await one('a.md', bytes(`\uFEFF${text}`))).text).toBe(text);
    expect(codes(await one('a.md', bytes(text)))).toEqual([]);
  });

  it('reads UTF-16 of both kinds, with a mark and without', async () => {
    for (const endian of [true, false]) {
      const mark = endian ? [0xff, 0xfe] : [0xfe, 0xff];
      for (const file of [Uint8Array.from([...mark, ...units(endian)]), units(endian)]) {
        const document = await one('a.md', file);
        expect(document.text).toBe(text);
        expect(codes(document)).toEqual(['encoding-converted']);
      }
    }
  });

  it('reads Windows-1252, alone and mixed with UTF-8, and says so', async () => {
    const old = Uint8Array.from([0x53, 0x74, 0xf6, 0x72, 0x75, 0x6e, 0x67, 0x20, 0x96, 0x20, 0x80, 0x0a]);
    const document = await one('a.txt', old);
    expect(document.text).toBe('Störung – €\n');
    expect(document.notes[0]).toMatchObject({ code: 'encoding-converted', severity: 'info' });
    const mixed = await one('a.txt', Uint8Array.from([...bytes('Größe\n'), ...old]));
    expect(mixed.text).toBe('Größe\nStörung – €\n');
    expect(mixed.notes[0]).toMatchObject({ code: 'encoding-converted', severity: 'warning' });
  });

  it('repairs text that was encoded twice, and says so', async () => {
    const document = await one('a.md', bytes('2:00 PM â€” 4:00 AM, Ã¼berall, ðŸŽ¬ but MENÜ“ stays\n'));
    expect(document.text).toBe('2:00 PM — 4:00 AM, überall, 🎬 but MENÜ“ stays\n');
    expect(codes(document)).toEqual(['encoded-twice']);
  });

  it('drops a stray NUL and refuses what is no text', async () => {
    expect((await one('a.md', bytes(`a\0b${'c'.repeat(99)}`))).text).toBe(`ab${'c'.repeat(99)}`);
    expect(
      await refusal(
        'a.md',
        Uint8Array.from({ length: 500 }, (_, i) => i % 32),
      ),
    ).toContain('not text');
    expect(await refusal('a.md', bytes('\0\0\0\0'))).toContain('not text');
    expect(await refusal('a.md', bytes(' \n'))).toBe('It is empty.');
    expect(await refusal('a.md', new Uint8Array())).toBe('It is empty.');
  });

  it('gives line feeds, and remembers what the lines ended in', async () => {
    const document = await one('a.md', bytes('# A\r\n\r\nB\r\n'));
    expect(document.text).toBe('# A\n\nB\n');
    expect(document.lineEnd).toBe('\r\n');
    expect((await one('a.md', bytes('# A\r\nB\n'))).lineEnd).toBeUndefined();
  });
});

describe('files of other kinds', () => {
  const compound = (more = ''): Uint8Array => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from(more, 'utf16le')]);

  it('are told what they are, and what to do', async () => {
    expect(await refusal('a.pdf', bytes('%PDF-1.7\n1 0 obj\n'))).toMatch(/^It is a PDF file.*Save it as/);
    expect(await refusal('a.doc', bytes('{\\rtf1 text}'))).toMatch(/^It is a file of rich text/);
    expect(await refusal('a.csv', bytes('time,event\n12:00,down\n'))).toMatch(/^It is a \.csv file\./);
    expect(await refusal('a.docx', compound('EncryptedPackage'))).toMatch(/protected by a password/);
    expect(await refusal('a.doc', compound())).toMatch(/old Word/);
  });
});

describe('front matter of other tools', () => {
  it('takes what it says outright and keeps the rest', async () => {
    const text =
      '---\nlayout: post\ntitle: "API: down"\ndate: 2024-03-05 10:00:00\nauthor: Ana\ntags: [api, dns]\nparams:\n  toc: true\n---\n\nText.\n';
    const document = await one('a.md', bytes(text));
    // The blank line is its author's as well.
    expect(document.text).toBe('\nText.\n');
    expect(document.firstLine).toBe(10);
    expect(document.facts).toMatchObject({ title: { value: 'API: down' }, authors: { value: ['Ana'] }, tags: { value: ['api', 'dns'] } });
    expect(document.facts?.started).toBeUndefined();
    expect(document.kept).toEqual(['layout: post', 'date: 2024-03-05 10:00:00', 'params:', '  toc: true']);
  });

  it('reads the TOML that Hugo writes', async () => {
    const document = await one('a.md', bytes('+++\ntitle = "Down"\ndraft = false\ntags = ["x", "y"]\n+++\nText.\n'));
    expect(document.facts).toMatchObject({ title: { value: 'Down' }, tags: { value: ['x', 'y'] } });
    expect(document.kept).toEqual(['draft = false']);
  });

  it('leaves a ruler at the top alone, and keeps what cannot be read', async () => {
    const ruler = '---\nA line.\n\n---\nText.\n';
    expect((await one('a.md', bytes(ruler))).text).toBe(ruler);
    const broken = await one('a.md', bytes('---\ntitle: [a\nx: "\n---\nText.\n'));
    expect(broken.kept).toEqual(['title: [a', 'x: "']);
    expect(codes(broken)).toEqual(['front-matter-unread']);
  });
});

describe('Word documents that are none', () => {
  const word = readFileSync(new URL('word.docx', FIXTURES));

  it('refuses bombs, other zips, damaged files and old formats', async () => {
    expect(await refusal('a.docx', zip('word/document.xml', new Uint8Array(60_000_000)))).toContain('larger than 48 MB');
    expect(await refusal('a.docx', zip('hello.txt', bytes('hello')))).toContain('not a Word document');
    expect(await refusal('a.docx', word.subarray(0, word.length - 100))).toContain('zip file');
    expect(await refusal('a.docx', wrongSizes(word))).toContain('damaged Word document');
    expect(await refusal('a.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toContain('.docx');
  });
});

/** A zip file of one entry. */
/** Whose directory gives every part a byte too many. */
function wrongSizes(docx: Uint8Array): Uint8Array {
  const damaged = Buffer.from(docx);
  for (let at = damaged.indexOf('PK\x01\x02'); at >= 0; at = damaged.indexOf('PK\x01\x02', at + 4))
    damaged.writeUInt32LE(damaged.readUInt32LE(at + 24) + 1, at + 24);
  return damaged;
}

function zip(name: string, content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  // A lie about its size, as bombs tell it.
  entry.writeUInt32LE(1, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}
