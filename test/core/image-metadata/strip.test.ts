// Images lose what their cameras and editors wrote, and nothing that is seen.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { minimalExif, orientationOf } from '../../../src/core/image-metadata/orientation.ts';
import { withoutMetadata } from '../../../src/core/image-metadata/strip.ts';

const SECRET = 'Zorvex 55.676 N 12.568 E';
const text = (bytes: Uint8Array | 'damaged'): string => (bytes === 'damaged' ? bytes : Buffer.from(bytes).toString('latin1'));
const segment = (marker: number, data: string | Uint8Array): Buffer => {
  const body = typeof data === 'string' ? Buffer.from(data, 'latin1') : Buffer.from(data);
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
};

function jpeg(orientation: number): Buffer {
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), minimalExif(orientation), Buffer.from(SECRET)]);
  const picture = [segment(0xdb, 'table'), segment(0xc0, 'frame'), segment(0xda, 'scan'), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4])];
  const notes = [
    segment(0xe1, exif),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${SECRET}`),
    segment(0xed, SECRET),
    segment(0xfe, SECRET),
  ];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, 'JFIF\0rest'),
    ...notes,
    segment(0xe2, 'ICC_PROFILE\0p'),
    ...picture,
    Buffer.from([0xff, 0xd9]),
    Buffer.from(SECRET),
  ]);
}

test('JPEG: the picture, its profile and which way up it is stay', () => {
  const stripped = withoutMetadata('a.jpg', jpeg(6));
  expect(text(stripped)).not.toContain('Zorvex');
  for (const part of ['JFIF', 'ICC_PROFILE', 'table', 'frame', 'scan', '\x01\x02\xff\0\x03\xff\xd0\x04\xff\xd9'])
    expect(text(stripped)).toContain(part);
  const at = text(stripped).indexOf('Exif\0\0');
  expect(orientationOf((stripped as Uint8Array).subarray(at + 6))).toBe(6);
  expect(text(withoutMetadata('a.jpeg', jpeg(1)))).not.toContain('Exif');
  expect(withoutMetadata('a.jpg', stripped as Uint8Array)).toEqual(stripped);
});

test('PNG: comments, times and what follows the end go', () => {
  const png = readFileSync(fileURLToPath(new URL('../../../docs/images/incident.png', import.meta.url)));
  const note = Buffer.concat([Buffer.from([0, 0, 0, SECRET.length]), Buffer.from(`tEXt${SECRET}`), Buffer.alloc(4)]);
  const dirty = Buffer.concat([png.subarray(0, 33), note, png.subarray(33), Buffer.from(SECRET)]);
  const stripped = withoutMetadata('a.png', dirty);
  expect(text(stripped)).not.toContain('Zorvex');
  expect(stripped).toEqual(withoutMetadata('a.png', png));
});

test('GIF, WebP and SVG', () => {
  const gif = Buffer.concat([
    Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1'),
    Buffer.from([0x21, 0xfe, SECRET.length]),
    Buffer.from(`${SECRET}\0`),
    Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
  ]);
  expect(text(withoutMetadata('a.gif', gif))).not.toContain('Zorvex');
  const chunk = (name: string, data: string): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(name), size, Buffer.from(data.length % 2 ? `${data}\0` : data, 'latin1')]);
  };
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    chunk('VP8X', '\x0c\0\0\0\0\0\0\0\0\0'),
    chunk('VP8L', 'pixel'),
    chunk('EXIF', SECRET),
    chunk('XMP ', SECRET),
  ]);
  const webp = withoutMetadata('a.webp', Buffer.concat([Buffer.from('RIFF'), Buffer.from(Uint32Array.of(body.length).buffer), body]));
  expect(text(webp)).not.toContain('Zorvex');
  expect(text(webp)).toContain('VP8X\x0a\0\0\0\0');
  expect(text(webp)).toContain('pixel');
  const svg = `<svg inkscape:export-filename="${SECRET}"><!-- ${SECRET} --><metadata>${SECRET}</metadata><path d="M0 0"/></svg>`;
  expect(text(withoutMetadata('a.svg', Buffer.from(svg)))).toBe('<svg><path d="M0 0"/></svg>');
});

test('SVG: the images that it carries lose theirs too, and one that cannot be read is damaged', () => {
  const embed = (image: Uint8Array): Buffer => {
    const base64 = Buffer.from(image).toString('base64').replace(/.{60}/g, '$&\n');
    return Buffer.from(`<svg><image href="data:image/jpeg;base64,${base64}"/></svg>`);
  };
  const stripped = text(withoutMetadata('a.svg', embed(jpeg(6))));
  const inner = Buffer.from(/base64,([^"]*)/.exec(stripped)?.[1] ?? '', 'base64');
  expect(inner).toEqual(Buffer.from(withoutMetadata('a.jpg', jpeg(6)) as Uint8Array));
  expect(inner.toString('latin1')).not.toContain('Zorvex');
  expect(withoutMetadata('a.svg', embed(Buffer.from(inner)))).toBeInstanceOf(Uint8Array);
  expect(withoutMetadata('a.svg', embed(jpeg(6).subarray(0, 40)))).toBe('damaged');
});

test.each(['a.jpg', 'a.png', 'a.gif', 'a.webp', 'a.avif'])('%s that is cut off is damaged, not passed on', (name) => {
  expect(withoutMetadata(name, Buffer.from('RIFF'))).toBe('damaged');
});
