import { describe, expect, it } from 'vitest';
import { bareJpeg } from './bare-jpeg.api.ts';

const segment = (marker: number, text: string): number[] => [0xff, marker, 0, text.length + 2, ...Buffer.from(text)];
const SCANNED = [1, 0xff, 0x00, 2, 0xff, 0xd3, 3];
const picture = (...telling: number[][]): Buffer => Buffer.from([0xff, 0xd8, ...segment(0xe0, 'JFIF'), ...telling.flat(), ...segment(0xdb, 'table'), ...segment(0xee, 'Adobe'), ...segment(0xda, 'scan'), ...SCANNED, 0xff, 0xd9]);

describe('a photo from a citizen', () => {
  it('[CZ7] loses what camera and phone wrote into it, and nothing of its picture', () => {
    const telling = [segment(0xe1, 'Exif GPS 31.8'), segment(0xed, 'Photoshop by'), segment(0xe2, 'profile'), segment(0xfe, 'comment')];
    expect(bareJpeg(Buffer.concat([picture(...telling), Buffer.from('tail')]))).toEqual(picture());
  });

  it.each([
    ['nothing', Buffer.alloc(0)], ['a script', Buffer.from('<script>alert(1)</script>')], ['one that breaks off', picture().subarray(0, 20)], ['one without its end', picture().subarray(0, -2)],
    ['a length beyond its end', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 1])], ['a length of nothing', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xd9])],
  ])('[CZ7] is refused when it is %s', (_what, bytes) => {
    expect(bareJpeg(bytes)).toBeNull();
  });
});
