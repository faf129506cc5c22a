import { startOfDay } from '@wangge/shared/base';
import type { AuditStore } from '../../store/audit-store.ts';
import { SYSTEM } from './retain-cases.ts';
import type { RetentionReport } from './retention-report.ts';
import type { RetentionStep } from './retention-step.ts';

/** 审计日志: whole days of it, once the list says so (a dry run does not count them); the log itself refuses to give up what the law wants kept. */
export function removeAudit(audit: Pick<AuditStore, 'removeBefore'>): RetentionStep {
  return async ({ now, policy, isDryRun, tally }) => {
    const before = startOfDay(now - policy.auditMs);
    if (isDryRun) return;
    const outcome = await audit.removeBefore(before, now);
    tally.add('auditDeleted', outcome.kind === 'removed' ? outcome.count : 0);
  };
}

/** Tells the audit log what a run did; a run that found nothing to do is not told. */
export async function auditRun(audit: Pick<AuditStore, 'append'>, { endedAt, edition, done }: RetentionReport): Promise<void> {
  if (Object.values(done).every((count) => count === 0)) return;
  await audit.append([{
    at: endedAt, actorId: SYSTEM.id, actorName: SYSTEM.name, role: SYSTEM.role, unitId: null, address: '', action: 'store.retain', object: '', result: 'ok', code: null, detail: { edition, ...done },
  }]);
}
