import type { LngLat } from '@wangge/shared/geo';
import type { CsvRow } from '../../platform/csv.ts';
import type { CsvTable } from '../read-csv.ts';
import { createTimeReader } from './parse-time.ts';
import { valueOf, type TicketMapping } from './mapping.ts';

/** A row of a file that is not used, and why. */
export interface RefusedRow {
  readonly line: number;
  readonly reason: string;
}

/** One ticket as the intake door takes it, with the time its file gives it. */
export interface TicketReport {
  readonly line: number;
  readonly at: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Gives a named area and the text of the row a place; null for an area nobody knows. */
export type PlaceByArea = (area: string, row: string) => LngLat | null;

type Place = { readonly lng: number; readonly lat: number; readonly datum: string } | string;

function placeOf({ cells }: CsvRow, { place }: TicketMapping, byArea: PlaceByArea): Place {
  if ('byArea' in place) {
    const name = cells[place.byArea] ?? '';
    if (name === '') return `“${place.byArea}”列是空的，没有位置`;
    const found = byArea(name, Object.values(cells).join('\u001f'));
    return found === null ? `辖区里没有“${name}”` : { lng: found[0], lat: found[1], datum: 'WGS84' };
  }
  const [lng, lat] = [cells[place.lng] ?? '', cells[place.lat] ?? ''];
  const isNumber = lng !== '' && lat !== '' && Number.isFinite(Number(lng)) && Number.isFinite(Number(lat));
  return isNumber ? { lng: Number(lng), lat: Number(lat), datum: place.datum } : `坐标“${lng},${lat}”不是数`;
}

function readRow(row: CsvRow, mapping: TicketMapping, readTime: (text: string) => number | null, byArea: PlaceByArea): TicketReport | string {
  const { cells, line } = row;
  const { fields } = mapping;
  const time = cells[mapping.time.column] ?? '';
  const at = readTime(time);
  if (at === null) return `“${mapping.time.column}”列的“${time}”不是 ${mapping.time.format} 的时间`;
  const typeCode = valueOf(fields.typeCode, cells);
  if (typeCode === undefined) return '事项在对照表里没有对应的案件类型';
  const description = valueOf(fields.description, cells);
  if (description === undefined) return '没有内容';
  const place = placeOf(row, mapping, byArea);
  if (typeof place === 'string') return place;
  const texts = { source: fields.source, externalNo: fields.externalNo, address: fields.address, reporterName: fields.reporterName, reporterPhone: fields.reporterPhone };
  const given = Object.entries(texts).flatMap(([name, source]) => {
    const value = valueOf(source, cells);
    return value === undefined ? [] : [[name, value] as const];
  });
  const isSecret = valueOf(fields.isSecret, cells) === 'true';
  return { line, at, body: { typeCode, description, ...place, ...Object.fromEntries(given), ...(isSecret ? { isSecret } : {}) } };
}

/** Turns the rows of a table into reports in order of time; rows that can't be used are listed. */
export function readTickets(table: CsvTable, mapping: TicketMapping, byArea: PlaceByArea): { readonly reports: TicketReport[]; readonly refused: RefusedRow[] } {
  const readTime = createTimeReader(mapping.time);
  const reports: TicketReport[] = [];
  const refused: RefusedRow[] = [...table.broken];
  for (const row of table.rows) {
    const report = readRow(row, mapping, readTime, byArea);
    if (typeof report === 'string') refused.push({ line: row.line, reason: report });
    else reports.push(report);
  }
  return { reports: reports.sort((a, b) => a.at - b.at || a.line - b.line), refused };
}
