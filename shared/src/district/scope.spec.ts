import { describe, expect, it } from 'vitest';
import { asId, type DepartmentId, type TeamId, type UnitId } from '../base/index.ts';
import { districtIn, type Department, type District, type Team, type Unit } from './index.ts';

const department = (id: string, areaCode: string): Department => ({ id: asId<DepartmentId>(id), name: id, kind: areaCode.length === 6 ? 'county' : 'town', platform: null, areaCode });
const team = (id: string, of: string): Team => ({
  id: asId<TeamId>(id), name: id, kind: 'service', departmentId: asId<DepartmentId>(of), handles: [], equipment: [], headcount: 2, unitId: asId<UnitId>(`u-${id}`), base: [120, 31],
});
const unit = (id: string, of: string): Unit => ({ id: asId<UnitId>(`u-${id}`), kind: 'vehicle', name: id, teamId: asId<TeamId>(id), personId: null, gridCode: null, plate: of, terminalPhone: null });

const COUNTY = {
  code: '320281', town: '某市', county: '', room: '社会治理中心', isDemo: false,
  towns: [{ code: '320281103', name: '甲镇', room: '甲指挥室' }, { code: '320281104', name: '乙镇', room: '乙指挥室', roomPhone: '1' }],
  villages: [{ code: '320281103200', name: '甲一村', shortName: '甲一' }, { code: '320281104200', name: '乙一村', shortName: '乙一' }, { code: '320281104201', name: '乙二村', shortName: '乙二' }],
  grids: [{ code: '320281104200001', name: '1', villageCode: '320281104200', kind: 'basic' }, { code: '320281103200001', name: '1', villageCode: '320281103200', kind: 'basic' }],
  departments: [department('county-water', '320281'), department('a-law', '320281103'), department('b-law', '320281104'), department('b-village', '320281104200')],
  teams: [team('a', 'a-law'), team('b', 'b-law')], units: [unit('a', 'a'), unit('b', 'b')], people: [],
} as unknown as District;

describe('[AR1] a district as an area sees it', () => {
  it('is whole for the county', () => {
    expect(districtIn(COUNTY, '320281')).toBe(COUNTY);
    expect(districtIn(COUNTY, '')).toBe(COUNTY);
  });

  it('is one township with the county departments that serve it, and nothing of its neighbour', () => {
    const seen = districtIn(COUNTY, '320281104');
    expect(seen).toMatchObject({ code: '320281104', town: '乙镇', room: '乙指挥室', roomPhone: '1' });
    expect(seen.villages.map((v) => v.shortName)).toEqual(['乙一', '乙二']);
    expect(seen.grids).toHaveLength(1);
    expect(seen.departments.map((d) => d.id)).toEqual(['county-water', 'b-law', 'b-village']);
    expect(seen.teams.map((t) => t.id)).toEqual(['b']);
    expect(seen.units.map((u) => u.name)).toEqual(['b']);
  });

  it('is one village within its township, whose teams come to it', () => {
    const seen = districtIn(COUNTY, '320281104200');
    expect(seen.town).toBe('乙镇');
    expect(seen.villages.map((v) => v.shortName)).toEqual(['乙一']);
    expect(seen.teams.map((t) => t.id)).toEqual(['b']);
  });
});
