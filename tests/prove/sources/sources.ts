import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCsvText, toCsv } from '../csv.ts';
import { generateSources } from './generate.ts';
import type { KnownFrame, Row, Sources } from './source-types.ts';

const ROOT = join(import.meta.dirname, '../../..');
const HANDBOOK = process.env['WANGGE_HANDBOOK'] ?? resolve(ROOT, '../shared');

const COUNTY = '440310';

/** The communities that the tickets name, with their codes. */
function communitiesOf(tickets: readonly Row[], villages: readonly Row[]): Sources['communities'] {
  const named = new Set(tickets.map((row) => row['community'] ?? ''));
  return villages.filter((row) => row['county_code'] === COUNTY && named.has((row['village'] ?? '').replace(/居委会$/, '')))
    .map((row) => ({ code: row['village_code'] ?? '', name: row['village'] ?? '', town: row['town'] ?? '' }));
}

function readHandbook(data: string): Sources {
  const text = (path: string): string => readFileSync(join(data, path), 'utf8');
  const ticketsFile = join(data, 'cases/pingshan_2018_open.csv');
  const tickets = readCsvText(readFileSync(ticketsFile, 'utf8'));
  return {
    isHandbook: true, ticketsFile, tickets, fleet: readCsvText(text('gps/sf_fleet_day_open.csv')),
    boundaryFile: join(data, 'boundaries/440310_pingshan.wgs84.geojson'),
    communities: communitiesOf(tickets, readCsvText(text('divisions/villages.csv'))),
    frames: JSON.parse(text('jt808/frames_open.json')) as KnownFrame[],
  };
}

/** The public data where it lies beside this repository, else data of the same shape drawn from a seed. */
export function openSources(dir: string): Sources {
  const data = join(HANDBOOK, 'data');
  if (existsSync(join(data, 'cases/pingshan_2018_open.csv'))) return readHandbook(data);
  mkdirSync(dir, { recursive: true });
  const made = generateSources();
  const ticketsFile = join(dir, 'tickets.csv');
  const boundaryFile = join(dir, 'outline.geojson');
  const columns = Object.keys(made.tickets[0] ?? {});
  writeFileSync(ticketsFile, toCsv(columns, made.tickets.map((row) => columns.map((name) => row[name] ?? ''))));
  writeFileSync(boundaryFile, JSON.stringify(made.boundary));
  return { isHandbook: false, ticketsFile, boundaryFile, tickets: made.tickets, fleet: made.fleet, communities: made.communities, frames: made.frames };
}
