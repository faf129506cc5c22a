import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeMessage } from './encode-frame.ts';
import { FrameSplitter } from './frame-splitter.ts';
import { decodeHeader } from './header.ts';
import type { FrameHeader } from './header.ts';
import { encodeHeartbeat } from './messages/0002-heartbeat.ts';
import { decodeRegister, encodeRegister } from './messages/0100-register.ts';
import { decodeAuthenticate, encodeAuthenticate } from './messages/0102-authenticate.ts';
import { decodeLocation, encodeLocation, hasReadableFix } from './messages/0200-location.ts';
import { decodeBatch, encodeBatch } from './messages/0704-batch.ts';
import { decodeGeneralReply, encodeGeneralReply } from './replies/8001-general-reply.ts';
import { decodeRegisterReply, encodeRegisterReply } from './replies/8100-register-reply.ts';

type Vector = { id: string; hex: string };
const file = new URL('../../../../tests/fixtures/jt808/vectors.json', import.meta.url);
const { frames } = JSON.parse(readFileSync(file, 'utf8')) as { frames: Vector[] };

type Read = { header: FrameHeader; body: Uint8Array };

function hexOf(id: string): string {
  return frames.find((frame) => frame.id === id)?.hex ?? expect.fail(`no vector ${id}`);
}

function readVector(id: string): Read {
  const read: Read[] = [];
  const splitter = new FrameSplitter({
    frame: (bytes, start, end) => {
      const header = decodeHeader(bytes, start, end);
      if (typeof header === 'string') expect.fail(header);
      read.push({ header, body: bytes.slice(header.bodyStart, header.bodyEnd) });
    },
    refused: (reason) => expect.fail(reason),
  });
  splitter.push(Buffer.from(hexOf(id), 'hex'));
  return read[0] ?? expect.fail(`${id} is no frame`);
}

function wireHex(header: FrameHeader, body: Uint8Array): string {
  return Buffer.from(encodeMessage(header, body)).toString('hex');
}

const at = Date.UTC(2026, 2, 15, 1, 30, 5);
const position = {
  alarmBits: 0, statusBits: 0x00080003, lng: 118.8735, lat: 28.9358, altitudeM: 66, speedKmh: 23.4, headingDeg: 180, at,
};

describe('our own JT/T 808 frames', () => {
  it.each([['V1', '2013'], ['V2', '2019']] as const)('%s is a position under a %s header', (id, layout) => {
    const { header, body } = readVector(id);
    expect(header).toMatchObject({ messageId: 0x0200, layout, phone: '13957001234', serial: 1, isEncrypted: false, partCount: 0 });
    const location = decodeLocation(body, 0, body.length) ?? expect.fail();
    expect(location).toMatchObject(position);
    expect(location.extras).toMatchObject({ mileageKm: 1234.5, signalStrength: 31, satellites: 14, fuelL: undefined, unreadBytes: 0 });
    expect(wireHex(header, encodeLocation(location))).toBe(hexOf(id));
  });

  it('V3 carries both escapes and an SOS', () => {
    const { header, body } = readVector('V3');
    const location = decodeLocation(body, 0, body.length) ?? expect.fail();
    expect(header.serial).toBe(0x7d7e);
    expect(location).toMatchObject({ alarmBits: 1, lat: 28.935550, lng: 118.873470, altitudeM: 126, speedKmh: 12.5, headingDeg: 125 });
    expect(location.extras.mileageKm).toBe(3238.1);
    expect(wireHex(header, encodeLocation(location))).toBe(hexOf('V3'));
  });

  it('V4 has no fix', () => {
    const { header, body } = readVector('V4');
    const location = decodeLocation(body, 0, body.length) ?? expect.fail();
    expect(hasReadableFix(location.statusBits)).toBe(false);
    expect(location).toMatchObject({ lng: 0, lat: 0 });
    expect(wireHex(header, encodeLocation(location))).toBe(hexOf('V4'));
  });

  it('V5 is a catch-up batch of two', () => {
    const { header, body } = readVector('V5');
    const batch = decodeBatch(body, 0, body.length) ?? expect.fail();
    expect(batch.isCatchUp).toBe(true);
    expect(batch.items.map((item) => [item.at, item.lng, item.lat])).toEqual([
      [at - 5_000, 118.8735, 28.9358],
      [at + 5_000, 118.8739, 28.9359],
    ]);
    expect(wireHex(header, encodeBatch(batch))).toBe(hexOf('V5'));
  });

  it('V6 is a heartbeat', () => {
    const { header, body } = readVector('V6');
    expect(header).toMatchObject({ messageId: 0x0002, serial: 5 });
    expect(body).toHaveLength(0);
    expect(wireHex(header, encodeHeartbeat())).toBe(hexOf('V6'));
  });

  it.each([
    ['V7', { edition: '2013', model: 'MODEL-A', terminalId: 'ZF00001' }],
    ['V8', { edition: '2019', model: 'MODEL-B', terminalId: 'ZF00002' }],
  ] as const)('%s registers a terminal', (id, own) => {
    const { header, body } = readVector(id);
    const registration = decodeRegister(body, 0, body.length, header.layout) ?? expect.fail();
    expect(registration).toEqual({ ...own, provinceId: 33, countyId: 802, makerId: 'TESTM', plateColour: 1, plate: '浙H12345' });
    expect(wireHex(header, encodeRegister(registration))).toBe(hexOf(id));
  });

  it.each([
    ['V9', { code: 'AUTH0001' }],
    ['V10', { code: 'AUTH0001', imei: '860000000000001', softwareVersion: 'V1.0.0' }],
  ] as const)('%s authenticates a terminal', (id, expected) => {
    const { header, body } = readVector(id);
    const authentication = decodeAuthenticate(body, 0, body.length, header.layout) ?? expect.fail();
    expect(authentication).toEqual(expected);
    expect(wireHex(header, encodeAuthenticate(authentication, header.layout))).toBe(hexOf(id));
  });

  it('V11 is the general reply', () => {
    const { header, body } = readVector('V11');
    const reply = decodeGeneralReply(body, 0, body.length) ?? expect.fail();
    expect(reply).toEqual({ ackSerial: 1, ackId: 0x0200, result: 0 });
    expect(wireHex(header, encodeGeneralReply(reply))).toBe(hexOf('V11'));
  });

  it('V12 is the registration reply', () => {
    const { header, body } = readVector('V12');
    const reply = decodeRegisterReply(body, 0, body.length) ?? expect.fail();
    expect(reply).toEqual({ ackSerial: 6, result: 0, authCode: 'AUTH0001' });
    expect(wireHex(header, encodeRegisterReply(reply))).toBe(hexOf('V12'));
  });

  it('V13 has a wrong checksum and is refused', () => {
    const refused: string[] = [];
    const splitter = new FrameSplitter({ frame: () => expect.fail('taken'), refused: (reason) => refused.push(reason) });
    splitter.push(Buffer.from(hexOf('V13'), 'hex'));
    expect(refused).toEqual(['checksum']);
  });
});
