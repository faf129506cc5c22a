import { describe, expect, it } from 'vitest';
import { asId, type DepartmentId } from '@wangge/shared/base';
import type { Department } from '@wangge/shared/district';
import { departmentNamed } from './department-finder.api.ts';

const TOWN = '320281104';
const department = (id: string, name: string, kind: Department['kind'], areaCode: string): Department => ({ id: asId<DepartmentId>(id), name, kind, platform: null, areaCode });
const district = {
  county: '江阴市',
  departments: [
    department('county-water', '江阴市水利局', 'county', '320281'), department('county-ecology', '江阴生态环境局', 'county', '320281'),
    department('ours', '水利站', 'town', TOWN), department('theirs', '水利站', 'town', '320281112'), department('village', '方园村', 'village', `${TOWN}201`),
  ],
};
const found = (name: string, villageCode = `${TOWN}201`): string | undefined => departmentNamed(district, name, villageCode)?.id;

describe('the department that a list names', () => {
  it('is the county\'s, named with or without the county', () => {
    expect([found('江阴市水利局'), found('水利局'), found('生态环境局')]).toEqual(['county-water', 'county-water', 'county-ecology']);
  });

  it('is the own township\'s and the own village\'s, never another\'s', () => {
    expect([found('水利站'), found('水利站', '320281112003'), found('村(社区)'), found('村(社区)', `${TOWN}202`), found('教育局')]).toEqual(['ours', 'theirs', 'village', undefined, undefined]);
  });
});
