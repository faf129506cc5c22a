import { describe, expect, it } from 'vitest';
import { bareJpeg } from './bare-jpeg.ts';

const segment = (marker: number, text: string): number[] => [0xff, marker, 0, text.length + 2, ...Buffer.from(text)];
const SCANNED = [1, 0xff, 0x00, 2, 0xff, 0xd3, 3];
const picture = (...telling: number[][]): Buffer => Buffer.from([0xff, 0xd8, ...segment(0xe0, 'JFIF'), ...telling.flat(), ...segment(0xdb, 'table'), ...segment(0xee, 'Adobe'), ...segment(0xda, 'scan'), ...SCANNED, 0xff, 0xd9]);

/** A segment of EXIF as a phone writes it: which way is up, then where. */
const exif = (way: number, order: 'II' | 'MM'): number[] => {
  const tiff = Buffer.alloc(40);
  const little = order === 'II';
  tiff.write(order, 'latin1');
  const put = (value: number, at: number): number => (little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  if (little) tiff.writeUInt32LE(8, 4);
  else tiff.writeUInt32BE(8, 4);
  put(1, 8);
  put(0x0112, 10);
  put(3, 12);
  put(way, 18);
  tiff.write('GPS 31.8', 24);
  return [0xff, 0xe1, 0, tiff.length + 8, ...Buffer.from('Exif\0\0'), ...tiff];
};

describe('a photo on its way into the store', () => {
  it('[CZ7] loses what camera and phone wrote into it, and nothing of its picture', () => {
    const telling = [segment(0xe1, 'Exif GPS 31.8'), segment(0xed, 'Photoshop by'), segment(0xe2, 'profile'), segment(0xfe, 'comment')];
    expect(bareJpeg(Buffer.concat([picture(...telling), Buffer.from('tail')]))).toEqual(picture());
  });

  it.each(['II', 'MM'] as const)('[AT3] keeps which way is up (%s) and no word of where', (order) => {
    const bare = bareJpeg(picture(exif(6, order)))!;
    expect(bare.length).toBe(picture().length + 36);
    expect(bare.subarray(bare.indexOf('Exif') + 6 + 10).readUInt32BE(8)).toBe(6 << 16);
    expect(bare.includes('GPS')).toBe(false);
    expect(bareJpeg(picture(exif(1, order)))).toEqual(picture());
    expect(bareJpeg(bare)).toEqual(bare);
  });

  it.each([
    ['nothing', Buffer.alloc(0)], ['a script', Buffer.from('<script>alert(1)</script>')], ['one that breaks off', picture().subarray(0, 20)], ['one without its end', picture().subarray(0, -2)],
    ['a length beyond its end', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 1])], ['a length of nothing', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xd9])],
  ])('[CZ7] is refused when it is %s', (_what, bytes) => {
    expect(bareJpeg(bytes)).toBeNull();
  });
});
