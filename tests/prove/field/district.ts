import { writeFileSync } from 'node:fs';
import { toCsv } from '../csv.ts';
import type { Scale } from './scale.ts';

type LngLat = readonly [number, number];

const TOWN = '320299101';
const CORNER: LngLat = [120.2, 31.7];
/** A grid is a square of so many degrees, a village five of them in a row. */
const SIDE = 0.005;
const GRIDS_EACH = 5;
const VILLAGES_ACROSS = 6;

/** What people in the field report; the first are 紧急. */
export const URGENT_TYPES = ['E0404', 'E0406', 'E0301', 'F012'] as const;
export const PLAIN_TYPES = ['E0102', 'E0104', 'E0501', 'E0110', 'E0113'] as const;

/** Somebody with a telephone in the field, and where they go round. */
export interface FieldPerson {
  readonly account: string;
  readonly role: 'grid-worker' | 'squad';
  readonly unitId: string;
  readonly gridCode: string | null;
  readonly teamId: string | null;
  readonly corner: LngLat;
  /** Never looks at the telephone, which goes on by itself. */
  readonly isAsleep: boolean;
  /** Goes out of range as soon as an order is signed, and stays there for long. */
  readonly isFar: boolean;
  readonly hasBrowser: boolean;
}

export interface FieldDistrict {
  readonly people: readonly FieldPerson[];
  readonly teams: readonly { readonly id: string; readonly isAsleep: boolean; readonly isFar: boolean }[];
  /** The arguments of the import. */
  readonly files: readonly string[];
}

const villageCode = (i: number): string => `${TOWN}${String(201 + i)}`;
const cornerOf = (village: number, grid: number): LngLat => [CORNER[0] + ((village % VILLAGES_ACROSS) * GRIDS_EACH + grid) * SIDE, CORNER[1] + Math.floor(village / VILLAGES_ACROSS) * SIDE];
const round6 = (value: number): number => Math.round(value * 1e6) / 1e6;

/** A place in the square with this corner, off its edges. */
export function placeIn([lng, lat]: LngLat, random: () => number): LngLat {
  return [round6(lng + SIDE * (0.1 + 0.8 * random())), round6(lat + SIDE * (0.1 + 0.8 * random()))];
}

function square(code: string, [west, south]: LngLat, across: number, down = 1): object {
  const [east, north] = [west + across * SIDE, south + down * SIDE];
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]].map(([lng = 0, lat = 0]) => [round6(lng), round6(lat)]);
  return { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [ring] } };
}

const ROOM: readonly (readonly [string, string, string])[] = [
  ['intake1', '受理员', 'intake'], ['chief1', '值班长', 'duty-chief'], ['dispatch1', '派遣员', 'dispatcher'], ['admin1', '管理员', 'admin'],
];

/** Writes the lists of a made-up township of square grids, one worker each, and squads of two. */
export function writeFieldDistrict(path: (name: string) => string, { gridWorkers, squads, asleep, far, browsers }: Scale): FieldDistrict {
  const villages = Math.ceil(gridWorkers / GRIDS_EACH);
  const grids = Array.from({ length: villages * GRIDS_EACH }, (_, i) => {
    const [village, grid] = [Math.floor(i / GRIDS_EACH), i % GRIDS_EACH];
    return { code: `${villageCode(village)}${String(grid + 1).padStart(3, '0')}`, corner: cornerOf(village, grid) };
  });
  const teams = Array.from({ length: squads }, (_, i) => ({ id: `t-${i + 1}`, isAsleep: i >= squads - asleep, isFar: i >= browsers.squads && i < browsers.squads + far }));
  const workers = grids.slice(0, gridWorkers).map(({ code, corner }, i): FieldPerson =>
    ({ account: `grid${i + 1}`, role: 'grid-worker', unitId: `p-${i + 1}`, gridCode: code, teamId: null, corner, isAsleep: false, isFar: false, hasBrowser: i < browsers.gridWorkers }));
  const members = teams.flatMap(({ id, isAsleep, isFar }, i) => [1, 2].map((member): FieldPerson => ({
    account: `squad${i + 1}-${member}`, role: 'squad', unitId: `u-${i + 1}`, gridCode: null, teamId: id, corner: grids[i % grids.length]?.corner ?? CORNER,
    // Beside a real browser or one that goes far the other leaves everything to it, so that what was refused has no excuse in a mate.
    isAsleep: isAsleep || (i < browsers.squads + far && member === 2),
    isFar: isFar && member === 1,
    hasBrowser: i < browsers.squads && member === 1,
  })));
  const write = (name: string, text: string): string => {
    writeFileSync(path(name), text);
    return path(name);
  };
  const lists = [
    write('villages.csv', toCsv(['village_code', 'village', 'town', 'county'], Array.from({ length: villages }, (_, i) => [villageCode(i), `第${i + 1}示意村`, '示意镇', '示意县']))),
    write('grids.csv', toCsv(['grid_code', 'grid'], grids.map(({ code }) => [code, `第${Number(code.slice(12))}网格`]))),
    write('departments.csv', toCsv(['department_code', 'department', 'kind', 'platform'], [['d-enforce', '综合执法队', 'town', 'enforcement'], ['d-works', '市政养护所', 'town', 'enforcement']])),
    write('teams.csv', toCsv(['team_code', 'team', 'kind', 'department', 'handles', 'headcount'], teams.map(({ id }, i) => [id, `机动${i + 1}组`, 'enforcement', 'd-enforce', '综合执法队;市政养护所', 2]))),
    write('units.csv', toCsv(['unit_code', 'unit', 'kind', 'team', 'person', 'grid_code'], [
      ...teams.map(({ id }, i) => [`u-${i + 1}`, `机动${i + 1}组`, 'vehicle', id, '', '']), ...workers.map(({ unitId, account, gridCode }, i) => [unitId, `网格员${i + 1}`, 'person', '', account, gridCode ?? '']),
    ])),
    write('people.csv', toCsv(['person_code', 'name', 'post', 'roles', 'team', 'grid_code', 'account'], [
      ...ROOM.map(([account, post, role]) => [account, post, post, role, '', '', account]),
      ...[...workers, ...members].map(({ account, role, teamId, gridCode }, i) => [account, role === 'squad' ? `队员${i + 1}` : `网格员${i + 1}`, role === 'squad' ? '队员' : '网格员', role, teamId ?? '', gridCode ?? '', account]),
    ])),
  ];
  const features = [
    square(TOWN, CORNER, Math.min(villages, VILLAGES_ACROSS) * GRIDS_EACH, Math.ceil(villages / VILLAGES_ACROSS)),
    ...Array.from({ length: villages }, (_, i) => square(villageCode(i), cornerOf(i, 0), GRIDS_EACH)), ...grids.map(({ code, corner }) => square(code, corner, 1)),
  ];
  return {
    people: [...workers, ...members], teams,
    files: [
      ...lists.flatMap((file) => ['--district', file]), '--boundary', write('bounds.geojson', JSON.stringify({ type: 'FeatureCollection', features })),
    ],
  };
}
