/** The roles a person acts in; a person may hold several but acts in one at a time. Chinese terms beside each. */
export const ROLES = [
  'commander', // 指挥长（指挥室主任）
  'duty-chief', // 值班长
  'dispatcher', // 派遣员
  'intake', // 受理员
  'department', // 处置部门
  'inspector', // 督查员
  'grid-worker', // 网格员
  'squad', // 队员
  'leader', // 领导
  'wall', // 大屏
  'admin', // 管理员
  'auditor', // 审计员
  'centre-deputy', // 中心分管领导
  'county-centre', // 县社会治理中心
  'county-department', // 县级部门
] as const;
export type Role = (typeof ROLES)[number];

/** 三权分立: whether one account may hold these roles together. Who keeps the system is not who audits it, and an auditor does nothing else. */
export function mayHoldTogether(roles: readonly Role[]): boolean {
  return !roles.includes('auditor') || roles.every((role) => role === 'auditor');
}

/** Those who act without a person signed in: a channel's API key, and the product itself. */
export type ActorRole = Role | 'channel' | 'system';

/** Who acts, in which role, for which unit. Written on every event. `unitId`: department, team or village the actor belongs to. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: ActorRole;
  readonly unitId: string | null;
  /** The unit's parent, so that a squad's department counts as its own: team → department. */
  readonly parentUnitId: string | null;
  /** 辖区: the code their sight begins with: 6 digits a county, 9 a township, 12 a village; empty for all. */
  readonly areaCode: string;
}

/** Whether a village, grid or township code lies in an area. */
export function isInArea(code: string, areaCode: string): boolean {
  return code.startsWith(areaCode);
}
