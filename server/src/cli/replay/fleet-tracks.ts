import { HOUR_MS, MINUTE_MS } from '@wangge/shared/base';
import { bearingDeg, createPlane, distanceM, roundLngLat, type LngLat } from '@wangge/shared/geo';
import { toWgs84 } from '../../ingest/datum.ts';
import type { CsvRow } from '../../platform/csv.ts';
import type { CsvTable } from '../read-csv.ts';
import type { FleetMapping } from './mapping.ts';
import { createTimeReader } from './parse-time.ts';
import type { RefusedRow } from './ticket-reports.ts';

/** One position of a file, carried to the district; `fileAt` is the file's own time, whole seconds. */
export interface TrackFix {
  readonly line: number;
  readonly fileAt: number;
  readonly lng: number;
  readonly lat: number;
  readonly speedKmh: number;
  readonly headingDeg: number;
}

/** All positions of one device in order of time. */
export interface DeviceTrack {
  readonly device: string;
  /** Digits without leading zeros. */
  readonly phone: string;
  readonly fixes: readonly TrackFix[];
}

/** Between fixes farther apart in time no speed is reckoned. */
const MAX_GAP_MS = 10 * MINUTE_MS;
const MAX_DERIVED_KMH = 200;

type Stated = Omit<TrackFix, 'speedKmh' | 'headingDeg'> & { readonly device: string; readonly speedKmh: number | null; readonly headingDeg: number | null };

function phoneOf(device: string, { phone }: FleetMapping): string | null {
  if ('table' in phone) return phone.table[device]?.replace(/^0+(?=\d)/, '') ?? null;
  const digits = device.replace(/\D/g, '').slice(-phone.digits).padStart(phone.digits, '0');
  return /\d/.test(device) ? `${phone.prefix}${digits}`.replace(/^0+(?=\d)/, '') : null;
}

function numberIn(cells: CsvRow['cells'], column: string | undefined): number | null {
  const text = column === undefined ? '' : cells[column] ?? '';
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : null;
}

/** Carries places from around `from` to around `to`, metres staying metres. */
function createShift(from: LngLat, to: LngLat): (place: LngLat) => LngLat {
  const [source, target] = [createPlane(from), createPlane(to)];
  return (place) => roundLngLat(target.toLngLat(source.toPlane(place)));
}

function createRowReader(mapping: FleetMapping, districtCentre: LngLat): (row: CsvRow) => Stated | string {
  const readTime = createTimeReader(mapping.time);
  const { shift, place: columns } = mapping;
  const carry = shift ? createShift(shift.from, shift.to === 'district-centre' ? districtCentre : shift.to) : roundLngLat;
  return ({ cells, line }) => {
    const time = cells[mapping.time.column] ?? '';
    const at = readTime(time);
    if (at === null) return `“${mapping.time.column}”列的“${time}”不是 ${mapping.time.format} 的时间`;
    const device = cells[mapping.device] ?? '';
    if (device === '') return `“${mapping.device}”列是空的，不知道是哪台终端`;
    const [lng, lat] = [numberIn(cells, columns.lng), numberIn(cells, columns.lat)];
    if (lng === null || lat === null) return `坐标“${cells[columns.lng]},${cells[columns.lat]}”不是数`;
    const place = toWgs84(lng, lat, columns.datum);
    if (!place.ok) return `坐标 ${lng},${lat} 不可能存在`;
    const [x, y] = carry(place.value);
    return {
      line, device, fileAt: Math.floor(at / 1_000) * 1_000, lng: x, lat: y,
      speedKmh: numberIn(cells, mapping.speedKmh), headingDeg: numberIn(cells, mapping.headingDeg),
    };
  };
}

/** What the file does not state is reckoned from the position before: 0 at the first one and after a gap. */
function withMotion(fixes: readonly Stated[]): TrackFix[] {
  let before: TrackFix | null = null;
  return fixes.map(({ line, fileAt, lng, lat, speedKmh, headingDeg }) => {
    const tookMs = before === null ? 0 : fileAt - before.fileAt;
    const from: LngLat | null = before !== null && tookMs > 0 && tookMs <= MAX_GAP_MS ? [before.lng, before.lat] : null;
    const way = from === null ? 0 : distanceM(from, [lng, lat]);
    const derivedKmh = from === null ? 0 : Math.min(MAX_DERIVED_KMH, ((way / 1_000) * HOUR_MS) / tookMs);
    const heading = from !== null && way > 0 ? bearingDeg(from, [lng, lat]) : before?.headingDeg ?? 0;
    before = { line, fileAt, lng, lat, speedKmh: speedKmh ?? Math.round(derivedKmh * 10) / 10, headingDeg: headingDeg ?? Math.round(heading) % 360 };
    return before;
  });
}

function append(byDevice: Map<string, Stated[]>, stated: Stated): void {
  const known = byDevice.get(stated.device);
  if (known === undefined) byDevice.set(stated.device, [stated]);
  else known.push(stated);
}

/** Turns the rows of a table into one track per device; rows that can't be used are listed. */
export function readTracks(table: CsvTable, mapping: FleetMapping, districtCentre: LngLat): { readonly tracks: DeviceTrack[]; readonly refused: RefusedRow[] } {
  const readRow = createRowReader(mapping, districtCentre);
  const refused: RefusedRow[] = [...table.broken];
  const byDevice = new Map<string, Stated[]>();
  for (const row of table.rows) {
    const stated = readRow(row);
    if (typeof stated === 'string') refused.push({ line: row.line, reason: stated });
    else append(byDevice, stated);
  }
  const tracks: DeviceTrack[] = [];
  for (const [device, fixes] of byDevice) {
    const phone = phoneOf(device, mapping);
    if (phone === null) refused.push(...fixes.map(({ line }) => ({ line, reason: `终端“${device}”在对照表里没有号码` })));
    else tracks.push({ device, phone, fixes: withMotion(fixes.sort((a, b) => a.fileAt - b.fileAt || a.line - b.line)) });
  }
  return { tracks, refused };
}
