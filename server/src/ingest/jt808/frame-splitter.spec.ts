import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeMessage } from './encode-frame.ts';
import { FrameSplitter, maxFrameBytes } from './frame-splitter.ts';

type Seen = { frames: string[]; refused: string[]; splitter: FrameSplitter };

function split(...chunks: Uint8Array[]): Seen {
  const frames: string[] = [];
  const refused: string[] = [];
  const splitter = new FrameSplitter({
    frame: (bytes, start, end) => frames.push(hexOf(bytes.subarray(start, end))),
    refused: (reason) => refused.push(reason),
  });
  for (const chunk of chunks) splitter.push(chunk);
  return { frames, refused, splitter };
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function bytesOf(hex: string): Uint8Array {
  return Buffer.from(hex, 'hex');
}

const heartbeat = bytesOf('7e0002000001395700123400054e7e');
const heartbeatContent = '000200000139570012340005';
const escaped = bytesOf('7e020000220139570012347d017d02000000010000000301b9857d020715dd7d02007d02007d01007d01260315093110010400007d027d01fa7e');
const escapedContent = '020000220139570012347d7e000000010000000301b9857e0715dd7e007e007d007d260315093110010400007e7d';

describe('FrameSplitter', () => {
  it('finds the same frames at every possible cut', () => {
    const stream = Buffer.concat([bytesOf('0102'), heartbeat, escaped, heartbeat.subarray(1), bytesOf('aa55'), escaped]);
    const whole = split(stream);
    expect(whole.frames).toEqual([heartbeatContent, escapedContent, heartbeatContent, escapedContent]);
    for (let first = 0; first <= stream.length; first += 1) {
      for (let second = first; second <= stream.length; second += 7) {
        const cut = split(stream.subarray(0, first), stream.subarray(first, second), stream.subarray(second));
        expect({ frames: cut.frames, refused: cut.refused }).toEqual({ frames: whole.frames, refused: whole.refused });
      }
    }
    const single = split(...Array.from(stream, (byte) => Uint8Array.of(byte)));
    expect({ frames: single.frames, refused: single.refused }).toEqual({ frames: whole.frames, refused: whole.refused });
  });

  it('takes one delimiter between two frames as end and beginning', () => {
    expect(split(heartbeat, heartbeat.subarray(1)).frames).toEqual([heartbeatContent, heartbeatContent]);
  });

  it('counts bytes before the first delimiter as skipped, not as a frame', () => {
    const seen = split(bytesOf('00112233'), heartbeat);
    expect(seen.frames).toHaveLength(1);
    expect(seen.refused).toEqual([]);
    expect(seen.splitter.skippedBytes).toBe(4);
  });

  it('refuses garbage between frames and keeps the frames around it', () => {
    const seen = split(heartbeat, bytesOf('deadbeef'), heartbeat);
    expect(seen.frames).toHaveLength(2);
    expect(seen.refused).toEqual(['short']);
  });

  it('refuses a wrong checksum', () => {
    expect(split(bytesOf('7e0002000001395700123400054f7e')).refused).toEqual(['checksum']);
  });

  it('refuses an escape mark that is followed by neither 01 nor 02, and reads on', () => {
    const seen = split(bytesOf('7e00027d0300013957001234000500007e'), heartbeat);
    expect(seen.refused).toEqual(['escape']);
    expect(seen.frames).toEqual([heartbeatContent]);
  });

  it('refuses a frame that ends within an escape', () => {
    expect(split(bytesOf('7e000200000139570012340005007d7e')).refused).toEqual(['escape']);
  });

  it('gives up what grows beyond the longest frame, in one chunk or in many', () => {
    const endless = new Uint8Array(100_000).fill(1);
    const inOne = split(bytesOf('7e'), endless, heartbeat);
    expect(inOne.refused).toEqual(['oversize']);
    expect(inOne.frames).toEqual([heartbeatContent]);

    const inMany = split(bytesOf('7e'), ...Array.from({ length: 100 }, () => endless.subarray(0, 100)), heartbeat);
    expect(inMany.refused).toEqual(['oversize']);
    expect(inMany.frames).toEqual([heartbeatContent]);
  });

  it('takes the longest frame the standard allows, every byte of its body escaped', () => {
    const body = new Uint8Array(1023).fill(0x7e);
    const frame = encodeMessage({ messageId: 0x0704, layout: '2019', phone: '7', serial: 1 }, body);
    const seen = split(frame.subarray(0, 900), frame.subarray(900));
    expect(seen.refused).toEqual([]);
    expect(seen.frames[0]).toHaveLength((17 + 1023) * 2);
  });

  it('survives 100,000 mutated and random frames and never holds more than one frame', () => {
    const originals = [heartbeat, escaped];
    const mutation = fc.record({
      original: fc.nat(1), at: fc.nat(200), byte: fc.nat(255), noise: fc.uint8Array({ maxLength: 40 }), cut: fc.nat(200),
    });
    const seen = split();
    const batches = fc.sample(fc.array(mutation, { minLength: 100, maxLength: 100 }), { numRuns: 1_000, seed: 808 });
    for (const { original, at, byte, noise, cut } of batches.flat()) {
      const mutated = Uint8Array.from(originals[original] as Uint8Array);
      mutated[at % mutated.length] = byte;
      seen.splitter.push(mutated.subarray(0, cut % (mutated.length + 1)));
      seen.splitter.push(noise);
      seen.splitter.push(mutated.subarray(cut % (mutated.length + 1)));
      if (seen.splitter.heldBytes > maxFrameBytes) expect.fail(`${seen.splitter.heldBytes} bytes held`);
    }
    expect(batches.flat()).toHaveLength(100_000);
    expect(seen.refused.length).toBeGreaterThan(50_000);

    seen.frames.length = 0;
    seen.splitter.push(heartbeat);
    expect(seen.frames).toEqual([heartbeatContent]);
  });
});
