import type { DepartmentId } from '@wangge/shared/base';
import { isInArea } from '@wangge/shared/access';
import type { DistrictApi } from '../district/district.api.ts';
import { VILLAGE_OWNER } from './joint-kinds.api.ts';

/** The department of a name that works in a village: the nearest, so that a township's own comes before the county's. */
export function departmentNamed(district: DistrictApi, name: string, villageCode: string): DepartmentId | undefined {
  const { departments } = district.current();
  if (name === VILLAGE_OWNER) return departments.find((d) => d.kind === 'village' && d.areaCode === villageCode)?.id;
  return departments.filter((d) => d.name === name && isInArea(villageCode, d.areaCode)).sort((a, b) => b.areaCode.length - a.areaCode.length)[0]?.id;
}
