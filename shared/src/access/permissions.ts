import type { ActorRole } from './roles.ts';

/** What a person may do beside case actions, which stand in the life-cycle table. */
export const PERMISSIONS = [
  'case.view', 'case.view-personal', 'case.command', 'case.report', 'case.recommend', 'figures.view', 'unit.view', 'track.view',
  'position.report', 'attachment.add', 'attachment.view', 'district.view', 'wall.watch', 'desk.watch', 'field.watch', 'admin.manage',
  'list.view', 'list.edit', 'call.view', 'call.command',
  'oversight.view', 'oversight.act',
  'joint.view', 'joint.act',
  'draw.view', 'draw.command', 'penalty.view', 'penalty.command',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const DESK: readonly Permission[] = [
  'case.view', 'case.view-personal', 'case.command', 'case.report', 'case.recommend', 'figures.view', 'unit.view', 'track.view',
  'attachment.add', 'attachment.view', 'district.view', 'desk.watch', 'list.view',
  'call.view', 'call.command',
  'oversight.view', 'oversight.act',
  'joint.view', 'joint.act',
  'draw.view', 'draw.command', 'penalty.view', 'penalty.command',
];
const FIELD: readonly Permission[] = ['case.view', 'case.command', 'case.report', 'position.report', 'attachment.add', 'attachment.view', 'district.view', 'field.watch', 'joint.view', 'joint.act'];

/** Role × permission. What is not listed is denied. */
const GRANTS: Readonly<Record<ActorRole, readonly Permission[]>> = {
  commander: [...DESK, 'list.edit'],
  'duty-chief': DESK,
  dispatcher: DESK,
  intake: DESK,
  department: DESK,
  inspector: DESK,
  'centre-deputy': DESK,
  'county-centre': [...DESK, 'list.edit'],
  'county-department': ['joint.view', 'joint.act', 'oversight.view', 'oversight.act', 'case.view', 'case.command', 'attachment.add', 'attachment.view', 'district.view', 'desk.watch', 'call.view', 'call.command', 'draw.view'],
  'grid-worker': [...FIELD, 'call.view', 'call.command'],
  squad: [...FIELD, 'oversight.view', 'oversight.act', 'draw.view', 'draw.command', 'penalty.view', 'penalty.command'],
  leader: ['joint.view', 'oversight.view', 'oversight.act', 'call.view', 'case.view', 'figures.view', 'unit.view', 'district.view', 'attachment.view', 'desk.watch', 'list.view', 'draw.view', 'penalty.view'],
  wall: ['call.view', 'case.view', 'figures.view', 'unit.view', 'district.view', 'wall.watch', 'draw.view'],
  admin: ['admin.manage', 'district.view', 'figures.view', 'desk.watch', 'list.view', 'list.edit', 'draw.view'],
  channel: ['case.report'],
  system: ['case.command', 'case.report'],
};

/** Whether a role holds a permission. Denies what the table does not list. */
export function can(role: ActorRole, permission: Permission): boolean {
  return GRANTS[role].includes(permission);
}
