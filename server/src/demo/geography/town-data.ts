import type { LngLat } from '@wangge/shared/geo';

/** 示意: what generated features name as their source. */
export const ILLUSTRATIVE = '示意';

/** Township 徐霞客镇 of 江阴市: statistical division code and name (National Bureau of Statistics, 2023-06-30). */
export const TOWN_CODE = '320281104';
export const TOWN_NAME = '徐霞客镇';

/** Middle of the generated map. */
export const TOWN_ORIGIN: LngLat = [120.2846, 31.784];

/** A village: last three digits of its code, its name, roughly where its centre goes (km east and north of the origin), and its number of grids. */
export interface VillageSeed {
  readonly serial: number;
  readonly shortName: string;
  readonly eastKm: number;
  readonly northKm: number;
  readonly gridCount: number;
}

/** The 21 villages in code order. Names and codes are those of the 2023 statistical division list; places are invented. */
export const VILLAGE_SEEDS: readonly VillageSeed[] = [
  { serial: 200, shortName: '金凤', eastKm: 4.55, northKm: 2.35, gridCount: 8 },
  { serial: 201, shortName: '任九房', eastKm: 5.55, northKm: 0.2, gridCount: 8 },
  { serial: 202, shortName: '方园', eastKm: 3.75, northKm: -2.5, gridCount: 9 },
  { serial: 203, shortName: '新须毛', eastKm: 2.45, northKm: 2.65, gridCount: 7 },
  { serial: 204, shortName: '璜东', eastKm: 2.35, northKm: -1.15, gridCount: 9 },
  { serial: 205, shortName: '上东', eastKm: 0.75, northKm: 0.75, gridCount: 7 },
  { serial: 206, shortName: '璜塘', eastKm: 3.1, northKm: 0.45, gridCount: 15 },
  { serial: 207, shortName: '北渚', eastKm: -0.4, northKm: 4.1, gridCount: 8 },
  { serial: 208, shortName: '徐霞客', eastKm: -1.15, northKm: 2.15, gridCount: 9 },
  { serial: 209, shortName: '马镇', eastKm: -0.85, northKm: -1.5, gridCount: 14 },
  { serial: 210, shortName: '湖塘', eastKm: 1.15, northKm: -3.3, gridCount: 8 },
  { serial: 211, shortName: '红星', eastKm: -1.75, northKm: -3.2, gridCount: 7 },
  { serial: 212, shortName: '阳庄', eastKm: -2.4, northKm: 3.15, gridCount: 7 },
  { serial: 213, shortName: '皋岸', eastKm: -3.15, northKm: -1.7, gridCount: 7 },
  { serial: 214, shortName: '东宏', eastKm: -6.0, northKm: -1.75, gridCount: 6 },
  { serial: 215, shortName: '黎明', eastKm: -5.05, northKm: -3.05, gridCount: 7 },
  { serial: 216, shortName: '峭岐', eastKm: -4.75, northKm: 1.15, gridCount: 13 },
  { serial: 217, shortName: '钓岐', eastKm: -4.85, northKm: -0.6, gridCount: 7 },
  { serial: 218, shortName: '宏岐', eastKm: -2.55, northKm: 0.65, gridCount: 7 },
  { serial: 219, shortName: '新街', eastKm: -3.5, northKm: -4.1, gridCount: 10 },
  { serial: 220, shortName: '南苑', eastKm: 1.35, northKm: 3.85, gridCount: 6 },
];

/** Course of the township's border before it is roughened, km, clockwise from the northern tip. */
export const OUTLINE_KM: readonly (readonly [number, number])[] = [
  [-0.15, 5.75], [0.12, 5.3], [0.5, 4.95], [0.98, 5.22], [1.25, 4.92], [1.7, 5.38], [1.82, 4.95], [2.2, 4.66],
  [2.1, 4.36], [2.78, 4.2], [2.92, 3.74], [3.45, 3.58], [3.75, 3.86], [4.7, 3.98], [5.45, 3.84], [5.28, 3.26],
  [5.62, 2.72], [6.02, 2.2], [6.0, 1.62], [6.55, 1.88], [7.0, 1.5], [7.06, 1.06], [6.82, 0.98], [7.46, 0.28],
  [7.22, -0.52], [6.66, -1.3], [6.28, -2.1], [5.66, -2.34], [5.38, -3.02], [4.94, -3.12], [5.06, -4.08],
  [4.46, -3.92], [3.9, -4.52], [3.6, -4.2], [2.84, -4.1], [2.14, -4.72], [1.72, -4.12], [1.3, -4.46],
  [0.66, -4.36], [-0.32, -3.98], [-0.72, -4.1], [-1.36, -4.68], [-2.1, -4.66], [-2.14, -5.4], [-2.74, -5.78],
  [-3.14, -5.32], [-3.86, -5.66], [-4.94, -5.6], [-4.72, -4.9], [-5.16, -4.42], [-6.04, -4.5], [-6.2, -3.62],
  [-6.98, -3.44], [-7.36, -2.72], [-7.26, -2.16], [-6.66, -1.56], [-7.22, -1.2], [-6.9, -0.68], [-6.36, -0.56],
  [-6.44, 0.36], [-6.84, 0.86], [-6.52, 1.46], [-5.5, 2.16], [-4.1, 2.28], [-3.84, 2.84], [-3.04, 3.82],
  [-2.56, 4.7], [-2.16, 4.88], [-1.58, 4.7], [-0.82, 4.62], [-0.66, 5.46],
];
