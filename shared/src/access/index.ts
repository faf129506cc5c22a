export { PERMISSIONS, can, mayWorkInField, watchesOwnCases } from './permissions.ts';
export type { Permission } from './permissions.ts';
export { ROLES, isInArea, mayHoldTogether } from './roles.ts';
export type { Actor, ActorRole, Role } from './roles.ts';
