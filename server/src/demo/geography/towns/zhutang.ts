import type { TownSeed } from '../town-data.ts';

/** 祝塘镇, beside 徐霞客镇 and sharing its border. Names and codes are those of the 2023 statistical division list; places and border are invented. */
export const ZHUTANG: TownSeed = {
  code: '320281112',
  name: '祝塘镇',
  outlineKm: [
    [5.38, -3.02], [5.66, -2.34], [6.28, -2.1], [6.66, -1.3], [7.22, -0.52], [7.46, 0.28], [6.82, 0.98], [7.06, 1.06],
    [7.0, 1.5], [6.55, 1.88], [6.0, 1.62], [6.02, 2.2], [5.62, 2.72], [6.3, 3.2], [7.0, 3.6], [7.8, 3.3],
    [8.6, 3.8], [9.6, 3.5], [10.4, 3.9], [11.3, 3.4], [12.2, 3.1], [12.8, 2.3], [13.4, 1.6], [13.1, 0.7],
    [13.7, -0.2], [13.3, -1.2], [13.8, -2.1], [13.0, -2.9], [12.4, -3.7], [11.4, -4.0], [10.5, -4.6], [9.5, -4.2],
    [8.6, -4.7], [7.6, -4.3], [6.8, -4.6], [6.0, -4.0],
  ],
  villages: [
    { serial: '200', shortName: '建南', eastKm: 8.1, northKm: -2.6, gridCount: 5 },
    { serial: '201', shortName: '永平', eastKm: 11.2, northKm: -2.5, gridCount: 5 },
    { serial: '202', shortName: '金庄', eastKm: 12.4, northKm: -1.2, gridCount: 5 },
    { serial: '203', shortName: '茂龙', eastKm: 8.3, northKm: 1.6, gridCount: 5 },
    { serial: '204', shortName: '永昌', eastKm: 9.3, northKm: -1.5, gridCount: 6 },
    { serial: '205', shortName: '景阳', eastKm: 10.7, northKm: 0.1, gridCount: 7 },
    { serial: '206', shortName: '五福', eastKm: 9.5, northKm: 0.5, gridCount: 7 },
    { serial: '207', shortName: '富顺', eastKm: 11.6, northKm: 1.7, gridCount: 5 },
    { serial: '208', shortName: '石堰', eastKm: 7.9, northKm: -0.2, gridCount: 5 },
    { serial: '209', shortName: '北湾', eastKm: 9.9, northKm: 2.5, gridCount: 5 },
    { serial: '210', shortName: '河湘', eastKm: 12.3, northKm: 0.6, gridCount: 5 },
    { serial: '211', shortName: '文林', eastKm: 9.4, northKm: -3.4, gridCount: 5 },
  ],
};
