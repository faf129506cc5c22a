import type { Actor } from '@wangge/shared/access';
import { DAY_MS, HOUR_MS, startOfDay, type DepartmentId } from '@wangge/shared/base';
import type { StepField, StepValue } from '@wangge/shared/joint';
import type { District } from '@wangge/shared/district';
import { chance, pickAt } from '../life/chance.ts';

/** Who acts for a department in the demo: its first person, else an unnamed one. */
export function actorOf({ people }: District, departmentId: DepartmentId): Actor {
  const staff = people.filter((p) => p.departmentId === departmentId && p.teamId === null);
  const person = staff.find(({ roles }) => roles.includes('department')) ?? staff[0];
  return { id: person?.id ?? `p-${departmentId}`, name: person?.name ?? '承办人', role: 'department', unitId: departmentId, parentUnitId: null, areaCode: person?.areaCode ?? '' };
}

/** The duty chief of the demo, who opens matters. */
export function chiefOf({ people }: District): Actor {
  const person = people.find(({ roles }) => roles.includes('duty-chief'));
  return { id: person?.id ?? 'p-chief', name: person?.name ?? '值班长', role: 'duty-chief', unitId: person?.departmentId ?? null, parentUnitId: null, areaCode: '' };
}

/** The grid worker who walks a grid. */
export function gridWorkerOf({ people }: District, gridCode: string): Actor | null {
  const person = people.find((p) => p.gridCode === gridCode && p.roles.includes('grid-worker'));
  return person ? { id: person.id, name: person.name, role: 'grid-worker', unitId: person.departmentId, parentUnitId: null, areaCode: person.areaCode } : null;
}

/** What would be filled into a form; with `isPassed` false the first point to check is not in order. */
export function valuesFor(fields: readonly StepField[], key: string, isPassed = true): Record<string, StepValue> {
  const firstCheck = fields.find(({ kind }) => kind === 'yes-no');
  return Object.fromEntries(fields.map((field): [string, StepValue] => {
    const share = chance(key, field.key);
    switch (field.kind) {
      case 'yes-no': return [field.key, isPassed || field !== firstCheck];
      case 'number': return [field.key, Math.round(3 + share * 117)];
      case 'choice': return [field.key, pickAt(field.choices ?? [''], share)];
      case 'date': return [field.key, '2026-12-31'];
      case 'text': return [field.key, `（示例）第${1 + Math.floor(share * 900)}号`];
    }
  }));
}

/** The next moment within office hours, spread over the day by a number in [0, 1). */
export function inOfficeHours(at: number, share: number): number {
  const moment = startOfDay(at) + (9 + share * 7.5) * HOUR_MS;
  return Math.round(moment > at ? moment : moment + DAY_MS);
}
