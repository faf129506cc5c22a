import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCsvText, toCsv } from '../csv.ts';
import { generateSources } from './generate.ts';

/** One frame of the public collection, with what an independent decoder reads in it. */
export interface KnownFrame {
  readonly id: string;
  readonly class: string;
  readonly hex: string;
  readonly decoded_by_standard: {
    readonly msg_id: string | null;
    readonly phone?: string;
    readonly serial?: number;
    readonly version_flag?: boolean;
    readonly location?: KnownLocation;
    readonly batch?: { readonly items: readonly KnownLocation[] };
  };
}

export interface KnownLocation {
  readonly fix_valid: boolean;
  readonly in_range: boolean;
  readonly lat: number;
  readonly lon: number;
  readonly time: string;
}

export type Row = Record<string, string>;

/** What the proof plays: files on disk, and their rows as its own reader reads them. */
export interface Sources {
  readonly isHandbook: boolean;
  readonly ticketsFile: string;
  readonly tickets: readonly Row[];
  readonly fleet: readonly Row[];
  readonly boundaryFile: string;
  /** 12-digit code and name of each community. */
  readonly communities: readonly { readonly code: string; readonly name: string; readonly town: string }[];
  readonly frames: readonly KnownFrame[];
}

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
