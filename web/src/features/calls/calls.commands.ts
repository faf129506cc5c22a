import type { CallDetail, CallDraft, CallRow, CaseCalls } from '@wangge/shared/call';
import { callRest, type RestAnswer } from '../../link/rest.ts';

/** Calls as a list page reads them. */
export interface CallList {
  readonly total: number;
  readonly calls: readonly CallRow[];
}

const PAGE = 500;

/** The calls that are the reader's business, those drafted last in front. */
export function readCalls(signal: AbortSignal): Promise<RestAnswer<CallList>> {
  return callRest('GET', `/api/v1/calls?limit=${PAGE}`, undefined, signal);
}

/** The calls about a case, and the form for another when this person may call now. */
export function readCaseCalls(caseId: string, signal: AbortSignal): Promise<RestAnswer<CaseCalls>> {
  return callRest('GET', `/api/v1/cases/${encodeURIComponent(caseId)}/calls`, undefined, signal);
}

/** Drafts a call. `commandId` names the wish, so that it opens one call however often it is sent. */
export function draftCall(caseId: string, draft: CallDraft, commandId: string): Promise<RestAnswer<CallDetail>> {
  return callRest('POST', '/api/v1/calls', { caseId, draft, commandId });
}
