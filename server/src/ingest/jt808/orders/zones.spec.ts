import { describe, expect, it } from 'vitest';
import type { TerminalOrder, TerminalZoneOrder, TerminalZoneShape } from '../../../features/terminals/terminals.api.ts';
import { createReplyReader, type PlatformOrder } from '../encode-terminal.ts';
import { encodeMessage } from '../encode-frame.ts';
import type { HeaderLayout } from '../header.ts';
import { decodeAreas } from './8600-areas.ts';
import { decodeDeletion } from './8601-delete-zones.ts';
import { decodePolygon } from './8604-polygon.ts';
import { decodeRoute } from './8606-route.ts';
import { encodeOrder } from './encode-order.ts';

const day = { from: Date.parse('2026-11-23T00:00:00+08:00'), until: Date.parse('2026-12-31T23:59:59+08:00') };
const zone = (shape: TerminalZoneShape, more: Partial<TerminalZoneOrder> = {}): TerminalZoneOrder => ({ id: 7, name: '护学区', shape, between: null, limit: null, onEntry: true, onExit: false, isKnown: false, ...more });
const circle = { kind: 'circle', centre: [120.28, 31.8], radiusM: 500 } as const;
const rectangle = { kind: 'rectangle', northWest: [120.28, 31.81], southEast: [120.29, 31.8] } as const;
const polygon = { kind: 'polygon', corners: [[120.28, 31.8], [120.29, 31.8], [120.29, 31.81]] } as const;
const route = { kind: 'route', path: [[120.28, 31.8], [120.29, 31.81]], widthM: 60 } as const;

const hexOf = (order: TerminalOrder, layout: HeaderLayout): string => Buffer.from(encodeOrder(order, layout).body).toString('hex');
const setZone = (one: TerminalZoneOrder, layout: HeaderLayout): string => hexOf({ kind: 'set-zone', zone: one }, layout);

/** 31.8 and 120.28 as millionths; the name in GBK with its length. */
const [lat, lng, lat2, lng2, name] = ['01e53ac0', '072b53c0', '01e561d0', '072b7ad0', '0006bba4d1a7c7f8'];

describe('[TM13] areas and routes to a terminal, byte by byte', () => {
  it('0x8600 circle: added or changed, its id, who is told of what, centre, radius, and in 2019 its name', () => {
    expect(encodeOrder({ kind: 'set-zone', zone: zone(circle) }, '2013').messageId).toBe(0x8600);
    expect(setZone(zone(circle), '2013')).toBe(`010100000007000c${lat}${lng}000001f4`);
    expect(setZone(zone(circle, { isKnown: true }), '2013').slice(0, 4)).toBe('0201');
    expect(setZone(zone(circle), '2019')).toBe(`010100000007000c${lat}${lng}000001f4${name}`);
  });

  it('by time and with a limit, which in 2019 has one of the night behind it', () => {
    const bounded = zone(circle, { between: day, limit: { topSpeedKmh: 40, overspeedS: 10 }, onExit: true });
    const both = `010100000007003f${lat}${lng}000001f4`;
    expect(setZone(bounded, '2013')).toBe(`${both}26112300000026123123595900280a`);
    expect(setZone(bounded, '2019')).toBe(`${both}26112300000026123123595900280a0028${name}`);
  });

  it('0x8602 rectangle by its north-west and south-east', () => {
    expect(encodeOrder({ kind: 'set-zone', zone: zone(rectangle) }, '2019').messageId).toBe(0x8602);
    expect(setZone(zone(rectangle), '2013')).toBe(`010100000007000c${lat2}${lng}${lat}${lng2}`);
  });

  it('0x8604 polygon: its corners counted, the name behind them in 2019', () => {
    expect(encodeOrder({ kind: 'set-zone', zone: zone(polygon) }, '2013').messageId).toBe(0x8604);
    const corners = `0003${lat}${lng}${lat}${lng2}${lat2}${lng2}`;
    expect(setZone(zone(polygon), '2013')).toBe(`00000007000c${corners}`);
    expect(setZone(zone(polygon, { limit: { topSpeedKmh: 40, overspeedS: 10 } }), '2019')).toBe(`00000007000e00280a${corners}0028${name}`);
  });

  it('0x8606 route: its bends with a width and a limit each', () => {
    expect(encodeOrder({ kind: 'set-zone', zone: zone(route) }, '2013').messageId).toBe(0x8606);
    const bend = (n: number, y: string, x: string, rest: string): string => `0000000${n}0000000${n}${y}${x}3c${rest}`;
    expect(setZone(zone(route, { onExit: true }), '2013')).toBe(`00000007003c0002${bend(1, lat, lng, '00')}${bend(2, lat2, lng2, '00')}`);
    expect(setZone(zone(route, { limit: { topSpeedKmh: 60, overspeedS: 5 } }), '2019')).toBe(`00000007000c0002${bend(1, lat, lng, '02003c05003c')}${bend(2, lat2, lng2, '02003c05003c')}${name}`);
  });

  it.each([['circle', 0x8601], ['rectangle', 0x8603], ['polygon', 0x8605], ['route', 0x8607]] as const)('deletes one %s by its id', (shape, messageId) => {
    const order = { kind: 'delete-zone', shape, id: 7 } as const;
    expect(encodeOrder(order, '2013').messageId).toBe(messageId);
    expect(hexOf(order, '2019')).toBe('0100000007');
  });
});

