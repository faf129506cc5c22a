import { describe, expect, it } from 'vitest';
import { sniffAudio } from './sniff-audio.ts';

const padded = (text: string): Buffer => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(40)]);

describe('telling voice notes by their bytes', () => {
  it('[VN2] knows what browsers record: WebM, Ogg and MP4', () => {
    expect(sniffAudio(padded('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm'))).toBe('audio/webm');
    expect(sniffAudio(padded('OggS\0\x02\0\0\0\0\0\0\0\0 serial  page\x01\x13OpusHead'))).toBe('audio/ogg');
    expect(sniffAudio(padded('\0\0\0\x1cftypisom\0\0\x02\0'))).toBe('audio/mp4');
  });

  it.each([['a page', '<!doctype html><script>alert(1)</script>'], ['another film', '\x1a\x45\xdf\xa3 matroska'], ['a HEIC picture', '\0\0\0\x18ftypheic\0\0\0\0'], ['Ogg with something else', 'OggS theora'], ['an MP3', 'ID3\x04']])('[VN2] refuses %s', (_what, text) => {
    expect(sniffAudio(padded(text))).toBeNull();
    expect(sniffAudio(Buffer.from('OggS'))).toBeNull();
  });
});
