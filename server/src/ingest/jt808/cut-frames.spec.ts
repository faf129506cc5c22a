import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type UnitId } from '@wangge/shared/base';
import { silentLogger } from '../../platform/logger.ts';
import type { RawFix } from '../raw-fix.ts';
import { zeroCounters } from './counters.ts';
import { createTerminalEncoder } from './encode-terminal.ts';
import { FixOutlet } from './fix-outlet.ts';
import { defaultLimits } from './limits.ts';
import { TerminalSession } from './terminal-session.ts';

const NOW = Date.UTC(2026, 2, 15, 1, 30, 5);
const SEED = 808;
const clock = { now: () => NOW, after: () => () => undefined, every: () => () => undefined };
const registry = { register: () => ({ result: 0 as const, authCode: 'AUTH0001' }), authenticate: () => true, unitOf: () => asId<UnitId>('u1') };

interface Frame { readonly id: string; readonly hex: string; readonly phone: string; readonly is2019: boolean }

const root = process.env['WANGGE_HANDBOOK'] ?? resolve(import.meta.dirname, '../../../../../shared');
const file = resolve(root, 'data/jt808/frames_open.json');
const isPresent = existsSync(file);
const open = isPresent ? (JSON.parse(readFileSync(file, 'utf8')) as { id: string; hex: string; decoded_by_standard?: { phone?: string; version_flag?: boolean } }[]) : [];
const openFrames: Frame[] = open.map(({ id, hex, decoded_by_standard: said }) => ({ id, hex, phone: said?.phone?.replace(/^0+/, '') || '13957001234', is2019: said?.version_flag ?? false }));

/** What a terminal's own words in each edition are, with bytes that have to be escaped and a batch of several frames. */
const ownFrames: Frame[] = (['2011', '2013', '2019'] as const).flatMap((edition) => {
  const terminal = createTerminalEncoder('13957001234', edition, 0x7d7e);
  const position = { lng: 118.8735, lat: 28.9358, at: NOW, speedKmh: 23.4, headingDeg: 180, altitudeM: 0x7e, isSos: true };
  const head = { mediaId: 0x7e7d, kind: 'image', format: 0, event: 2, channel: 1 } as const;
  const words = {
    register: terminal.register({ provinceId: 33, countyId: 802, makerId: 'TESTM', model: 'M-A', terminalId: 'ZF00001', plateColour: 1, plate: '浙H12345' }),
    heartbeat: terminal.heartbeat(), position: terminal.position(position), batch: terminal.batch(Array.from({ length: 60 }, (_, i) => ({ ...position, at: NOW + i * 1_000 })), true), logout: terminal.logout(),
    reply: terminal.reply({ ackSerial: 1, ackId: 0x8300, result: 0 }), answer: terminal.answerLocation(1, position), parameters: terminal.answerParameters(1, { reportS: 0x7d7e }),
    event: terminal.mediaEvent(head), recording: terminal.mediaData(head, position, new Uint8Array(2_500).fill(0x7e)),
  };
  return Object.entries(words).map(([name, bytes]) => ({ id: `${edition} ${name}`, hex: Buffer.from(bytes).toString('hex'), phone: '13957001234', is2019: edition === '2019' }));
});

/** Everything a conversation leads to, when its bytes come in these chunks. */
async function outcome({ phone, is2019 }: Pick<Frame, 'phone' | 'is2019'>, chunks: readonly Uint8Array[]) {
  const [sent, told, fixes, counters] = [[] as string[], [] as string[], [] as RawFix[], zeroCounters()];
  const session = new TerminalSession(
    { registry, outlet: new FixOutlet(registry, { accept: (fix) => void fixes.push(fix), kept: async () => undefined }, counters, silentLogger), clock, log: silentLogger, limits: defaultLimits, counters },
    { send: (bytes) => void sent.push(Buffer.from(bytes).toString('hex')), close: (reason) => void told.push(reason), cameOnline: (by) => void told.push(`online ${by}`), wentOffline: (by) => void told.push(`offline ${by}`), reported: (by) => void told.push(`reported ${by}`) },
  );
  session.receive(createTerminalEncoder(phone, is2019 ? '2019' : '2013').authenticate('AUTH0001'));
  for (const chunk of chunks) session.receive(chunk);
  // A delimiter more: what was cut short is over.
  session.receive(Uint8Array.of(0x7e));
  await Promise.resolve();
  await Promise.resolve();
  return { sent, told, fixes, counters, state: session.state };
}

/** The bytes cut at these places; the same place twice is an empty chunk. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
}

const places = fc.array(fc.nat({ max: 4_000 }), { maxLength: 12 });

describe('[TM1] frames cut anywhere give what whole ones give', () => {
  it.each([...ownFrames, ...openFrames])('$id', async (frame) => {
    const bytes = Buffer.from(frame.hex, 'hex');
    const whole = await outcome(frame, [bytes]);
    expect(await outcome(frame, [...bytes].map((byte) => Uint8Array.of(byte))), 'byte by byte').toEqual(whole);
    await fc.assert(fc.asyncProperty(places, async (at) => { expect(await outcome(frame, cut(bytes, at))).toEqual(whole); }), { seed: SEED, numRuns: 40 });
  });

  it('also one after the other on one line, in any order', async () => {
    const all = [...ownFrames, ...openFrames];
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(all, { minLength: 5 }), fc.array(fc.nat({ max: 20_000 }), { maxLength: 60 }), async (frames, at) => {
      const bytes = Buffer.concat(frames.map(({ hex }) => Buffer.from(hex, 'hex')));
      const whole = await outcome(frames[0]!, [bytes]);
      expect(await outcome(frames[0]!, cut(bytes, at))).toEqual(whole);
      expect(whole.counters.bytes).toBeGreaterThan(bytes.length);
    }), { seed: SEED, numRuns: 60 });
  });

  it.skipIf(!isPresent)('of the handbook’s set every frame is among them', () => expect(openFrames).toHaveLength(47));
});
