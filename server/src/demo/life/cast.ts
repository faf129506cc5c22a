import type { Actor, Role } from '@wangge/shared/access';
import { HOUR_MS, type DepartmentId, type TeamId } from '@wangge/shared/base';
import type { District, Person } from '@wangge/shared/district';
import { chance, pickAt } from './chance.ts';

const SHIFT_MS = 8 * HOUR_MS;

/** What acts by itself: reminders and archiving. */
export const SYSTEM: Actor = { id: 'system', name: '系统', role: 'system', unitId: null, parentUnitId: null, areaCode: '' };

/** Who plays which part in the demo: the people of the district, in the roles they hold. */
export class Cast {
  readonly #byRole = new Map<Role, Person[]>();
  readonly #byTeam = new Map<TeamId, Person[]>();
  readonly #byDepartment = new Map<DepartmentId, Person>();
  readonly #byGrid = new Map<string, Person>();

  constructor(district: District) {
    for (const person of district.people) {
      const isRoom = person.departmentId !== null && person.teamId === null && person.gridCode === null;
      if (person.gridCode !== null) this.#byGrid.set(person.gridCode, person);
      if (person.teamId !== null) this.#teamOf(person.teamId).push(person);
      for (const role of person.roles) {
        if ((role === 'department' || role === 'county-department') && person.departmentId) this.#byDepartment.set(person.departmentId, person);
        if (isRoom && (role !== 'inspector' || person.post === '督查员')) this.#roleOf(role).push(person);
      }
    }
  }

  #roleOf(role: Role): Person[] {
    let people = this.#byRole.get(role);
    if (!people) this.#byRole.set(role, (people = []));
    return people;
  }

  #teamOf(teamId: TeamId): Person[] {
    let people = this.#byTeam.get(teamId);
    if (!people) this.#byTeam.set(teamId, (people = []));
    return people;
  }

  /** Somebody of the room who is on shift at `at`. */
  onShift(role: Role, at: number): Actor {
    return actorOf(pickAt(this.#roleOf(role), chance(role, Math.floor(at / SHIFT_MS))), role);
  }

  /** The member of a team who keeps the order of that case. */
  squad(teamId: TeamId, caseId: string): Actor {
    return actorOf(pickAt(this.#teamOf(teamId), chance(caseId, 'member')), 'squad');
  }

  /** The 承办人 of a department; undefined where nobody works for it. */
  department(departmentId: DepartmentId): Actor | undefined {
    const person = this.#byDepartment.get(departmentId);
    return person && actorOf(person, person.roles.includes('county-department') ? 'county-department' : 'department');
  }

  gridWorker(gridCode: string): Person | undefined {
    return this.#byGrid.get(gridCode);
  }
}

/** A person in one of their roles; a squad member's unit is the team, everybody else's the department. */
export function actorOf(person: Person, role: Role): Actor {
  const { id, name, teamId, departmentId, areaCode } = person;
  return { id, name, role, unitId: teamId ?? departmentId, parentUnitId: teamId === null ? null : departmentId, areaCode };
}

/** A channel that reports on its own, as a system does with its key. */
export function channelActor(source: string): Actor {
  return { id: `channel:${source}`, name: source, role: 'channel', unitId: null, parentUnitId: null, areaCode: '' };
}
