/** Control points of an invented river or road, km east and north of the origin. */
export type ControlsKm = readonly (readonly [number, number])[];

/** A river or canal: name, full width and course. */
export interface RiverSeed {
  readonly name: string;
  readonly widthM: number;
  readonly controls: ControlsKm;
}

/** Rivers and canals; the names are in use around Jiangyin, the courses are invented. */
export const RIVER_SEEDS: readonly RiverSeed[] = [
  { name: '锡澄运河', widthM: 84, controls: [[-5.2, 23], [-5.75, 14], [-6.1, 9], [-6.02, 5.4], [-6.1, 3.1], [-6.38, 1.0], [-6.1, -0.9], [-5.92, -2.6], [-6.12, -4.4], [-6.6, -7.2], [-6.9, -11], [-6.3, -23]] },
  { name: '青祝河', widthM: 36, controls: [[-34, -2.4], [-21, -1.2], [-13.5, -2.1], [-9.2, -1.5], [-6.1, -1.0], [-3.7, -0.52], [-1.7, -0.34], [0.1, -0.78], [2.3, -0.52], [4.4, -0.95], [6.3, -1.72], [9.2, -1.25], [14, -2.3], [22, -1.1], [34, -2.2]] },
  { name: '应天河', widthM: 32, controls: [[-6.06, 2.72], [-4.9, 3.4], [-3.1, 4.95], [-0.4, 6.25], [2.3, 7.2], [6, 8.1], [12, 9.6], [20, 12], [34, 13.5]] },
  { name: '冯泾河', widthM: 26, controls: [[-6.14, -4.72], [-4.7, -4.42], [-3.2, -4.6], [-1.7, -4.3], [-0.2, -3.55], [1.5, -3.72], [3.3, -4.35], [5.6, -5.3], [9, -6.9], [14, -7.0], [22, -9.4], [34, -9.8]] },
  { name: '璜塘河', widthM: 24, controls: [[1.2, 23], [0.9, 13], [1.5, 7.0], [1.95, 4.6], [1.75, 2.6], [2.3, 0.95], [2.15, -0.55]] },
  { name: '暨阳河', widthM: 22, controls: [[2.15, -0.55], [1.35, -2.2], [1.62, -3.7], [1.95, -5.4], [2.7, -9.5], [2.1, -15], [2.6, -23]] },
  { name: '东横河', widthM: 22, controls: [[34, 7.2], [20, 5.2], [12, 4.4], [7.8, 3.1], [5.5, 1.3], [3.9, 1.42], [2.2, 1.2]] },
  { name: '马镇河', widthM: 20, controls: [[-3.0, 5.0], [-1.9, 3.4], [-1.75, 1.4], [-1.35, 0.2], [-1.7, -0.34], [-1.45, -1.9], [-0.75, -2.9], [-1.35, -4.05], [-1.9, -5.6], [-3.2, -9], [-3.0, -23]] },
  { name: '白屈港', widthM: 60, controls: [[11.2, 23], [11.9, 12], [11.2, 5], [11.8, -1.8], [11.0, -9], [11.8, -23]] },
  { name: '桃花港', widthM: 30, controls: [[-12, 23], [-12.6, 12], [-13.8, 4], [-13.2, -3], [-14, -11], [-13.2, -23]] },
  { name: '青阳塘', widthM: 24, controls: [[-34, 8.2], [-21, 7.2], [-13.2, 8.3], [-9.5, 7.4], [-6.05, 6.6]] },
  { name: '月城河', widthM: 24, controls: [[-34, -9.2], [-22, -10.2], [-13.6, -8.6], [-6.75, -8.9]] },
  { name: '祝塘河', widthM: 24, controls: [[6.4, 23], [7.4, 13], [7.9, 8.6], [9.0, 3.4], [8.6, -1.3], [7.4, -6.0], [8.6, -13], [8.0, -23]] },
];

/** A trunk road; an expressway (`isGradeSeparated`) meets only other trunk roads, at interchanges. */
export interface TrunkSeed {
  readonly name: string;
  readonly isGradeSeparated: boolean;
  readonly controls: ControlsKm;
}

/** Trunk roads running off to the horizon; invented courses. */
export const TRUNK_SEEDS: readonly TrunkSeed[] = [
  { name: '锡澄高速', isGradeSeparated: true, controls: [[-3.4, 23], [-2.7, 14], [-2.35, 7.5], [-2.3, 4.2], [-2.62, 1.6], [-2.92, -0.6], [-2.72, -2.4], [-2.15, -4.4], [-1.72, -7.6], [-2.3, -13], [-2.0, -23]] },
  { name: '霞客大道', isGradeSeparated: false, controls: [[-34, -8.6], [-20, -6.9], [-12, -5.5], [-8, -4.45], [-5.2, -3.72], [-2.7, -3.02], [-0.5, -2.72], [2.2, -2.98], [4.7, -3.5], [7.8, -4.6], [13, -6.4], [20, -7.9], [34, -8.3]] },
  { name: '芙蓉大道', isGradeSeparated: false, controls: [[-34, 3.4], [-20, 3.5], [-13, 2.7], [-8.2, 2.35], [-5.0, 1.86], [-2.5, 1.82], [0.2, 2.12], [3.2, 1.98], [5.6, 2.02], [8.4, 1.62], [14, 2.4], [22, 2.2], [34, 3.8]] },
  { name: '海港大道', isGradeSeparated: false, controls: [[5.2, 23], [4.6, 13], [4.2, 7], [3.92, 4.2], [3.98, 2.0], [3.72, 0.2], [4.22, -1.8], [4.62, -3.5], [4.4, -7.5], [5.2, -14], [4.6, -23]] },
  { name: '镇澄路', isGradeSeparated: false, controls: [[-9.2, 23], [-9.9, 13], [-9.4, 6], [-10.2, 0], [-9.6, -5.0], [-10.4, -12], [-9.6, -23]] },
  { name: '沿江高速', isGradeSeparated: true, controls: [[-34, 11.4], [-20, 10.4], [-9.6, 9.4], [-2.5, 9.9], [4.3, 9.3], [13, 10.9], [20, 10.2], [34, 11.8]] },
  { name: '澄鹿路', isGradeSeparated: false, controls: [[14.4, 23], [14.0, 12], [13.2, 2.3], [14.6, -6.7], [14.0, -13], [15, -23]] },
  { name: '锡张高速', isGradeSeparated: true, controls: [[-34, -13.6], [-18, -12.4], [-10.3, -11.4], [-2.1, -11.9], [4.9, -10.9], [14.2, -11.8], [22, -10.6], [34, -12.4]] },
];
