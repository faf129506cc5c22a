import type { Actor } from '@wangge/shared/access';
import { isReopenAsked, isUnanswered } from '@wangge/shared/case';
import type { CasesApi } from '../cases/cases.api.ts';
import type { RetentionStep } from './retention-step.ts';

/** Who acts when time alone is the reason. */
export const SYSTEM: Actor = { id: 'system', name: '系统', role: 'system', unitId: null, parentUnitId: null, areaCode: '' };

/** 归档: what was evaluated long enough ago and answered to everybody; the rules of a case's life decide, as for a person. */
export function archiveCases(cases: Pick<CasesApi, 'all' | 'command'>): RetentionStep {
  return async ({ now, edition, policy, isDryRun, tally, rest, onProgress }) => {
    const due = [...cases.all()].filter(({ state, stateSince }) => state === 'evaluated' && stateSince + policy.caseArchiveMs <= now);
    for (const [i, item] of due.entries()) {
      const { id, revision } = item;
      if (isDryRun) tally.add('casesArchived', item.receipts.some(isUnanswered) || isReopenAsked(item) ? 0 : 1);
      else {
        const done = await cases.command(id, { action: 'archive', expectedRevision: revision, actor: SYSTEM, payload: { note: `按留存期限“${edition}”归档` } }, now);
        tally.add('casesArchived', done.ok ? 1 : 0);
      }
      onProgress('cases', i + 1, due.length);
      await rest();
    }
  };
}
