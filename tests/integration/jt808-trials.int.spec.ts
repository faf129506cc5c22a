import { describe, expect, it } from 'vitest';
import { asId, type UnitId } from '@wangge/shared/base';
import { zeroCounters } from '@wangge/server/ingest/jt808/counters';
import { createReplyReader, createTerminalEncoder } from '@wangge/server/ingest/jt808/encode-terminal';
import { FixOutlet } from '@wangge/server/ingest/jt808/fix-outlet';
import { FrameSplitter, maxFrameBytes } from '@wangge/server/ingest/jt808/frame-splitter';
import { decodeHeader } from '@wangge/server/ingest/jt808/header';
import { defaultLimits } from '@wangge/server/ingest/jt808/limits';
import { SubPackages } from '@wangge/server/ingest/jt808/sub-packages';
import { TerminalSession } from '@wangge/server/ingest/jt808/terminal-session';
import { realClock } from '../support/push-server.ts';
import { randomFrom } from '../support/random.ts';
import { trialSize } from '../support/trial-size.ts';

const PHONE = '13957001234';
const NOW = Date.UTC(2026, 2, 15, 1, 30, 5);
/** Message ids a session reads, and some it does not. */
const IDS = [0x0001, 0x0002, 0x0003, 0x0100, 0x0102, 0x0104, 0x0200, 0x0201, 0x0704, 0x0800, 0x0801, 0x8103, 0xffff];

const registry = { register: () => ({ result: 0 as const, authCode: 'A' }), authenticate: () => true, unitOf: () => asId<UnitId>('u1') };

/** Header and body put on the wire: checksum right or wrong, escapes in place. */
function wire(content: Uint8Array, isSound: boolean): Buffer {
  const check = content.reduce((sum, byte) => sum ^ byte, isSound ? 0 : 0x55);
  const escaped = [...content, check].flatMap((byte) => (byte === 0x7e ? [0x7d, 2] : byte === 0x7d ? [0x7d, 1] : [byte]));
  return Buffer.from([0x7e, ...escaped, 0x7e]);
}

/** A frame that is wrong in one of many ways, most of them past the checksum. */
function malformed(random: () => number, whole: readonly Uint8Array[]): Buffer {
  const int = (below: number): number => Math.floor(random() * below);
  const chance = (share: number): boolean => random() < share;
  const noise = (length: number): number[] => Array.from({ length }, () => int(256));
  const kind = int(6);
  if (kind === 0) return Buffer.from(noise(1 + int(60)));
  if (kind === 1) {
    const mutated = Buffer.from(whole[int(whole.length)]!);
    mutated[int(mutated.length)] = int(256);
    return chance(0.3) ? mutated.subarray(0, int(mutated.length)) : mutated;
  }
  const id = IDS[int(IDS.length)]!;
  const isParted = kind === 5;
  const body = noise(int(kind === 2 ? 8 : isParted ? 1_000 : 90));
  const statedLength = chance(0.2) ? int(1_024) : body.length;
  const attributes = statedLength | (isParted ? 0x2000 : 0) | (chance(0.1) ? 0x0400 : 0) | (chance(0.2) ? 0x4000 : 0);
  // Parts of three long messages that are never whole, and now and then a number no message has.
  const number = 1 + int(chance(0.1) ? 140 : 119);
  const serial = isParted ? 1_000 * int(3) + number : int(6);
  const parts = isParted ? [0, 120, 0, number] : [];
  const message = isParted ? 0x0704 : id;
  return wire(Uint8Array.from([message >> 8, message & 0xff, attributes >> 8, attributes & 0xff, 0x01, 0x39, 0x57, 0x00, 0x12, 0x34, serial >> 8, serial & 0xff, ...parts, ...body]), chance(0.85));
}

describe('[RL13] a terminal that sends nothing but malformed frames, byte by byte', () => {
  it('never ends the session, nor makes the server hold more than its cap, and is understood at once when it comes to its senses', { timeout: 600_000 }, async () => {
    const count = trialSize(40_000, 1_000_000);
    const encoder = createTerminalEncoder(PHONE, '2013');
    const whole = [encoder.heartbeat(), encoder.authenticate('A'), encoder.position({ lng: 120.3, lat: 31.8, at: NOW })];
    const counters = zeroCounters();
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const sink = { accept: () => undefined, kept: async () => undefined };
    const replies: number[] = [];
    const reader = createReplyReader((reply) => void replies.push('result' in reply ? Number(reply.result) : -1));
    const closed: string[] = [];
    const session = new TerminalSession(
      { registry, outlet: new FixOutlet(registry, sink, counters, log), clock: { ...realClock, now: () => NOW, after: () => () => undefined }, log, limits: defaultLimits, counters },
      { send: (bytes) => reader.push(bytes), close: (reason) => void closed.push(reason), cameOnline: () => undefined, wentOffline: () => undefined, reported: () => undefined },
    );
    session.receive(encoder.authenticate('A'));

    const held = new SubPackages(defaultLimits.subPackages);
    const splitter = new FrameSplitter({
      frame(bytes, start, end) {
        const header = decodeHeader(bytes, start, end);
        if (typeof header !== 'string' && header.partCount > 0) held.add(header, bytes, NOW);
      },
      refused: () => undefined,
    });
    let [mostFrame, mostParts] = [0, 0];
    const random = randomFrom(808);
    const one = new Uint8Array(1);
    for (let n = 0; n < count; n += 1) {
      for (const byte of malformed(random, whole)) {
        one[0] = byte;
        session.receive(one);
        splitter.push(one);
        mostFrame = Math.max(mostFrame, splitter.heldBytes);
      }
      mostParts = Math.max(mostParts, held.heldBytes);
      if (n % 100 !== 0) continue;
      session.receive(encoder.authenticate('A'));
      replies.length = 0;
      await Promise.resolve();
    }
    expect(closed).toEqual([]);
    expect(mostFrame).toBeLessThanOrEqual(maxFrameBytes);
    expect(mostParts).toBeLessThanOrEqual(defaultLimits.subPackages.maxBytes);
    expect(mostParts, 'parts were held at all').toBeGreaterThan(0);
    const refused = Object.values(counters.refused).reduce((sum, n) => sum + n, 0);
    expect(refused).toBeGreaterThan(count / 2);

    session.receive(Buffer.from([0x7e]));
    session.receive(encoder.authenticate('A'));
    replies.length = 0;
    session.receive(encoder.heartbeat());
    expect(replies).toEqual([0]);
  });
});
