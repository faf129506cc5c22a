import { writeFileSync } from 'node:fs';
import { toCsv } from '../csv.ts';
import type { Sources } from './source-types.ts';

/** Departments that lead most of what the tickets are about, and what their teams may also take. */
const DEPARTMENTS = [
  ['d-enforce', '综合执法队', 'town', 'enforcement'], ['d-works', '市政养护所', 'town', 'enforcement'], ['d-ecology', '生态环境所', 'stationed', 'enforcement'],
  ['d-market', '市场监管所', 'stationed', 'market'], ['d-police', '派出所', 'stationed', 'order'], ['d-service', '便民服务中心', 'town', 'service'],
] as const;
const KINDS = ['enforcement', 'service', 'patrol', 'emergency'] as const;

/** The numbers that the public frames speak under, carried by spare terminals. */
const SPARE_PHONES_FROM_FRAMES = (sources: Sources): string[] =>
  [...new Set(sources.frames.flatMap(({ decoded_by_standard: { phone } }) => (phone === undefined ? [] : [phone.replace(/^0+/, '')])))];

export interface Crew {
  readonly teamId: string;
  readonly unitId: string;
  readonly departmentId: string;
  readonly device: string;
  readonly account: string;
  readonly terminalPhone: string;
}

export interface GridWorker {
  readonly account: string;
  readonly unitId: string;
  readonly gridCode: string;
}

/** The people and teams that the proof knows by itself. */
export interface Roster {
  readonly crews: readonly Crew[];
  readonly gridWorkers: readonly GridWorker[];
  /** Unit by terminal number, of the frames' spare terminals. */
  readonly spareUnits: ReadonlyMap<string, string>;
}

const ROOM: readonly (readonly [string, string, string])[] = [
  ['intake1', '受理员', 'intake'], ['chief1', '值班长', 'duty-chief'], ['dispatch1', '派遣员', 'dispatcher'], ['inspect1', '督查员', 'inspector'], ['deputy1', '中心分管领导', 'centre-deputy'], ['admin1', '管理员', 'admin'],
];

/** Writes the lists of the district beside its boundary; one team with one terminal for each device of the fleet. */
export function writeDistrictFiles(path: (name: string) => string, sources: Sources): Roster {
  const devices = [...new Set(sources.fleet.map((row) => row['device'] ?? ''))].sort();
  const crews = devices.map((device, i): Crew => ({
    device, teamId: `t-${i + 1}`, unitId: `u-${i + 1}`, departmentId: DEPARTMENTS[i % DEPARTMENTS.length]?.[0] ?? '', account: `squad${i + 1}`,
    terminalPhone: `1440000${device.replace(/\D/g, '').padStart(4, '0')}`,
  }));
  const gridWorkers = sources.communities.slice(0, 3).map(({ code }, i): GridWorker => ({ account: `grid${i + 1}`, unitId: `p-${i + 1}`, gridCode: `${code}001` }));
  const spareUnits = new Map(SPARE_PHONES_FROM_FRAMES(sources).map((phone, i) => [phone, `spare-${i + 1}`]));
  const names = DEPARTMENTS.map(([, name]) => name);

  writeFileSync(path('villages.csv'), toCsv(['village_code', 'village', 'town', 'county'], sources.communities.map(({ code, name, town }) => [code, name, town, '坪山区'])));
  writeFileSync(path('departments.csv'), toCsv(['department_code', 'department', 'kind', 'platform'], DEPARTMENTS.map((row) => [...row])));
  writeFileSync(path('teams.csv'), toCsv(['team_code', 'team', 'kind', 'department', 'handles', 'headcount'], crews.map(({ teamId, departmentId }, i) =>
    [teamId, `机动${i + 1}组`, KINDS[i % KINDS.length] ?? '', departmentId, names.join(';'), 3])));
  writeFileSync(path('units.csv'), toCsv(['unit_code', 'unit', 'kind', 'team', 'person', 'grid_code', 'terminal_phone'], [
    ...crews.map(({ unitId, teamId, terminalPhone }, i) => [unitId, `机动${i + 1}组`, 'vehicle', teamId, '', '', terminalPhone]),
    ...[...spareUnits].map(([phone, unitId]) => [unitId, `备用${unitId}`, 'vehicle', '', '', '', phone]),
    ...gridWorkers.map(({ unitId, account, gridCode }) => [unitId, `网格员${account}`, 'person', '', account, gridCode, '']),
  ]));
  writeFileSync(path('people.csv'), toCsv(['person_code', 'name', 'post', 'roles', 'team', 'grid_code', 'account'], [
    ...ROOM.map(([account, post, role]) => [account, post, post, role, '', '', account]),
    ...crews.map(({ account, teamId }, i) => [account, `队员${i + 1}`, '队员', 'squad', teamId, '', account]),
    ...gridWorkers.map(({ account, gridCode }, i) => [account, `网格员${i + 1}`, '网格员', 'grid-worker', '', gridCode, account]),
  ]));
  return { crews, gridWorkers, spareUnits };
}
