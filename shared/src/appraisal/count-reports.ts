import type { CaseFacts } from './case-facts.ts';
import type { CountingContext, Emit, Whose } from './entry.ts';

/** Reports and filing: I01–I05, I08, I11, I12, I14, I33, I37, I38, I47. All shares are cohorts: both sums count at the instant of the denominator. */
export function countReports(facts: CaseFacts, context: CountingContext, emit: Emit): void {
  const { settings } = context;
  const { reportedAt, acceptedAt, filedAt } = facts;
  if (facts.reporterId !== null) {
    const worker: Whose = { post: { name: 'grid-worker', personId: facts.reporterId } };
    const isValid = !facts.isVoided && (filedAt !== null || facts.isMerged || facts.isSelfApproved);
    emit({ indicator: 'I01', at: reportedAt, numerator: 1, denominator: 0, whose: worker });
    if (isValid) emit({ indicator: 'I02', at: reportedAt, numerator: 1, denominator: 0, whose: worker });
    emit({ indicator: 'I03', at: reportedAt, numerator: isValid ? 1 : 0, denominator: 1, whose: worker });
  }
  if (!facts.isMerged && !facts.isSelfHandled) emit({ indicator: 'I12', at: reportedAt, numerator: filedAt === null ? 0 : 1, denominator: 1, whose: {} });
  if (settings.hotlineSources.includes(facts.source)) {
    emit({ indicator: 'I47', at: reportedAt, numerator: context.isRepeat(facts) ? 1 : 0, denominator: 1, whose: { departmentId: facts.leadDepartmentId } });
  }
  if (acceptedAt !== null) emit({ indicator: 'I08', at: acceptedAt, numerator: 1, denominator: 0, whose: { post: { name: 'intake', personId: facts.acceptedBy } } });
  if (filedAt !== null) countFiled(facts, filedAt, context, emit);
}

function countFiled(facts: CaseFacts, at: number, context: CountingContext, emit: Emit): void {
  const { settings } = context;
  const department: Whose = { departmentId: facts.leadDepartmentId };
  const chief: Whose = { post: { name: 'duty-chief', personId: facts.filedBy } };
  const isPublic = settings.publicSources.includes(facts.source);
  const isMissed = isPublic && settings.missablePlatforms.includes(facts.type.platform) && !facts.type.containsPersonalInfo;
  const worker: Whose = { post: { name: 'grid-worker', personId: context.gridWorkerOf(facts.gridCode) } };
  const isExtended = facts.tasks.some((task) => task.isExtended && task.departmentId === facts.leadDepartmentId);
  emit({ indicator: 'I11', at, numerator: 1, denominator: 0, whose: { ...department, ...chief } });
  emit({ indicator: 'I14', at, numerator: facts.isVoided ? 0 : 1, denominator: 1, whose: chief });
  emit({ indicator: 'I37', at, numerator: facts.isVoided ? 1 : 0, denominator: 1, whose: department });
  emit({ indicator: 'I33', at, numerator: isExtended ? 1 : 0, denominator: 1, whose: department });
  emit({ indicator: 'I38', at, numerator: isPublic && !facts.isVoided ? 1 : 0, denominator: 1, whose: department });
  if (isMissed && !facts.isVoided) emit({ indicator: 'I04', at, numerator: 1, denominator: 0, whose: worker });
  emit({ indicator: 'I05', at, numerator: isMissed && !facts.isVoided ? 1 : 0, denominator: 1, whose: worker });
}
