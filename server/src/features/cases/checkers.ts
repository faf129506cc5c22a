import { mayLook, type Case, type DecideContext } from '@wangge/shared/case';
import type { District, GridTask, Person } from '@wangge/shared/district';
import type { CheckerRow } from '@wangge/shared/wire';

/** 核实、核查 candidates: whoever of the district the rules allow, those of the case's own grid in front, then its village, then inspectors. */
export function checkersFor(item: Case, task: GridTask, { people }: Pick<District, 'people'>, context: DecideContext): CheckerRow[] {
  const rank = ({ gridCode }: Person): number => (gridCode === item.gridCode ? 0 : gridCode === null ? 2 : gridCode.startsWith(item.villageCode) ? 1 : 3);
  return people.filter((person) => mayLook(item, { ...person, unitIds: [person.teamId, person.departmentId].filter((id) => id !== null) }, task, context))
    .sort((a, b) => rank(a) - rank(b))
    .map(({ id, name, post, roles, gridCode }) => ({ id, name, post, roles, gridCode }));
}
