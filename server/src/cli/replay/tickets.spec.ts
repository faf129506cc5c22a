import { describe, expect, it } from 'vitest';
import { areaContains } from '@wangge/shared/geo';
import { plainMap } from '../../demo/plain-map.ts';
import { parseCsv } from '../read-csv.ts';
import { plainName } from '../village-name.ts';
import { createAreaPlacer } from './area-placer.ts';
import { parseMapping } from './choose-mapping.ts';
import type { TicketMapping } from './mapping.ts';
import { ticketBatches } from './ticket-batches.ts';
import { readTickets } from './ticket-reports.ts';

const map = plainMap();
const [village] = map.villages.features;
const name = village?.properties.name ?? '';
const mapping = parseMapping('m.json', JSON.stringify({
  kind: 'tickets', name: '测试', time: { column: 'time', format: 'YYYY-MM-DD HH:mm' }, place: { byArea: 'area', aliases: { 老街: name } },
  fields: { typeCode: { lookup: ['kind'], table: { 垃圾: 'E0102' } }, description: { column: 'what' }, externalNo: { column: 'no' }, isSecret: { lookup: ['secret'], table: { 是: 'true' } } },
})).mapping as TicketMapping;
const byArea = createAreaPlacer(map, { 老街: name });
const head = 'no,time,area,kind,what,secret\n';
const read = (rows: string): ReturnType<typeof readTickets> => readTickets(parseCsv('t.csv', head + rows), mapping, byArea);

describe('a place by its village', () => {
  it('is the same for the same row, another for another, and lies in the village and in one of its grids', () => {
    const places = Array.from({ length: 200 }, (_, i) => byArea(name, `row ${i}`) ?? ([0, 0] as const));
    expect(byArea(name, 'row 7')).toEqual(places[7]);
    expect(new Set(places.map(String)).size).toBeGreaterThan(190);
    expect(places.every((place) => village !== undefined && areaContains(village.geometry, place))).toBe(true);
    expect(places.every((place) => map.grids.features.some(({ geometry }) => areaContains(geometry, place)))).toBe(true);
  });

  it('knows a village by its full, short and other name', () => {
    expect(['老坑社区居委会', '老坑社区', '老坑村民委员会', '老坑'].map(plainName)).toEqual(['老坑', '老坑', '老坑', '老坑']);
    expect(byArea('老街', 'x')).not.toBeNull();
    expect(byArea('远方社区', 'x')).toBeNull();
  });
});

describe('rows of tickets', () => {
  it('become reports in order of time; others are listed by line with the reason', () => {
    const { reports, refused } = read(`2,2018-02-08 10:00,${name},垃圾,乱倒,是\n1,2018-02-08 09:00,${name},垃圾,成堆,\n3,someday,${name},垃圾,x,\n4,2018-02-08 10:00,,垃圾,x,\n`
      + `5,2018-02-08 10:00,远方,垃圾,x,\n6,2018-02-08 10:00,${name},外星,x,\n7,2018-02-08 10:00,${name},垃圾,,\n`);
    expect(reports.map(({ body }) => [body['externalNo'], body['typeCode'], body['isSecret']])).toEqual([['1', 'E0102', undefined], ['2', 'E0102', true]]);
    expect(refused.map(({ line, reason }) => [line, reason.slice(0, 6)])).toEqual([
      [4, '“time”'], [5, '“area”'], [6, '辖区里没有“'], [7, '事项在对照表'], [8, '没有内容'],
    ]);
  });

  it('go in batches whose keys depend on file and rows alone', () => {
    const rows = Array.from({ length: 250 }, (_, i) => `${i},2018-02-08 ${String(9 + Math.floor(i / 200)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')},${name},垃圾,第${i}件,`).join('\n');
    const { reports } = read(rows);
    const batches = ticketBatches(reports, 'abc');
    expect(batches.map((batch) => batch.reports.length)).toEqual([100, 100, 50]);
    expect(new Set(batches.map(({ key }) => key)).size).toBe(3);
    expect(ticketBatches(reports, 'abc').map(({ key }) => key)).toEqual(batches.map(({ key }) => key));
    expect(ticketBatches(reports, 'other')[0]?.key).not.toBe(batches[0]?.key);
    expect(batches.every((batch) => batch.at === batch.reports.at(-1)?.at)).toBe(true);
  });
});
