/** What a built-up quarter is made of: a town's streets and blocks of flats, or a works area's wide lots and halls. */
export type QuarterKind = 'town' | 'works';

/** A built-up quarter: middle (km), reach, tilt of its streets (degrees anticlockwise), usual width of a block, street names. */
export interface QuarterSeed {
  readonly kind: QuarterKind;
  readonly name: string;
  readonly eastKm: number;
  readonly northKm: number;
  readonly radiusM: number;
  readonly tiltDeg: number;
  readonly blockM: readonly [alongM: number, acrossM: number];
  readonly mainStreets: readonly [eastWest: string, northSouth: string];
  readonly sideStreets: readonly string[];
}

/** The three former market towns, two smaller ones, and the works areas beside the trunk roads; streets invented. */
export const QUARTER_SEEDS: readonly QuarterSeed[] = [
  { kind: 'town', name: '璜塘', eastKm: 2.95, northKm: 0.42, radiusM: 980, tiltDeg: 7, blockM: [205, 165], mainStreets: ['璜塘大街', '人民路'], sideStreets: ['振兴路', '文林路', '花园路', '迎宾路', '环镇北路', '环镇南路', '学院路', '兴璜路', '富民路', '康乐路'] },
  { kind: 'town', name: '峭岐', eastKm: -4.65, northKm: 1.05, radiusM: 800, tiltDeg: -9, blockM: [190, 155], mainStreets: ['峭岐大街', '澄峭路'], sideStreets: ['凤凰路', '人民西路', '新民路', '向阳路', '校前路', '峭新路', '长安路'] },
  { kind: 'town', name: '马镇', eastKm: -0.9, northKm: -1.42, radiusM: 800, tiltDeg: 14, blockM: [185, 160], mainStreets: ['马镇大街', '马镇路'], sideStreets: ['湖庄路', '仰圣路', '游圣路', '胜水桥路', '晴山路', '南旸岐路', '书院路'] },
  { kind: 'town', name: '新街', eastKm: -3.45, northKm: -4.05, radiusM: 470, tiltDeg: 4, blockM: [170, 140], mainStreets: ['新街', '新街中路'], sideStreets: ['新街东路', '幸福路'] },
  { kind: 'town', name: '徐霞客', eastKm: -1.12, northKm: 2.62, radiusM: 420, tiltDeg: -5, blockM: [165, 140], mainStreets: ['故居路', '霞客北路'], sideStreets: ['晴山堂路', '崇礼路'] },
  { kind: 'works', name: '璜塘工业园', eastKm: 5.0, northKm: 1.2, radiusM: 900, tiltDeg: 3, blockM: [330, 260], mainStreets: ['工业大道', '兴园路'], sideStreets: ['园区一路', '园区二路', '园区三路', '园区四路'] },
  { kind: 'works', name: '峭岐工业集中区', eastKm: -3.55, northKm: 1.25, radiusM: 640, tiltDeg: -12, blockM: [300, 235], mainStreets: ['澄南路', '金山路'], sideStreets: ['创业路', '科技路'] },
  { kind: 'works', name: '马镇工业园', eastKm: -0.35, northKm: -3.1, radiusM: 620, tiltDeg: 8, blockM: [310, 230], mainStreets: ['通港路', '湖马路'], sideStreets: ['立新路', '永利路'] },
  { kind: 'town', name: '青阳', eastKm: -10.5, northKm: -2.35, radiusM: 980, tiltDeg: -6, blockM: [200, 160], mainStreets: ['青阳大街', '府前路'], sideStreets: ['迎秀路', '旌阳路', '振阳路', '桐岐路', '锡澄路', '暨阳路', '塘头路', '向阳河路'] },
  { kind: 'works', name: '青阳园区', eastKm: -9.0, northKm: 0.45, radiusM: 700, tiltDeg: 5, blockM: [320, 250], mainStreets: ['园区大道', '世纪大道'], sideStreets: ['工业一路', '工业二路', '工业三路'] },
  { kind: 'town', name: '祝塘', eastKm: 9.95, northKm: -0.25, radiusM: 900, tiltDeg: 11, blockM: [195, 160], mainStreets: ['祝塘大街', '人民南路'], sideStreets: ['环西路', '环东路', '香塘路', '文林大街', '永新路', '河湘路', '北环路'] },
  { kind: 'works', name: '祝塘工业集中区', eastKm: 11.8, northKm: -1.85, radiusM: 720, tiltDeg: -4, blockM: [310, 250], mainStreets: ['工业东路', '新庄路'], sideStreets: ['纺织路', '创新路', '富庄路'] },
];
