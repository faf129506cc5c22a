import { describe, expect, it } from 'vitest';
import { loadDistrictDefaults } from '../../features/district/district-defaults.api.ts';
import { parseCsv } from '../read-csv.ts';
import type { Boundary } from './boundaries.ts';
import { planAccounts } from './accounts.ts';
import { buildDistrict } from './build-district.ts';
import type { Sources } from './read-sources.ts';
import { readTable, type TableName } from './tables.ts';

const defaults = loadDistrictDefaults();
const box = (west: number): Boundary['area'] => ({ type: 'Polygon', coordinates: [[[west, 22.6], [west + 0.1, 22.6], [west + 0.1, 22.8], [west, 22.8], [west, 22.6]]] });
const outline: Boundary = { file: 'o.geojson', code: '320281104', name: '某镇', area: box(114.3) };
const VILLAGES = 'village_code,village,town,county\n320281104001,甲村村委会,某镇,某市\n320281104002,乙社区居委会,某镇,某市\n';

function sources(texts: { readonly [N in TableName]?: string }, boundaries: readonly Boundary[] = [outline]): Sources {
  const tables = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, readTable(name as TableName, parseCsv(`${name}.csv`, text))]));
  return { tables, types: undefined, boundaries, problems: [] };
}

describe('a district of its own data', () => {
  it('takes its name from the villages, draws missing borders inside the outline and makes every village a grid', () => {
    const { district, map, problems } = buildDistrict(sources({ villages: VILLAGES }), null, defaults, '');
    expect(district).toMatchObject({ code: '320281104', town: '某镇', county: '某市', isDemo: false });
    expect(district.villages.map(({ shortName }) => shortName)).toEqual(['甲', '乙']);
    expect(map.villages.features.map(({ properties }) => properties.source)).toEqual(['示意', '示意']);
    expect(district.grids.map(({ code }) => code)).toEqual(['320281104001001', '320281104002001']);
    expect(problems).toEqual([]);
    const names = new Set(district.departments.map(({ name }) => name));
    expect(district.caseTypes.every((type) => names.has(type.leadDept) && type.supportDepts.every((name) => names.has(name)))).toBe(true);
  });

  it('uses the borders it is given and says which village has none', () => {
    const bounded: Boundary = { file: 'v.geojson', code: '320281104001', name: '甲村', area: box(114.31) };
    const stray: Boundary = { file: 'v.geojson', code: '320281104099', name: '丙村', area: box(114.32) };
    const { map, problems } = buildDistrict(sources({ villages: VILLAGES }, [outline, bounded, stray]), null, defaults, '');
    expect(map.villages.features.map(({ properties }) => [properties.code, properties.source])).toEqual([['320281104001', '导入：v.geojson']]);
    expect(problems.map(({ column, reason }) => [column, reason])).toEqual([
      ['320281104099', '“丙村”不是这个辖区（320281104）的边界'], ['320281104002', '“乙社区居委会”没有边界，不上地图'],
    ]);
  });

  it('lists people, teams and units that name what is not there', () => {
    const { district, problems } = buildDistrict(sources({
      villages: VILLAGES,
      teams: 'team_code,team,kind,department\nt1,一组,patrol,综合执法队\nt2,二组,patrol,外星局\n',
      units: 'unit_code,unit,kind,team,terminal_phone\nu1,一车,vehicle,t1,013900000001\nu2,二车,vehicle,t9,\nu3,三车,vehicle,,13900000001\n',
      people: 'person_code,name,post,roles,team,account\np1,甲,队长,squad,一组,a\np2,乙,队员,squad,一组,a\np3,丙,队员,squad,无此组,\n',
    }), null, defaults, '');
    expect(district.teams.map(({ id, unitId }) => [id, unitId])).toEqual([['t1', 'u1']]);
    expect(district.units.map(({ id, terminalPhone }) => [id, terminalPhone])).toEqual([['u1', '13900000001']]);
    expect(problems.map(({ file, line, column }) => [file, line, column])).toEqual([
      ['teams.csv', 3, 'department'], ['people.csv', 3, 'account'], ['people.csv', 4, 'team'], ['units.csv', 3, 'team'], ['units.csv', 4, 'terminal_phone'],
    ]);
  });

  it('gives accounts to those with a role, acting for their team, and always one each to an administrator and an auditor', () => {
    const { district, accountNames } = buildDistrict(sources({
      villages: VILLAGES, teams: 'team_code,team,kind,department\nt1,一组,patrol,综合执法队\n',
      people: 'person_code,name,post,roles,phone,team\np1,甲,队长,squad,13900000001,t1\np2,乙,信息员,,13900000002,\n',
    }), null, defaults, '');
    expect(planAccounts(district, accountNames).map(({ account, roles, unitId, parentUnitId }) => [account, roles, unitId, parentUnitId])).toEqual([
      ['admin', ['admin'], null, null], ['auditor', ['auditor'], null, null], ['13900000001', ['squad'], 't1', district.teams[0]?.departmentId],
    ]);
  });

  it('replaces the parts it is given and keeps the others', () => {
    const kept = buildDistrict(sources({ villages: VILLAGES, teams: 'team_code,team,kind,department\nt1,一组,patrol,综合执法队\n' }), null, defaults, '');
    const [one] = defaults.caseTypes;
    if (one === undefined) throw new Error('no default types');
    const { district } = buildDistrict({ tables: {}, types: { file: 't.csv', types: [one] }, boundaries: [], problems: [] }, kept, defaults, '');
    expect(district.caseTypes).toEqual([one]);
    expect(district.caseTypesVersion).toMatch(/^导入-/);
    expect(district.teams).toEqual(kept.district.teams);
    expect(district.villages).toEqual(kept.district.villages);
  });

  it.each([
    ['the border of the county alone', { villages: VILLAGES }, [{ ...outline, code: '320281' }], '没有边界'],
    ['no village', { villages: 'village_code,village\n' }, [outline], '没有一个村社'], ['no border at all', { villages: VILLAGES }, [], '没有边界'],
    ['two counties', { villages: 'village_code,village\n320281104001,甲村\n330800001001,乙村\n' }, [outline], '--code'],
  ])('is refused with %s', (_, texts, boundaries, words) => {
    expect(() => buildDistrict(sources(texts, boundaries), null, defaults, '')).toThrow(expect.objectContaining({ code: 'DISTRICT_INVALID', message: expect.stringContaining(words) }));
  });
});
