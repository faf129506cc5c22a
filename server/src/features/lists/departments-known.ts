import type { District } from '@wangge/shared/district';

/** Whether a district has a department of that id or name; a county's own may be named without the county (水利局 for 江阴市水利局). */
export function departmentsOf({ departments, county }: Pick<District, 'departments' | 'county'>): (nameOrId: string) => boolean {
  const prefixes = [county, county.replace(/[县市区]$/, '')].filter((prefix) => prefix !== '');
  const known = new Set(departments.flatMap(({ id, name }) => [id, name, ...prefixes.filter((prefix) => name.startsWith(prefix)).map((prefix) => name.slice(prefix.length))]));
  return (nameOrId) => known.has(nameOrId);
}
