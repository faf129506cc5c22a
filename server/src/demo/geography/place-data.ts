import type { PlaceKind } from '@wangge/shared/district-map';

/** A place people know: what it is, its name, and roughly where (km east and north of the origin). */
export interface PlaceSeed {
  readonly kind: PlaceKind;
  readonly name: string;
  readonly eastKm: number;
  readonly northKm: number;
}

/** Offices, schools, clinics and markets; names plausible, sites invented. */
export const PLACE_SEEDS: readonly PlaceSeed[] = [
  { kind: 'government', name: '徐霞客镇人民政府', eastKm: 2.62, northKm: 0.74 },
  { kind: 'squad', name: '综合执法一中队', eastKm: 3.3, northKm: 0.16 },
  { kind: 'squad', name: '综合执法二中队', eastKm: -0.66, northKm: -1.2 },
  { kind: 'squad', name: '综合执法三中队', eastKm: -4.48, northKm: 0.84 },
  { kind: 'police', name: '璜塘派出所', eastKm: 3.24, northKm: 0.72 },
  { kind: 'police', name: '马镇派出所', eastKm: -1.2, northKm: -1.62 },
  { kind: 'police', name: '峭岐派出所', eastKm: -4.92, northKm: 1.3 },
  { kind: 'clinic', name: '徐霞客镇中心卫生院', eastKm: 2.7, northKm: 0.06 },
  { kind: 'clinic', name: '马镇卫生院', eastKm: -0.58, northKm: -1.7 },
  { kind: 'clinic', name: '峭岐卫生院', eastKm: -4.38, northKm: 1.36 },
  { kind: 'school', name: '璜塘中学', eastKm: 3.56, northKm: 0.66 },
  { kind: 'school', name: '璜塘实验小学', eastKm: 2.38, northKm: 0.36 },
  { kind: 'school', name: '马镇中心小学', eastKm: -1.26, northKm: -1.14 },
  { kind: 'school', name: '霞客中学', eastKm: -0.4, northKm: -1.24 },
  { kind: 'school', name: '峭岐中心小学', eastKm: -4.96, northKm: 0.8 },
  { kind: 'school', name: '新街小学', eastKm: -3.28, northKm: -4.24 },
  { kind: 'school', name: '霞客实验小学', eastKm: -1.02, northKm: 2.74 },
  { kind: 'market', name: '璜塘农贸市场', eastKm: 3.04, northKm: 0.28 },
  { kind: 'market', name: '马镇农贸市场', eastKm: -0.94, northKm: -1.5 },
  { kind: 'market', name: '峭岐农贸市场', eastKm: -4.6, northKm: 1.06 },
  { kind: 'market', name: '新街集贸市场', eastKm: -3.5, northKm: -3.96 },
  { kind: 'industry', name: '璜塘工业园', eastKm: 5.0, northKm: 1.24 },
  { kind: 'industry', name: '峭岐工业集中区', eastKm: -3.56, northKm: 1.24 },
  { kind: 'industry', name: '马镇工业园', eastKm: -0.36, northKm: -3.1 },
  { kind: 'government', name: '青阳镇人民政府', eastKm: -10.5, northKm: -2.3 },
  { kind: 'squad', name: '青阳综合执法中队', eastKm: -10.2, northKm: -2.7 },
  { kind: 'police', name: '青阳派出所', eastKm: -10.8, northKm: -2.6 },
  { kind: 'clinic', name: '青阳医院', eastKm: -10.9, northKm: -2.0 },
  { kind: 'school', name: '青阳中学', eastKm: -10.1, northKm: -2.1 },
  { kind: 'school', name: '青阳实验小学', eastKm: -11.0, northKm: -2.8 },
  { kind: 'market', name: '青阳农贸市场', eastKm: -10.4, northKm: -2.9 },
  { kind: 'industry', name: '青阳园区', eastKm: -9.0, northKm: 0.4 },
  { kind: 'government', name: '祝塘镇人民政府', eastKm: 10.0, northKm: -0.2 },
  { kind: 'squad', name: '祝塘综合执法中队', eastKm: 9.7, northKm: -0.6 },
  { kind: 'police', name: '祝塘派出所', eastKm: 10.2, northKm: 0.1 },
  { kind: 'clinic', name: '祝塘医院', eastKm: 9.6, northKm: 0.0 },
  { kind: 'school', name: '祝塘中学', eastKm: 10.4, northKm: -0.5 },
  { kind: 'school', name: '祝塘中心小学', eastKm: 9.9, northKm: 0.4 },
  { kind: 'market', name: '祝塘农贸市场', eastKm: 9.9, northKm: -0.5 },
  { kind: 'industry', name: '祝塘工业集中区', eastKm: 11.8, northKm: -1.8 },
];

/** The townships and sub-districts around, with points their names go to. */
export const NEIGHBOUR_SEEDS: readonly { readonly name: string; readonly eastKm: number; readonly northKm: number }[] = [
  { name: '南闸街道', eastKm: -4.3, northKm: 8.3 },
  { name: '云亭街道', eastKm: 2.9, northKm: 8.2 },
  { name: '周庄镇', eastKm: 9.2, northKm: 6.7 },
  { name: '华士镇', eastKm: 14.8, northKm: 5.4 },
  { name: '长泾镇', eastKm: 15.6, northKm: -3.6 },
  { name: '东港镇', eastKm: 10.1, northKm: -7.4 },
  { name: '锡北镇', eastKm: 3.4, northKm: -8.6 },
  { name: '前洲街道', eastKm: -8.6, northKm: -8.2 },
  { name: '玉祁街道', eastKm: -15.4, northKm: -6.6 },
  { name: '月城镇', eastKm: -10.4, northKm: 4.4 },
  { name: '申港街道', eastKm: -15.6, northKm: 8.6 },
];

/** What hamlet names in this region are made of: a family or a side, and a bridge, lane, pond or dyke. */
export const HAMLET_HEADS = ['陆家', '沈家', '张家', '王家', '陈家', '顾家', '徐家', '赵家', '钱家', '周家', '吴家', '朱家', '蒋家', '许家', '薛家', '夏家', '邵家', '汤家', '孙家', '缪家', '龚家', '包家', '谢家', '胡家', '曹家', '高家', '宋家', '何家', '季家', '刘家'] as const;
export const HAMLET_TAILS = ['桥', '巷', '村', '塘', '庄', '埭', '浜', '宕', '墩', '湾', '场', '园'] as const;
export const HAMLET_SIDES = ['', '', '', '东', '西', '南', '北', '前', '后', '大', '小'] as const;
