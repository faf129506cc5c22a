import type { Department, District } from '@wangge/shared/district';

/** How the table of types names the village itself. */
const VILLAGE = /^村/;

/** The department that a list names, as seen from a village: its own, its township's, or the county's, whose name may be given without the county. */
export function departmentNamed({ departments, county }: Pick<District, 'departments' | 'county'>, name: string, villageCode: string): Department | undefined {
  if (VILLAGE.test(name)) return departments.find(({ kind, areaCode }) => kind === 'village' && areaCode === villageCode);
  const short = county.replace(/[县市区]$/, '');
  const names = new Set([name, `${county}${name}`, `${short}${name}`]);
  const found = departments.filter((department) => names.has(department.name) && villageCode.startsWith(department.areaCode));
  return found.toSorted((a, b) => b.areaCode.length - a.areaCode.length)[0];
}
