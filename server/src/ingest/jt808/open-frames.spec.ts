import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FrameSplitter } from './frame-splitter.ts';
import { decodeHeader } from './header.ts';
import type { FrameHeader } from './header.ts';
import { decodeRegister } from './messages/0100-register.ts';
import { decodeAuthenticate } from './messages/0102-authenticate.ts';
import type { BorderCrossing, SectionTime, SpeedingPlace } from './messages/0200-location-extras.ts';
import { decodeLocation, hasReadableFix } from './messages/0200-location.ts';
import type { Location } from './messages/0200-location.ts';
import { decodeBatch } from './messages/0704-batch.ts';
import { decodeGeneralReply } from './replies/8001-general-reply.ts';
import { decodeRegisterReply } from './replies/8100-register-reply.ts';

type ExpectedExtra = {
  id: string; hex: string; mileage_km?: number; fuel_l?: number; recorder_speed_kmh?: number; manual_alarm_event_id?: number;
};
type ExpectedLocation = {
  alarm: number; status: number; fix_valid: boolean; lat: number; lon: number; altitude_m: number; speed_kmh: number;
  direction_deg: number; time: string; extras: ExpectedExtra[];
};
type Expected = {
  checksum_ok: boolean; msg_id: string; version_flag: boolean; encrypt: number; subpackaged: boolean; phone: string; serial: number;
  body_len_actual: number; body_hex: string;
  location?: ExpectedLocation;
  batch?: { type: number; items: ExpectedLocation[] };
  register?: { province: number; city: number; maker: string; model: string; terminal_id: string; plate_color: number; plate: string; layout: string };
  auth?: { code: string; imei?: string; software?: string };
  ack?: { serial: number; msg_id: string; result: number };
  register_ack?: { serial: number; result: number; auth_code?: string };
};
type OpenFrame = { id: string; class: string; hex: string; decoded_by_standard: Expected };

const root = process.env['WANGGE_HANDBOOK'] ?? resolve(import.meta.dirname, '../../../../../shared');
const file = resolve(root, 'data/jt808/frames_open.json');
const isPresent = existsSync(file);
if (!isPresent) process.stderr.write(`SKIPPED: ${file} is absent, the public JT/T 808 frames were not checked\n`);
const openFrames = isPresent ? (JSON.parse(readFileSync(file, 'utf8')) as OpenFrame[]) : [];

function read(hex: string): { header: FrameHeader; body: Uint8Array } | string | undefined {
  let result: { header: FrameHeader; body: Uint8Array } | string | undefined;
  const splitter = new FrameSplitter({
    frame: (bytes, start, end) => {
      const header = decodeHeader(bytes, start, end);
      result = typeof header === 'string' ? header : { header, body: bytes.slice(header.bodyStart, header.bodyEnd) };
    },
    refused: (reason) => { result = reason; },
  });
  splitter.push(Buffer.from(hex, 'hex'));
  return result;
}

function expectLocation(actual: Location, expected: ExpectedLocation): void {
  expect(actual).toMatchObject({
    alarmBits: expected.alarm, statusBits: expected.status, lat: expected.lat, lng: expected.lon, altitudeM: expected.altitude_m,
    speedKmh: expected.speed_kmh, headingDeg: expected.direction_deg % 360, at: Date.parse(expected.time),
  });
  expect(hasReadableFix(actual.statusBits)).toBe(expected.fix_valid);
  const value = (id: string): number | undefined => {
    const extra = expected.extras.find((item) => item.id === id);
    return extra === undefined ? undefined : Number.parseInt(extra.hex, 16);
  };
  const extra = (id: string): ExpectedExtra | undefined => expected.extras.find((item) => item.id === id);
  expect(actual.extras).toEqual({
    mileageKm: extra('0x01')?.mileage_km, fuelL: extra('0x02')?.fuel_l, recorderSpeedKmh: extra('0x03')?.recorder_speed_kmh,
    manualAlarmId: extra('0x04')?.manual_alarm_event_id, speeding: speedingOf(extra('0x11')), border: borderOf(extra('0x12')), section: sectionOf(extra('0x13')), vehicleSignalBits: value('0x25'), ioBits: value('0x2a'),
    analogBits: value('0x2b'), signalStrength: value('0x30'), satellites: value('0x31'), unreadBytes: 0,
  });
}

