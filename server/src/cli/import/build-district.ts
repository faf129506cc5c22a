import { createHash } from 'node:crypto';
import type { District, Grid, Village } from '@wangge/shared/district';
import { labelPoint, type LngLat } from '@wangge/shared/geo';
import type { DistrictDefaults } from '../../features/district/district-defaults.api.ts';
import type { KeptDistrict } from '../../features/district/district-store.ts';
import { CliRefusal } from '../refusals.ts';
import { plainName } from '../village-name.ts';
import { makeMap, type MadeMap } from './make-map.ts';
import { accountName, makeDepartments, makePeople, makeTeams, makeUnits } from './organisation.ts';
import type { Problem } from './problems.ts';
import type { Sources } from './read-sources.ts';
import type { RowOf } from './tables.ts';

export interface BuiltDistrict extends KeptDistrict {
  readonly problems: readonly Problem[];
  /** Account names that people of the list asked for, by person. */
  readonly accountNames: ReadonlyMap<string, string>;
}

function invalid(detail: string): CliRefusal {
  return new CliRefusal('DISTRICT_INVALID', { detail });
}

interface Place {
  readonly code: string;
  readonly town: string;
  readonly county: string;
  readonly villages: readonly Village[];
}

/** The township that all villages share, or else the county. */
function placeOf(rows: readonly RowOf<'villages'>[]): Place {
  const [first] = rows;
  if (first === undefined) throw invalid('没有一个村社可用（village_code,village）');
  const villages = rows.map((row): Village => ({ code: row.village_code, name: row.village, shortName: row.short_name || plainName(row.village) }));
  const isOne = (digits: number): boolean => villages.every(({ code }) => code.slice(0, digits) === first.village_code.slice(0, digits));
  if (isOne(9)) return { code: first.village_code.slice(0, 9), town: first.town || first.village_code.slice(0, 9), county: first.county, villages };
  if (isOne(6)) return { code: first.village_code.slice(0, 6), town: first.county || first.village_code.slice(0, 6), county: '', villages };
  throw invalid('村社分属不同的县，请用 --code 选出一个县或乡镇');
}

function mapFor(place: Place, listed: readonly Grid[], sources: Sources): MadeMap {
  const made = makeMap({ code: place.code, name: place.town, villages: place.villages, grids: listed, boundaries: sources.boundaries });
  if (made === undefined) throw invalid(`没有边界：请用 --boundary 给出代码为 ${place.code} 的镇界，或村社边界（GeoJSON）`);
  return made;
}

function listedGrids({ tables }: Sources, villages: readonly Village[]): { grids: Grid[]; problems: Problem[] } {
  const rows = tables.grids?.rows ?? [];
  const codes = new Set(villages.map(({ code }) => code));
  const problems = rows.filter(({ value }) => !codes.has(value.grid_code.slice(0, 12))).map(({ line, value }) => ({
    file: tables.grids?.file ?? '', line, column: 'grid_code', reason: `没有村社“${value.grid_code.slice(0, 12)}”`,
  }));
  const grids = rows.filter(({ value }) => codes.has(value.grid_code.slice(0, 12))).map(({ value }): Grid => ({
    code: value.grid_code, name: value.grid, villageCode: value.grid_code.slice(0, 12), kind: value.kind ?? 'basic',
  }));
  return { grids, problems };
}

/** Where the villages stand: from the files, else as they are kept. */
function ground(sources: Sources, kept: KeptDistrict | null, code: string): Pick<District, 'code' | 'town' | 'county' | 'villages' | 'grids'> & { map: KeptDistrict['map']; problems: readonly Problem[] } {
  const { tables } = sources;
  if (tables.villages === undefined) {
    if (kept === null || kept.district.villages.length === 0) throw invalid('没有村社表（village_code,village）');
    return { ...kept.district, map: kept.map, problems: [] };
  }
  const place = placeOf(tables.villages.rows.map(({ value }) => value).filter(({ village_code }) => village_code.startsWith(code)));
  const listed = listedGrids(sources, place.villages);
  const made = mapFor(place, listed.grids, sources);
  return { ...place, grids: made.grids, map: made.map, problems: [...listed.problems, ...made.problems] };
}

/**
 * Puts a district together (辖区资料): what the files give replaces what is kept, part by part; what neither has is a
 * default. Throws CliRefusal when there is no whole district in it.
 */
export function buildDistrict(sources: Sources, kept: KeptDistrict | null, defaults: DistrictDefaults, code: string): BuiltDistrict {
  const { tables, types } = sources;
  const { map, problems: placed, ...where } = ground(sources, kept, code);
  const before = kept?.district.code === where.code ? kept.district : null;
  const caseTypes = types?.types ?? before?.caseTypes ?? defaults.caseTypes;
  const version = types ? `导入-${createHash('sha256').update(JSON.stringify(types.types)).digest('hex').slice(0, 8)}` : before?.caseTypesVersion ?? defaults.caseTypesVersion;
  const departments = before !== null && tables.departments === undefined && types === undefined ? before.departments : makeDepartments(where.code, tables.departments, caseTypes, where.villages);
  const centre: LngLat = labelPoint(map.outline.geometry);
  const teams = tables.teams ? makeTeams(tables.teams, departments, tables.units, centre) : { items: before?.teams ?? [], problems: [] };
  const people = tables.people ? makePeople(where.code, tables.people, departments, teams.items, where.grids) : { items: before?.people ?? [], problems: [] };
  const units = tables.units || tables.teams ? makeUnits(tables.units, teams.items, people.items, where.grids) : { items: before?.units ?? [], problems: [] };
  return {
    map,
    district: {
      code: where.code, town: where.town, county: where.county, towns: [{ code: where.code, name: where.town, room: before?.room ?? '综合信息指挥室' }], villages: where.villages, grids: where.grids,
      room: before?.room ?? '综合信息指挥室', isDemo: tables.villages === undefined && before?.isDemo === true, departments, teams: teams.items, units: units.items, people: people.items,
      caseTypes, caseTypesVersion: version, calendar: before?.calendar ?? defaults.calendar, rules: before?.rules ?? defaults.rules,
    },
    problems: [...sources.problems, ...placed, ...teams.problems, ...people.problems, ...units.problems],
    accountNames: new Map((tables.people?.rows ?? []).map(({ value }) => [value.person_code, accountName(value)])),
  };
}
