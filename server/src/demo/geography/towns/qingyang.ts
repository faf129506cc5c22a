import type { TownSeed } from '../town-data.ts';

/** 青阳镇, beside 徐霞客镇 and sharing its border. Names and codes are those of the 2023 statistical division list; places and border are invented. */
export const QINGYANG: TownSeed = {
  code: '320281103',
  name: '青阳镇',
  outlineKm: [
    [-5.5, 2.16], [-6.52, 1.46], [-6.84, 0.86], [-6.44, 0.36], [-6.36, -0.56], [-6.9, -0.68], [-7.22, -1.2], [-6.66, -1.56],
    [-7.26, -2.16], [-7.36, -2.72], [-6.98, -3.44], [-6.2, -3.62], [-6.04, -4.5], [-6.6, -5.2], [-7.6, -5.5], [-8.3, -5.1],
    [-9.2, -5.6], [-10.4, -5.3], [-11.3, -5.75], [-12.2, -5.2], [-12.9, -4.4], [-13.6, -3.9], [-13.4, -2.9], [-14.1, -2.1],
    [-13.7, -1.0], [-13.9, -0.1], [-13.1, 0.5], [-12.8, 1.4], [-11.9, 1.8], [-11.0, 2.5], [-10.1, 2.2], [-9.1, 2.7],
    [-8.2, 2.4], [-7.4, 2.9], [-6.4, 2.75],
  ],
  villages: [
    { serial: '002', shortName: '旌阳', eastKm: -10.75, northKm: -2.15, gridCount: 7 },
    { serial: '003', shortName: '迎秀', eastKm: -10.0, northKm: -3.05, gridCount: 7 },
    { serial: '004', shortName: '旌秀', eastKm: -11.35, northKm: -3.0, gridCount: 6 },
    { serial: '005', shortName: '毓秀', eastKm: -10.45, northKm: -1.2, gridCount: 6 },
    { serial: '200', shortName: '街西', eastKm: -12.3, northKm: -2.4, gridCount: 6 },
    { serial: '201', shortName: '青联', eastKm: -9.2, northKm: -2.0, gridCount: 6 },
    { serial: '202', shortName: '小桥', eastKm: -8.5, northKm: -3.4, gridCount: 5 },
    { serial: '203', shortName: '建义', eastKm: -12.5, northKm: -3.75, gridCount: 5 },
    { serial: '204', shortName: '普照', eastKm: -9.3, northKm: -4.5, gridCount: 5 },
    { serial: '205', shortName: '悟空', eastKm: -11.0, northKm: -4.5, gridCount: 5 },
    { serial: '206', shortName: '芦塘', eastKm: -12.6, northKm: -0.6, gridCount: 5 },
    { serial: '207', shortName: '里旺里', eastKm: -8.2, northKm: -0.3, gridCount: 5 },
    { serial: '208', shortName: '邓阳', eastKm: -9.6, northKm: 1.2, gridCount: 5 },
    { serial: '209', shortName: '塘头桥', eastKm: -11.4, northKm: 0.6, gridCount: 5 },
  ],
};