describe('[TM13] a terminal reads', () => {
  const west = { onEntry: false, onExit: true, between: day, limit: { topSpeedKmh: 40, overspeedS: 10 } };
  const south = (shape: TerminalZoneShape): TerminalZoneOrder => zone(shape, west);
  const zones = [
    zone(circle), zone(rectangle), zone(polygon), zone(route),
    south({ kind: 'circle', centre: [-70.5, -33.4], radiusM: 1 }), south({ kind: 'rectangle', northWest: [-70.5, -33.4], southEast: [-70.4, -33.5] }),
    south({ kind: 'polygon', corners: [[-70.5, -33.4], [-70.4, -33.4], [-70.4, -33.5]] }), south({ kind: 'route', path: [[-70.5, -33.4], [-70.4, -33.5]], widthM: 255 }),
  ];
  const wire = (order: TerminalOrder, layout: HeaderLayout): Uint8Array => {
    const { messageId, body } = encodeOrder(order, layout);
    return encodeMessage({ messageId, layout, phone: '13957001234', serial: 3 }, body);
  };
  const read = (bytes: Uint8Array): PlatformOrder[] => {
    const orders: PlatformOrder[] = [];
    createReplyReader(() => undefined, (order) => void orders.push(order)).push(bytes);
    return orders;
  };

  it.each(zones.flatMap((one) => (['2013', '2019'] as const).map((layout) => [one.shape.kind, layout, one] as const)))('what it was sent: %s in %s', (_kind, layout, one) => {
    expect(read(wire({ kind: 'set-zone', zone: one }, layout))).toMatchObject([{ serial: 3, zones: [{ ...one, name: layout === '2019' ? one.name : '' }] }]);
  });

  it('what it has to delete', () => {
    expect(read(wire({ kind: 'delete-zone', shape: 'polygon', id: 9 }, '2019'))).toEqual([{ messageId: 0x8605, serial: 3, ids: [9] }]);
  });

  it.each(zones.slice(0, 4).map((one) => [one.shape.kind, one] as const))('nothing that is cut short: %s', (kind, one) => {
    const { body } = encodeOrder({ kind: 'set-zone', zone: one }, '2019');
    const decode = (end: number): unknown => (kind === 'polygon' ? decodePolygon(body, 0, end, '2019') : kind === 'route' ? decodeRoute(body, 0, end, '2019') : decodeAreas(body, 0, end, kind, '2019'));
    expect(decode(body.length)).toBeDefined();
    for (let end = 2; end < body.length; end += 1) expect(decode(end), `${end} bytes`).toBeUndefined();
    expect(decodeDeletion(Uint8Array.of(2, 0, 0, 0, 1), 0, 5)).toBeUndefined();
  });
});