function borderOf(extra: ExpectedExtra | undefined): BorderCrossing | undefined {
  const bytes = extra && Buffer.from(extra.hex, 'hex');
  return bytes && { shape: bytes.readUInt8(0), id: bytes.readUInt32BE(1), isExit: bytes.readUInt8(5) === 1 };
}

function speedingOf(extra: ExpectedExtra | undefined): SpeedingPlace | undefined {
  const bytes = extra && Buffer.from(extra.hex, 'hex');
  return bytes && { shape: bytes.readUInt8(0), id: bytes.length === 5 ? bytes.readUInt32BE(1) : undefined };
}

function sectionOf(extra: ExpectedExtra | undefined): SectionTime | undefined {
  const bytes = extra && Buffer.from(extra.hex, 'hex');
  return bytes && { id: bytes.readUInt32BE(0), tookS: bytes.readUInt16BE(4), isTooLong: bytes.readUInt8(6) === 1 };
}

function expectBody(header: FrameHeader, body: Uint8Array, expected: Expected): void {
  const end = body.length;
  if (expected.location !== undefined) expectLocation(decodeLocation(body, 0, end) ?? expect.fail(), expected.location);
  if (expected.batch !== undefined) {
    const batch = decodeBatch(body, 0, end) ?? expect.fail();
    expect(batch.isCatchUp).toBe(expected.batch.type === 1);
    expect(batch.items).toHaveLength(expected.batch.items.length);
    expected.batch.items.forEach((item, index) => expectLocation(batch.items[index] ?? expect.fail(), item));
  }
  if (expected.register !== undefined) {
    const { province, city, maker, model, terminal_id, plate_color, plate, layout } = expected.register;
    expect(decodeRegister(body, 0, end, header.layout)).toEqual({
      edition: layout, provinceId: province, countyId: city, makerId: maker, model, terminalId: terminal_id, plateColour: plate_color, plate,
    });
  }
  if (expected.auth !== undefined) {
    const { code, imei, software } = expected.auth;
    expect(decodeAuthenticate(body, 0, end, header.layout)).toEqual({ code, ...(imei === undefined ? {} : { imei, softwareVersion: software }) });
  }
  if (expected.ack !== undefined) {
    const { serial, msg_id, result } = expected.ack;
    expect(decodeGeneralReply(body, 0, end)).toEqual({ ackSerial: serial, ackId: Number(msg_id), result });
  }
  if (expected.register_ack !== undefined) {
    const { serial, result, auth_code } = expected.register_ack;
    expect(decodeRegisterReply(body, 0, end)).toEqual({ ackSerial: serial, result, ...(auth_code === undefined ? {} : { authCode: auth_code }) });
  }
}

describe.skipIf(!isPresent)('public JT/T 808 frames (cuteLittleDevil/go-jt808 MIT, SmallChi/JT808 MIT, yezhihao/jt808-server Apache-2.0)', () => {
  it('holds 47 frames', () => expect(openFrames).toHaveLength(47));

  it.each(openFrames.filter((frame) => frame.class === 'valid'))('$id reads as an independent decoder reads it', ({ hex, decoded_by_standard: expected }) => {
    const result = read(hex);
    if (result === undefined || typeof result === 'string') expect.fail(`not read: ${result}`);
    expect(expected.checksum_ok).toBe(true);
    expect(result.header).toMatchObject({
      messageId: Number(expected.msg_id), layout: expected.version_flag ? '2019' : '2013', phone: expected.phone.replace(/^0+/, ''),
      serial: expected.serial, isEncrypted: expected.encrypt !== 0, partCount: 0,
    });
    expect(result.body).toHaveLength(expected.body_len_actual);
    expect(Buffer.from(result.body).toString('hex')).toBe(expected.body_hex);
    expectBody(result.header, result.body, expected);
  });

  it.each(openFrames.filter((frame) => frame.class === 'bad_checksum'))('$id is refused for its checksum', ({ hex }) => {
    expect(read(hex)).toBe('checksum');
  });

  it.each(openFrames.filter((frame) => frame.class === 'bad_short'))('$id gives no frame, and is refused once the next one begins', ({ hex }) => {
    expect(read(hex)).toBeUndefined();
    expect(read(`${hex}7e`)).toBe('short');
  });
});
