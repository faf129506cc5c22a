import { describe, expect, it } from 'vitest';
import { loadDistrictDefaults } from '../../features/district/district-defaults.api.ts';
import { parseCsv } from '../read-csv.ts';
import { chooseMapping, parseMapping, shippedMappings } from './choose-mapping.ts';
import { neededColumns, valueOf } from './mapping.ts';

const tickets = {
  kind: 'tickets', name: '测试', time: { column: 'when', format: 'ISO' }, place: { byArea: 'area' },
  fields: { typeCode: { constant: 'B001' }, description: { columns: ['a', 'b'], join: '/' } },
};
const parse = (data: object): ReturnType<typeof parseMapping> => parseMapping('m.json', JSON.stringify(data));

describe('mapping files', () => {
  it('ships with codes that the default table of case types has', () => {
    const known = new Set(loadDistrictDefaults().caseTypes.map(({ code }) => code));
    const shipped = shippedMappings();
    expect(shipped.map(({ mapping }) => mapping.kind).sort()).toEqual(['fleet', 'tickets']);
    const codes = shipped.flatMap(({ mapping }) => (mapping.kind === 'tickets' && 'table' in mapping.fields.typeCode ? Object.values(mapping.fields.typeCode.table) : []));
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });

  it.each([
    ['an unknown field', { ...tickets, extra: 1 }, 'extra'],
    ['a time without a day', { ...tickets, time: { column: 'when', format: 'HH:mm' } }, 'time.format'],
    ['no type', { ...tickets, fields: { description: { constant: 'x' } } }, 'fields.typeCode'],
  ])('are refused with %s, naming the place', (_, data, place) => {
    expect(() => parse(data)).toThrow(expect.objectContaining({ code: 'MAPPING_INVALID', message: expect.stringContaining(place.split('.')[0] ?? '') }));
  });

  it('say which columns they need, and the first that a file lacks', () => {
    const mapping = parse(tickets);
    expect(neededColumns(mapping.mapping).sort()).toEqual(['a', 'area', 'b', 'when']);
    expect(() => chooseMapping('tickets', parseCsv('t.csv', 'when,a,b\n'), [mapping], [])).toThrow(
      expect.objectContaining({ code: 'CSV_COLUMN_MISSING', message: expect.stringContaining('“area”') }));
  });

  it('are chosen by the columns of the file where none is given', () => {
    const table = parseCsv('f.csv', 'time,device,lat,lon\n');
    expect(chooseMapping('fleet', table, [], shippedMappings()).file).toBe('sf-fleet.fleet.json');
  });
});

describe('a field', () => {
  const cells = { main: '占道经营', sub: '无照经营游商', empty: '' };
  it('comes from a constant, a column, joined columns or a table with a default', () => {
    expect(valueOf({ constant: 'x' }, cells)).toBe('x');
    expect(valueOf({ column: 'main' }, cells)).toBe('占道经营');
    expect(valueOf({ column: 'empty' }, cells)).toBeUndefined();
    expect(valueOf({ column: 'empty', default: '无' }, cells)).toBe('无');
    expect(valueOf({ columns: ['main', 'empty', 'sub'], join: ' · ' }, cells)).toBe('占道经营 · 无照经营游商');
    expect(valueOf({ lookup: ['sub', 'main'], table: { 占道经营: 'E0504', 无照经营游商: 'E0501' } }, cells)).toBe('E0501');
    expect(valueOf({ lookup: ['empty', 'main'], table: { 占道经营: 'E0504' } }, cells)).toBe('E0504');
    expect(valueOf({ lookup: ['empty'], table: {}, default: 'B004' }, cells)).toBe('B004');
  });
});
