import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTerminalEncoder } from '@wangge/server/ingest/jt808';
import { randomFrom } from '../../support/random.ts';
import type { KnownFrame, Row, Sources } from './source-types.ts';

const MAPPING = join(import.meta.dirname, '../../../server/src/cli/replay/mappings/pingshan-2018.tickets.json');
const TICKETS = 4_988;
const DEVICES = 57;
const FIX_EACH_MS = 90_000;
const DAY_START = Date.parse('2026-11-16T00:00:00+08:00');
const YEAR_START = Date.parse('2018-02-08T15:00:00+08:00');
const CENTRE = [114.35, 22.69] as const;
const FLEET_CENTRE = [-122.42, 37.77] as const;

export interface GeneratedSources extends Pick<Sources, 'tickets' | 'fleet' | 'communities' | 'frames'> {
  readonly boundary: object;
}

function beijing(at: number, separator: string): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', separator);
}

function makeTickets(communities: Sources['communities'], random: () => number): Row[] {
  const { fields } = JSON.parse(readFileSync(MAPPING, 'utf8')) as { fields: { typeCode: { table: Record<string, string> } } };
  const matters = Object.keys(fields.typeCode.table);
  return Array.from({ length: TICKETS }, (_, i): Row => {
    const community = communities[Math.floor(random() ** 1.6 * communities.length)];
    return {
      rec_id: String(9_000 + i), create_time: beijing(YEAR_START + Math.floor(((i + random()) / TICKETS) * 296 * 86_400) * 1_000, ' '), event_property: '投诉', source: '12345',
      event_type: '', main_type: '', sub_type: matters[Math.floor(random() * matters.length)] ?? '', district: '示意区', street: community?.town ?? '',
      // A few rows name nobody, as real files do.
      community: i % 2_000 === 999 ? '' : (community?.name ?? '').replace(/居委会$/, ''),
    };
  });
}

function makeFleet(random: () => number): Row[] {
  const rows: { at: number; row: Row }[] = [];
  for (let device = 0; device < DEVICES; device += 1) {
    let [lng, lat, heading] = [FLEET_CENTRE[0] + (random() - 0.5) * 0.08, FLEET_CENTRE[1] + (random() - 0.5) * 0.08, random() * 6.3];
    for (let at = DAY_START + random() * FIX_EACH_MS; at < DAY_START + 86_400_000; at += FIX_EACH_MS * (0.6 + random() * 0.8)) {
      const stepDeg = random() < 0.2 ? 0 : random() * 0.008;
      heading += (random() - 0.5) * 1.2;
      lng += Math.cos(heading) * stepDeg + (FLEET_CENTRE[0] - lng) * 0.01;
      lat += Math.sin(heading) * stepDeg + (FLEET_CENTRE[1] - lat) * 0.01;
      rows.push({ at, row: { time: `${beijing(at, 'T')}+08:00`, device: `SF${String(device * 2 + 1).padStart(3, '0')}`, lat: lat.toFixed(5), lon: lng.toFixed(5), occupied: '0', source_unix_time: '' } });
    }
  }
  return rows.sort((a, b) => a.at - b.at).map(({ row }) => row);
}

function frameOf(id: string, bytes: Uint8Array, msgId: string, phone: string, serial: number, more: Partial<KnownFrame['decoded_by_standard']> = {}): KnownFrame {
  return { id, class: 'valid', hex: Buffer.from(bytes).toString('hex'), decoded_by_standard: { msg_id: msgId, phone, serial, version_flag: phone.length > 12, ...more } };
}

/** Each message of both layouts, a bad checksum and a cut frame. */
function makeFrames(): KnownFrame[] {
  const at = Date.parse('2024-10-01T23:59:59+08:00');
  const location = { fix_valid: true, in_range: true, lat: 22.69, lon: 114.35, time: '2024-10-01T23:59:59+08:00' };
  const without = { ...location, fix_valid: false };
  const place = { lng: location.lon, lat: location.lat, at };
  const frames = (['123456782013', '12345678901234562019'] as const).flatMap((phone, i) => {
    const encoder = createTerminalEncoder(phone, phone.length > 12 ? '2019' : '2013');
    const registration = { provinceId: 0, countyId: 0, makerId: 'PROVE', model: 'P', terminalId: '1', plateColour: 0, plate: 'P' };
    return [
      frameOf(`G${i}1`, encoder.register(registration), '0x0100', phone, 0), frameOf(`G${i}2`, encoder.authenticate('wrong'), '0x0102', phone, 1),
      frameOf(`G${i}3`, encoder.heartbeat(), '0x0002', phone, 2), frameOf(`G${i}4`, encoder.position(place), '0x0200', phone, 3, { location }),
      frameOf(`G${i}5`, encoder.position({ ...place, hasFix: false }), '0x0200', phone, 4, { location: without }),
      frameOf(`G${i}6`, encoder.batch([place, place], true), '0x0704', phone, 5, { batch: { items: [location, location] } }),
    ];
  });
  const heartbeat = Buffer.from(createTerminalEncoder('123456782013', '2013').heartbeat()).toString('hex');
  const wrongCheck = `${heartbeat.slice(0, -4)}${heartbeat.slice(-4, -2) === '00' ? '01' : '00'}7e`;
  const nothing = { msg_id: null };
  return [
    ...frames.slice(0, 6), { id: 'GS', class: 'bad_short', hex: heartbeat.slice(0, 14), decoded_by_standard: nothing },
    { id: 'GC', class: 'bad_checksum', hex: wrongCheck, decoded_by_standard: nothing }, ...frames.slice(6),
  ];
}

/** Files of the same shape as the public ones, the same on every machine; a made-up district. */
export function generateSources(): GeneratedSources {
  const random = randomFrom(20_261_122);
  const communities = Array.from({ length: 23 }, (_, i) => ({
    code: `440310${String(Math.floor(i / 4) + 1).padStart(3, '0')}${String((i % 4) + 1).padStart(3, '0')}`, name: `第${i + 1}示意社区居委会`, town: `第${Math.floor(i / 4) + 1}示意街道`,
  }));
  const ring = Array.from({ length: 48 }, (_, i): [number, number] => {
    const [angle, reach] = [(i / 48) * 2 * Math.PI, 0.07 + 0.02 * Math.sin(i * 1.7)];
    return [CENTRE[0] + Math.cos(angle) * reach, CENTRE[1] + Math.sin(angle) * reach];
  });
  const boundary = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { adcode: 440310, name: '示意区' }, geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] } }] };
  return { communities, boundary, tickets: makeTickets(communities, random), fleet: makeFleet(random), frames: makeFrames() };
}
