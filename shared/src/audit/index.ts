export { AUDIT_KEPT_DAYS, AUDIT_KINDS, AUDIT_RESULTS } from './entry.ts';
export type { AuditDeed, AuditDetail, AuditEntry, AuditKind, AuditResult } from './entry.ts';
export type { AuditBreak, AuditVerdict } from './verdict.ts';
