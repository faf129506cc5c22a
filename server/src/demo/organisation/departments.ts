import { asId, type DepartmentId } from '@wangge/shared/base';
import { townCodeOf, type Department, type Platform, type Village } from '@wangge/shared/district';
import { MAIN_TOWN } from './town-table.ts';

type Row = readonly [id: string, name: string, kind: Department['kind'], platform: Platform | null];

/**
 * 四平台 and who stands behind them: every name that a default case type makes lead or support, the command room, and every
 * county department that the default list of responsibilities names, which may be called (乡呼县应). `责任部门` and `权属单位` stand for whoever turns out to be answerable.
 */
const ROWS: readonly Row[] = [
  ['room', '综合信息指挥室', 'town', null],
  ['enforcement', '综合执法队', 'town', 'enforcement'],
  ['police', '派出所', 'stationed', 'order'],
  ['justice', '司法所', 'stationed', 'order'],
  ['petition', '信访办', 'town', 'order'],
  ['peace', '平安法治办', 'town', 'order'],
  ['traffic-police', '交警中队', 'stationed', 'order'],
  ['fire', '消防站', 'stationed', 'order'],
  ['emergency', '应急管理办', 'town', 'order'],
  ['discipline', '纪检办', 'town', 'order'],
  ['women', '妇联', 'town', 'order'],
  ['market', '市场监管所', 'stationed', 'market'],
  ['health-inspection', '卫生监督所', 'stationed', 'market'],
  ['commerce', '商务办', 'town', 'market'],
  ['land', '自然资源所', 'stationed', 'enforcement'],
  ['ecology', '生态环境所', 'stationed', 'enforcement'],
  ['transport-inspection', '交通执法队', 'stationed', 'enforcement'],
  ['construction', '住建办', 'town', 'enforcement'],
  ['agriculture', '农业农村办', 'town', 'enforcement'],
  ['sanitation', '环卫站', 'town', 'enforcement'],
  ['gardens', '园林绿化所', 'town', 'enforcement'],
  ['works', '市政养护所', 'town', 'enforcement'],
  ['street-lights', '路灯管理所', 'town', 'enforcement'],
  ['highways', '公路站', 'stationed', 'enforcement'],
  ['water', '水利站', 'town', 'enforcement'],
  ['river-chief', '河长办', 'town', 'enforcement'],
  ['forestry', '林业站', 'town', 'enforcement'],
  ['service-centre', '便民服务中心', 'town', 'service'],
  ['civil-affairs', '民政办', 'town', 'service'],
  ['labour', '人社所', 'stationed', 'service'],
  ['health', '卫健办', 'town', 'service'],
  ['clinic', '卫生院', 'town', 'service'],
  ['disabled', '残联', 'town', 'service'],
  ['culture', '文化站', 'town', 'service'],
  ['finance', '财政所', 'town', 'service'],
  ['school', '学校', 'town', 'service'],
  ['power', '供电所', 'company', 'service'],
  ['power-and-water', '供电所(供水公司)', 'company', 'service'],
  ['water-supply', '供水公司', 'company', 'service'],
  ['gas', '燃气公司', 'company', 'enforcement'],
  ['telecom', '通信运营商', 'company', null],
  ['property', '物业', 'company', null],
  ['owner', '权属单位', 'company', null],
  ['answerable', '责任部门', 'town', null],
  ['villages', '村(社区)', 'village', null],
  ['county-centre', '江阴市社会治理现代化指挥中心', 'county', null],
  ['county-city-management', '江阴市城市管理局', 'county', null],
  ['county-water', '江阴市水利局', 'county', null],
  ['county-ecology', '江阴生态环境局', 'county', null],
  ['county-housing', '江阴市住房和城乡建设局', 'county', null],
  ['county-emergency', '江阴市应急管理局', 'county', null],
  ['county-transport', '江阴市交通运输局', 'county', null],
  ['county-mediation', '江阴市社会矛盾纠纷调处化解中心', 'county', null],
  ['county-agriculture', '江阴市农业农村局', 'county', null],
  ['county-land', '江阴市自然资源和规划局', 'county', null],
  ['county-police', '江阴市公安局', 'county', null],
  ['county-market', '江阴市市场监督管理局', 'county', null],
  ['county-education', '江阴市教育局', 'county', null],
  ['county-culture', '江阴市文体广电和旅游局', 'county', null],
  ['county-health', '江阴市卫生健康委员会', 'county', null],
  ['county-justice', '江阴市司法局', 'county', null],
  ['county-finance', '江阴市财政局', 'county', null],
  ['county-fire', '江阴市消防救援大队', 'county', null],
  ['county-commerce', '江阴市商务局', 'county', null],
  ['county-civil-affairs', '江阴市民政局', 'county', null],
  ['county-petition', '江阴市信访局', 'county', null],
  ['county-labour', '江阴市人力资源和社会保障局', 'county', null],
];

/** Who mediates for the county what neither village nor township could settle (县级调处). */
export const COUNTY_MEDIATION = departmentId('county-mediation');

/** The first township and the county use the plain key; other townships put their three digits before it. */
export function departmentId(key: string, townCode: string = MAIN_TOWN): DepartmentId {
  return asId<DepartmentId>(townCode === MAIN_TOWN ? `dept-${key}` : `dept-${townCode.slice(6)}-${key}`);
}

/** A village committee (村委会) as the department of its village. */
export function villageDepartmentId(villageCode: string): DepartmentId {
  return departmentId(`village-${villageCode.slice(-3)}`, townCodeOf(villageCode));
}

/** The county's departments. */
export function countyDepartments(countyCode: string): Department[] {
  return ROWS.filter(([, , kind]) => kind === 'county').map(([id, name, kind, platform]) => ({ id: departmentId(id), name, kind, platform, areaCode: countyCode }));
}

/** The departments of a township: the table and one for each village. */
export function townDepartments(townCode: string, villages: readonly Village[]): Department[] {
  return [
    ...ROWS.filter(([, , kind]) => kind !== 'county').map(([id, name, kind, platform]): Department => ({ id: departmentId(id, townCode), name, kind, platform, areaCode: townCode })),
    ...villages.map((v): Department => ({ id: villageDepartmentId(v.code), name: v.name, kind: 'village', platform: null, areaCode: v.code })),
  ];
}
