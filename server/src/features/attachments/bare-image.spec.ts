import { describe, expect, it } from 'vitest';
import { bareImage } from './bare-image.api.ts';

const png = (...chunks: [name: string, body: string][]): Buffer => Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  ...[...chunks, ['IEND', ''] as const].map(([name, body]) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(body.length);
    return Buffer.concat([head, Buffer.from(name + body, 'latin1'), Buffer.alloc(4)]);
  }),
]);

const webp = (...chunks: [name: string, body: Buffer][]): Buffer => {
  const body = Buffer.concat(chunks.map(([name, bytes]) => {
    const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
    head.writeUInt32LE(bytes.length, 4);
    return Buffer.concat([head, bytes, Buffer.alloc(bytes.length % 2)]);
  }));
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  return Buffer.concat([head, body]);
};
const flags = (bits: number): Buffer => Buffer.from([bits, 0, 0, 0, 9, 0, 0, 9, 0, 0]);

describe('pictures on their way into the store', () => {
  it('[AT3] a PNG loses its words, its time and its EXIF, and what is behind its end', () => {
    const taken = png(['IHDR', 'head'], ['tEXt', 'Author\0张三'], ['eXIf', 'GPS'], ['tIME', '2026'], ['IDAT', 'picture']);
    expect(bareImage(Buffer.concat([taken, Buffer.from('tail')]), 'image/png')).toEqual(png(['IHDR', 'head'], ['IDAT', 'picture']));
  });

  it('[AT3] a WebP loses EXIF and XMP, also their announcement', () => {
    const picture = Buffer.from('picture');
    const taken = webp(['VP8X', flags(0b0001_1100)], ['VP8 ', picture], ['EXIF', Buffer.from('GPS')], ['XMP ', Buffer.from('<x>')]);
    expect(bareImage(Buffer.concat([taken, Buffer.from('tail')]), 'image/webp')).toEqual(webp(['VP8X', flags(0b0001_0000)], ['VP8 ', picture]));
  });

  it.each([
    ['a PNG', 'image/png', png(['IHDR', 'head'], ['IDAT', 'picture'])], ['a WebP', 'image/webp', webp(['VP8 ', Buffer.from('picture')])],
  ] as const)('[AT4] %s that breaks off anywhere is none', (_what, type, whole) => {
    for (let length = 0; length < whole.length; length += 1) expect(bareImage(whole.subarray(0, length), type), String(length)).toBeNull();
    expect(bareImage(whole, type)).toEqual(whole);
  });
});
