import type { Actor, Role } from '@wangge/shared/access';
import type { District, Person, Team } from '@wangge/shared/district';

/** Who acts in the demo of enforcement: squads with their members, and those who review, decide and organise. */
export interface EnforcementCast {
  readonly areaCode: string;
  readonly squads: readonly { readonly team: Team; readonly departmentName: string; readonly members: readonly Person[]; readonly leader: Actor }[];
  readonly chief: Actor;
  readonly deputy: Actor;
  readonly commander: Actor;
}

function actorFor(person: Person, role: Role): Actor {
  return { id: person.id, name: person.name, role, unitId: person.teamId ?? person.departmentId, parentUnitId: person.teamId ? person.departmentId : null, areaCode: person.areaCode };
}

/** Casts the first township that has enforcement squads; null when a district has none, or nobody for a post. */
export function castEnforcement({ teams, people, departments }: District): EnforcementCast | null {
  const first = people.find((p) => p.teamId !== null && teams.some((t) => t.id === p.teamId && t.kind === 'enforcement'));
  if (!first) return null;
  const areaCode = first.areaCode.slice(0, 9);
  const here = people.filter((p) => p.areaCode === areaCode);
  const squads = teams.filter(({ kind }) => kind === 'enforcement').flatMap((team) => {
    const members = here.filter((p) => p.teamId === team.id);
    const departmentName = departments.find(({ id }) => id === team.departmentId)?.name ?? '';
    return members.length >= 2 ? [{ team, departmentName, members, leader: actorFor(members[0]!, 'squad') }] : [];
  });
  const holder = (role: Role): Actor | null => {
    const person = here.find((p) => p.roles.includes(role));
    return person ? actorFor(person, role) : null;
  };
  const [chief, deputy, commander] = [holder('duty-chief'), holder('centre-deputy'), holder('commander')];
  return chief && deputy && commander && squads.length > 0 ? { areaCode, squads, chief, deputy, commander } : null;
}
