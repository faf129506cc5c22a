import type { ActorRole } from './roles.ts';

/** What a person may do beside case actions, which stand in the life-cycle table. */
export const PERMISSIONS = [
  'case.view', 'case.view-personal', 'case.command', 'case.report', 'case.recommend', 'figures.view', 'unit.view', 'track.view',
  'position.report', 'attachment.add', 'attachment.view', 'district.view', 'wall.watch', 'desk.watch', 'field.watch', 'admin.manage',
  'list.view', 'list.edit', 'call.view', 'call.command',
  'oversight.view', 'oversight.act',
  'alarm.view', 'alarm.command',
  'joint.view', 'joint.act',
  'draw.view', 'draw.command', 'penalty.view', 'penalty.command',
  'patrol.view', 'patrol.act', 'patrol.walk', 'service.view', 'service.act', 'briefing.view', 'briefing.act',
  'replay.view',
  'stage.view', 'stage.direct', 'stage.edit', 'stage.pair',
  // 四权 over stationed staff: 指挥协调、考核管理、推荐提名、反向否决.
  'appraisal.view', 'right.view', 'right.command', 'right.appraise', 'right.nominate', 'right.veto',
  'audit.view',
  'drill.command',
  // 车载终端: see the lines, give orders, change parameters.
  'terminal.view', 'terminal.command', 'terminal.configure',
  // 外部系统接入: see how they stand, deal with their dead letters.
  'connector.view', 'connector.act',
  // 村情通: see drafts and what is public, write, publish.
  'notice.view', 'notice.act',
  // 视频点位: see where cameras hang and look through those whose line names one's role.
  'camera.view',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const DESK: readonly Permission[] = [
  'case.view', 'case.view-personal', 'case.command', 'case.report', 'case.recommend', 'figures.view', 'unit.view', 'track.view',
  'attachment.add', 'attachment.view', 'district.view', 'desk.watch', 'list.view',
  'call.view', 'call.command',
  'oversight.view', 'oversight.act',
  'alarm.view', 'alarm.command',
  'joint.view', 'joint.act',
  'draw.view', 'draw.command', 'penalty.view', 'penalty.command',
  'patrol.view', 'service.view', 'service.act', 'briefing.view', 'briefing.act',
  'appraisal.view', 'right.view',
  'replay.view', 'terminal.view', 'camera.view', 'notice.view', 'notice.act',
];
/** 导播 of the walls of one's area. */
const DIRECTING: readonly Permission[] = ['stage.view', 'stage.direct'];
const CONNECTORS: readonly Permission[] = ['connector.view', 'connector.act'];
const FIELD: readonly Permission[] = ['case.view', 'case.command', 'case.report', 'position.report', 'attachment.add', 'attachment.view', 'district.view', 'field.watch', 'joint.view', 'joint.act', 'patrol.walk'];

/** Role × permission. What is not listed is denied. */
const GRANTS: Readonly<Record<ActorRole, readonly Permission[]>> = {
  commander: [...DESK, ...DIRECTING, ...CONNECTORS, 'terminal.command', 'terminal.configure', 'drill.command', 'stage.edit', 'stage.pair', 'right.command', 'right.appraise', 'right.nominate', 'right.veto', 'list.edit'],
  'duty-chief': [...DESK, ...DIRECTING, ...CONNECTORS, 'terminal.command', 'drill.command', 'right.command'],
  dispatcher: [...DESK, ...DIRECTING, 'terminal.command'],
  intake: [...DESK, ...CONNECTORS],
  department: DESK,
  inspector: DESK,
  'centre-deputy': [...DESK, ...DIRECTING, 'terminal.command', 'right.command', 'right.appraise'],
  'county-centre': [...DESK, ...DIRECTING, ...CONNECTORS, 'terminal.command', 'stage.edit', 'stage.pair', 'list.edit'],
  'county-department': ['joint.view', 'joint.act', 'oversight.view', 'oversight.act', 'case.view', 'case.view-personal', 'case.command', 'attachment.add', 'attachment.view', 'district.view', 'desk.watch', 'call.view', 'call.command', 'draw.view'],
  'grid-worker': [...FIELD, 'patrol.view', 'patrol.act', 'service.view', 'service.act', 'call.view', 'call.command'],
  squad: [...FIELD, 'service.view', 'service.act', 'oversight.view', 'oversight.act', 'draw.view', 'draw.command', 'penalty.view', 'penalty.command'],
  leader: ['camera.view', 'briefing.view', 'notice.view', 'alarm.view', 'alarm.command', 'replay.view', 'patrol.view', 'service.view', 'appraisal.view', 'right.view', 'joint.view', 'oversight.view', 'oversight.act', 'call.view', 'case.view', 'figures.view', 'unit.view', 'district.view', 'attachment.view', 'desk.watch', 'list.view', 'draw.view', 'penalty.view'],
  wall: ['camera.view', 'briefing.view', 'stage.view', 'alarm.view', 'appraisal.view', 'call.view', 'case.view', 'figures.view', 'unit.view', 'district.view', 'wall.watch', 'draw.view', 'replay.view'],
  admin: ['admin.manage', 'terminal.view', 'terminal.configure', 'district.view', 'figures.view', 'desk.watch', 'list.view', 'list.edit', 'draw.view'],
  auditor: ['audit.view', 'district.view', 'desk.watch'],
  channel: ['case.report'],
  system: ['case.command', 'case.report'],
};

/** Whether a role holds a permission. Denies what the table does not list. */
export function can(role: ActorRole, permission: Permission): boolean {
  return GRANTS[role].includes(permission);
}

/** Whether a role is pushed the cases it has itself to do with and nothing else: the field, a county department, whose cases are those of its calls, and an auditor, who has none. */
export function watchesOwnCases(role: ActorRole): boolean {
  return can(role, 'field.watch') || role === 'county-department' || role === 'auditor';
}

/** Whether a role has the phone page: those who are nowhere else, and staff of a department, who have a desk too. */
export function mayWorkInField(role: ActorRole): boolean {
  return can(role, 'field.watch') || role === 'department';
}
