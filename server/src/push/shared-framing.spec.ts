import { describe, expect, it } from 'vitest';
import { shareFraming } from './shared-framing.ts';

interface Options {
  wsPreEncodedFrame?: readonly Uint8Array[];
}

/** The part of Socket.IO's adapter that is changed, with a count of what it encodes. */
function fakeAdapter(): { encodedCount: number; encoder: { encode(packet: { data: unknown[] }): (string | Uint8Array)[] }; _encode(packet: object, options: Options): unknown } {
  return {
    encodedCount: 0,
    encoder: {
      encode({ data }) {
        adapter.encodedCount += 1;
        return data[1] instanceof Uint8Array ? ['51-["frame",{"_placeholder":true,"num":0}]', data[1]] : [`2${JSON.stringify(data)}`];
      },
    },
    _encode: () => [],
  };
}

let adapter: ReturnType<typeof fakeAdapter>;

function broadcast(payload: unknown): Uint8Array {
  const options: Options = {};
  adapter._encode({ type: 2, data: ['event', payload] }, options);
  expect(options.wsPreEncodedFrame).toHaveLength(1);
  return options.wsPreEncodedFrame?.[0] ?? new Uint8Array();
}

describe('shared framing', () => {
  it('puts a binary event into one write of two WebSocket frames', () => {
    adapter = fakeAdapter();
    const bytesOf = shareFraming(adapter as never);
    const payload = new Uint8Array(300).fill(7);
    const wire = Buffer.from(broadcast(payload));
    const text = '451-["frame",{"_placeholder":true,"num":0}]';
    expect(wire.subarray(0, 2)).toEqual(Buffer.of(0x81, text.length));
    expect(wire.subarray(2, 2 + text.length).toString()).toBe(text);
    expect(wire.subarray(2 + text.length, 6 + text.length)).toEqual(Buffer.of(0x82, 126, 1, 44));
    expect(wire.length).toBe(6 + text.length + 300);
    expect(bytesOf(payload)).toBe(wire.length);
  });

  it('encodes a payload once, however often it is broadcast', () => {
    adapter = fakeAdapter();
    shareFraming(adapter as never);
    const payload = { cases: ['徐霞客'] };
    expect(broadcast(payload)).toBe(broadcast(payload));
    expect(adapter.encodedCount).toBe(1);
    broadcast({ cases: ['徐霞客'] });
    expect(adapter.encodedCount).toBe(2);
  });

  it('writes long messages with a long length', () => {
    adapter = fakeAdapter();
    shareFraming(adapter as never);
    const wire = Buffer.from(broadcast({ text: 'x'.repeat(70_000) }));
    expect(wire.subarray(0, 2)).toEqual(Buffer.of(0x81, 127));
    expect(Number(wire.readBigUInt64BE(2))).toBe(wire.length - 10);
  });
});
