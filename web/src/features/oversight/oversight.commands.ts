import type { CaseOversightView, OversightDetail, OversightListItem, Rung } from '@wangge/shared/oversight';
import { callRest, type RestAnswer } from '../../link/rest.ts';

/** Orders as a list page reads them. */
export interface OversightList {
  readonly total: number;
  readonly orders: readonly OversightListItem[];
}

const PAGE = 300;

/** The orders of a filter; `query` as the API takes it (`open=true&rung=red`). */
export function readOrders(query: string, signal: AbortSignal): Promise<RestAnswer<OversightList>> {
  return callRest('GET', `/api/v1/oversight?limit=${PAGE}${query && `&${query}`}`, undefined, signal);
}

/** The orders of a case, and the rungs this person may open on it. */
export function readCaseOrders(caseId: string, signal: AbortSignal): Promise<RestAnswer<CaseOversightView>> {
  return callRest('GET', `/api/v1/cases/${encodeURIComponent(caseId)}/oversight`, undefined, signal);
}

/** Signs an order by hand (签发). `commandId` names the wish, so that it opens one order however often it is sent. */
export function signOrder(caseId: string, rung: Rung, requirement: string, commandId: string): Promise<RestAnswer<OversightDetail>> {
  return callRest('POST', '/api/v1/oversight', { caseId, rung, requirement, commandId });
}
