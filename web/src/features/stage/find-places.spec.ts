import { describe, expect, it } from 'vitest';
import type { CaseRow, UnitRow } from '@wangge/shared/wire';
import { findPlaces, type SearchGround } from './find-places.ts';

const ground: SearchGround = {
  villages: [{ code: 'v1', name: '峭岐村', label: [120.2, 31.7] }, { code: 'v2', name: '新街村', label: [120.3, 31.8] }],
  units: [
    { id: 'u1', name: '执法一组', teamId: 't1', onDuty: true }, { id: 'u2', name: '执法二组', teamId: 't2', onDuty: false },
    { id: 'u3', name: '执法三组', teamId: 't3', onDuty: true }, { id: 'u4', name: '网格员 执法', teamId: null, onDuty: true },
  ] as unknown as UnitRow[],
  cases: [
    { id: 'c1', no: '320281-E-0087', matter: '路面塌陷(紧急件)', villageCode: 'v1', lngLat: [120.21, 31.71] },
    { id: 'c2', no: '320281-E-0088', matter: '新街沿街乱堆', villageCode: 'v2', lngLat: [120.31, 31.81] },
  ] as unknown as CaseRow[],
  placeOf: ({ id }) => (id === 'u3' ? null : [120.25, 31.75]),
};
const keys = (query: string): string[] => findPlaces(query, ground).map(({ key }) => key);

describe('a search for somewhere to send the camera', () => {
  it('finds villages, squads on duty whose place is known, and cases by matter, place and number', () => {
    expect(keys('执法')).toEqual(['unit u1']);
    expect(keys('塌陷')).toEqual(['case c1']);
    expect(keys('0088')).toEqual(['case c2']);
    expect(keys('峭岐')).toEqual(['village v1', 'case c1']);
    expect(keys('新街 乱堆')).toEqual(['case c2']);
  });

  it('points out the case or the squad, and a village by its place alone', () => {
    expect(findPlaces('一组', ground)).toEqual([{ key: 'unit u1', kind: 'unit', name: '执法一组', note: '', lngLat: [120.25, 31.75], highlight: { kind: 'unit', id: 'u1' } }]);
    expect(findPlaces('新街村', ground)[0]).toMatchObject({ key: 'village v2', highlight: null, lngLat: [120.3, 31.8] });
  });

  it('finds nothing for nothing', () => {
    expect(keys('  ')).toEqual([]);
    expect(keys('没有')).toEqual([]);
  });
});
