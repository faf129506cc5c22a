import { describe, expect, it } from 'vitest';
import { parseCsv } from '../read-csv.ts';
import { readTable, tableKind } from './tables.ts';

const table = (text: string): ReturnType<typeof parseCsv> => parseCsv('x.csv', text);

describe('tables of a district', () => {
  it.each([
    ['village_code,village', 'villages'], ['grid_code,grid', 'grids'], ['department_code,department,kind', 'departments'],
    ['team_code,team,kind,department', 'teams'], ['unit_code,unit,kind,grid_code', 'units'], ['person_code,name,post,roles,grid_code', 'people'], ['a,b', undefined],
  ])('are told apart by their header %s', (head, kind) => {
    expect(tableKind(table(`${head}\n`))).toBe(kind);
  });

  it.each([
    ['CSV_COLUMN_MISSING', 'village_code\n', 'village'], ['CSV_COLUMN_UNKNOWN', 'village_code,village,vilage\n', 'vilage'],
  ])('are refused with %s naming the column', (code, text, column) => {
    expect(() => readTable('villages', table(text))).toThrow(expect.objectContaining({ code, message: expect.stringContaining(`“${column}”`) }));
  });

  it('list a bad cell and a repeated code with line and column, and take the rest', () => {
    const { rows, problems } = readTable('villages', table('village_code,village\n320281104001,甲村\n32028110400,乙村\n320281104001,丙村\n320281104002,\n320281104003,丁村\n'));
    expect(rows.map(({ value }) => value.village)).toEqual(['甲村', '丁村']);
    expect(problems.map(({ line, column }) => [line, column])).toEqual([[3, 'village_code'], [4, 'village_code'], [5, 'village']]);
  });

  it('read lists, numbers and roles', () => {
    const { rows } = readTable('teams', table('team_code,team,kind,department,handles,headcount,lng,lat\nt1,一组,patrol,公安,执法;环保；,4,114.3,22.7\nt2,二组,service,公安,,,,\n'));
    expect(rows.map(({ value }) => [value.handles, value.headcount, value.lng])).toEqual([[['执法', '环保'], 4, 114.3], [[], 1, null]]);
    const people = readTable('people', table('person_code,name,post,roles\np1,甲,值班长,duty-chief;intake\np2,乙,?,boss\n'));
    expect(people.rows[0]?.value.roles).toEqual(['duty-chief', 'intake']);
    expect(people.problems).toEqual([expect.objectContaining({ line: 3, column: 'roles' })]);
  });
});
