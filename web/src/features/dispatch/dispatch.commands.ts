import type { CaseId } from '@wangge/shared/base';
import type { Recommendation } from '@wangge/shared/dispatch';
import { callRest, type RestAnswer } from '../../link/rest.ts';

/** Asks which teams to send to a case, best first, and who was passed over. */
export async function readRecommendation(id: CaseId, signal?: AbortSignal): Promise<RestAnswer<Recommendation>> {
  return callRest('GET', `/api/v1/cases/${encodeURIComponent(id)}/recommendations`, undefined, signal);
}
