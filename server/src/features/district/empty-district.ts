import type { DistrictDefaults } from './district-defaults.api.ts';
import type { KeptDistrict } from './district-store.ts';

/** What `--empty` starts with: the default tables and no place at all, until a district is imported. */
export function emptyDistrict(defaults: DistrictDefaults): KeptDistrict {
  const source = '尚未导入';
  return {
    district: {
      code: '000000000', town: '未导入辖区', county: '', room: '综合信息指挥室', isDemo: false,
      towns: [], villages: [], grids: [], departments: [], teams: [], units: [], people: [], ...defaults,
    },
    map: {
      outline: { type: 'Feature', properties: { code: '000000000', name: '未导入辖区', source }, geometry: { type: 'MultiPolygon', coordinates: [] } },
      villages: { type: 'FeatureCollection', features: [] },
      grids: { type: 'FeatureCollection', features: [] },
    },
  };
}
