import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asId, type UnitId } from '@wangge/shared/base';
import { silentLogger } from '../../platform/logger.ts';
import { zeroCounters } from './counters.ts';
import { createTerminalEncoder } from './encode-terminal.ts';
import { FixOutlet } from './fix-outlet.ts';
import { defaultLimits } from './limits.ts';
import { TerminalSession } from './terminal-session.ts';

const CODE = 'AUTH0001';
const clock = { now: () => Date.UTC(2026, 2, 15, 1, 30, 5), after: () => () => undefined, every: () => () => undefined };
const registry = { register: () => ({ result: 0 as const, authCode: CODE }), authenticate: () => true, unitOf: () => asId<UnitId>('u1') };

interface Frame { readonly id: string; readonly class: string; readonly hex: string; readonly messageId: number; readonly is2019: boolean; readonly phone: string; readonly serial: number }

const own = (JSON.parse(readFileSync(new URL('../../../../tests/fixtures/jt808/vectors.json', import.meta.url), 'utf8')) as { frames: { id: string; layout: string; messageId: string; hex: string }[] }).frames
  .map(({ id, layout, messageId, hex }): Frame => ({
    id, class: id === 'V13' ? 'bad_checksum' : 'valid', hex, messageId: Number(messageId), is2019: layout === '2019', phone: '13957001234',
    serial: { V1: 1, V2: 1, V3: 0x7d7e, V4: 3, V5: 4, V6: 5, V7: 6, V8: 7, V9: 8, V10: 9 }[id] ?? 0,
  }));

const file = resolve(process.env['WANGGE_HANDBOOK'] ?? resolve(import.meta.dirname, '../../../../../shared'), 'data/jt808/frames_open.json');
const isPresent = existsSync(file);
type Said = { msg_id?: string; version_flag?: boolean; phone?: string; serial?: number };
const open = isPresent ? (JSON.parse(readFileSync(file, 'utf8')) as { id: string; class: string; hex: string; decoded_by_standard: Said }[])
  .map(({ id, class: kind, hex, decoded_by_standard: { msg_id = '0', version_flag = false, phone = '13957001234', serial = 0 } }): Frame => ({ id, class: kind, hex, messageId: Number(msg_id), is2019: version_flag, phone, serial })) : [];

/** A frame as JT/T 808 §4.4 builds it, written here from the text of the standard and by none of our code. */
function wire(messageId: number, { is2019, phone }: Frame, serial: number, body: readonly number[]): string {
  const word = (value: number): number[] => [value >> 8, value & 0xff];
  const digits = phone.replace(/^0+/, '').padStart(is2019 ? 20 : 12, '0');
  const bcd = (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  const content = [...word(messageId), ...word(body.length | (is2019 ? 0x4000 : 0)), ...(is2019 ? [1] : []), ...bcd, ...word(serial), ...body];
  const check = content.reduce((sum, byte) => sum ^ byte, 0);
  return Buffer.from([0x7e, ...[...content, check].flatMap((byte) => (byte === 0x7e ? [0x7d, 2] : byte === 0x7d ? [0x7d, 1] : [byte])), 0x7e]).toString('hex');
}

/** What the platform owes a frame as its second message: 0x8100 to a registration, else 0x8001 with success; nothing to what is no request. */
function owed(frame: Frame): readonly string[] {
  const { messageId, serial } = frame;
  if (frame.class !== 'valid' || messageId >= 0x8000) return [];
  const ack = [serial >> 8, serial & 0xff];
  return [messageId === 0x0100 ? wire(0x8100, frame, 1, [...ack, 0, ...Buffer.from(CODE)]) : wire(0x8001, frame, 1, [...ack, messageId >> 8, messageId & 0xff, 0])];
}

/** What an authenticated terminal hears after a frame. */
async function heard({ hex, phone, is2019 }: Frame): Promise<readonly string[]> {
  const sent: string[] = [];
  const counters = zeroCounters();
  const session = new TerminalSession(
    { registry, outlet: new FixOutlet(registry, { accept: () => undefined, kept: async () => undefined }, counters, silentLogger), clock, log: silentLogger, limits: defaultLimits, counters },
    { send: (bytes) => void sent.push(Buffer.from(bytes).toString('hex')), close: () => undefined, cameOnline: () => undefined, wentOffline: () => undefined, reported: () => undefined },
  );
  session.receive(createTerminalEncoder(phone.replace(/^0+/, ''), is2019 ? '2019' : '2013').authenticate(CODE));
  sent.length = 0;
  session.receive(Buffer.from(`${hex}7e`, 'hex'));
  await Promise.resolve();
  await Promise.resolve();
  return sent;
}

describe('[TM1] what the platform answers to each frame of the handbook, byte by byte', () => {
  it.each([...own, ...open])('$id', async (frame) => expect(await heard(frame)).toEqual(owed(frame)));

  it('V7 as the second request of a line is answered with V12', async () => {
    const hexOf = (id: string): string | undefined => own.find((frame) => frame.id === id)?.hex;
    expect(await heard(own.find(({ id }) => id === 'V7')!)).toEqual([hexOf('V12')]);
  });

  it('a position’s answer is V11 but for its own serial number', () => expect(wire(0x8001, own[0]!, 0, [0, 1, 2, 0, 0])).toBe(own.find(({ id }) => id === 'V11')?.hex));
});
