import type { CaseId } from '@wangge/shared/base';
import type { CaseAction, CasePayload } from '@wangge/shared/case';
import type { GridTask } from '@wangge/shared/district';
import type { CaseDetail, CheckerRow, CommandAnswer, MergeCandidateRow } from '@wangge/shared/wire';
import { callRest, type RestAnswer, type RestRefusal } from '../../link/rest.ts';

/** A wish to act on a case as the person saw it. `commandId` names the wish, so that it can be sent again without a second effect. */
export interface CaseWish {
  readonly caseId: CaseId;
  readonly action: CaseAction;
  readonly expectedRevision: number;
  readonly commandId: string;
  readonly payload: CasePayload;
}

/** What came of a wish. `conflict`: somebody was faster; `current` is the case as it stands now. */
export type WishOutcome =
  | { readonly kind: 'done'; readonly detail: CaseDetail }
  | { readonly kind: 'conflict'; readonly current: CaseDetail }
  | { readonly kind: 'refused'; readonly refusal: RestRefusal };

/** What a person gives when reporting at the desk; the place is WGS-84, longitude first. */
export interface DeskReport {
  readonly typeCode: string;
  readonly description: string;
  readonly lngLat: readonly [number, number];
  readonly address: string;
  readonly reporterName?: string;
  readonly reporterPhone?: string;
  /** The drill (演练) it is made up for. */
  readonly drillId?: string;
}

const RETRY_AFTER_MS: readonly number[] = [300, 1_000];

/** Makes the wish for an action, with a fresh name. */
export function makeWish(detail: CaseDetail, action: CaseAction, payload: CasePayload): CaseWish {
  return { caseId: detail.row.id, action, expectedRevision: detail.row.revision, commandId: crypto.randomUUID(), payload };
}

/** Sends a wish; where no answer came it is sent again under the same name. */
export async function sendWish({ caseId, ...body }: CaseWish): Promise<WishOutcome> {
  const path = `/api/v1/cases/${encodeURIComponent(caseId)}/commands`;
  const answer = await withRetries(() => callRest<CommandAnswer>('POST', path, body));
  if (answer.ok) return { kind: 'done', detail: answer.value.case };
  const current = (answer.body as { current?: CaseDetail } | null)?.current;
  if (answer.code === 'CASE_REVISION_CONFLICT' && current) return { kind: 'conflict', current };
  return { kind: 'refused', refusal: answer };
}

async function withRetries<T>(call: () => Promise<RestAnswer<T>>): Promise<RestAnswer<T>> {
  for (const waitMs of RETRY_AFTER_MS) {
    const answer = await call();
    if (answer.ok || (answer.code !== 'UNREACHABLE' && answer.status !== 503)) return answer;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  return call();
}

/** The case page. */
export async function readCase(id: CaseId, signal?: AbortSignal): Promise<RestAnswer<CaseDetail>> {
  return callRest('GET', `/api/v1/cases/${encodeURIComponent(id)}`, undefined, signal);
}

/** 并案: the open cases this report may be the same matter as, the nearest first. */
export async function readMergeCandidates(id: CaseId): Promise<RestAnswer<{ readonly candidates: readonly MergeCandidateRow[] }>> {
  return callRest('GET', `/api/v1/cases/${encodeURIComponent(id)}/merge-candidates`);
}

/** 批量审核 of the self-handled reports outside the audit sample. */
export async function approveSelfHandled(): Promise<RestAnswer<{ readonly approved: readonly { readonly id: CaseId }[] }>> {
  return callRest('POST', '/api/v1/cases/self-handled/approvals', {});
}

/** Gives the same report the same name and another one another, for as long as one form is open. */
export function createReportKey(): (report: DeskReport) => string {
  let named = { words: '', key: '' };
  return (report) => {
    const words = JSON.stringify(report);
    if (words !== named.words) named = { words, key: crypto.randomUUID() };
    return named.key;
  };
}

/** 登记上报: opens a case for somebody who called or came. `key` names the report: sent again it opens no second case. */
export async function reportCase(report: DeskReport, key: string): Promise<RestAnswer<{ readonly id: CaseId; readonly no: string }>> {
  const { lngLat: [lng, lat], ...rest } = report;
  return callRest('POST', '/api/v1/cases', { ...rest, lng, lat }, undefined, key);
}

/** Who may be asked to verify or check a case, likeliest first; for the desk only. */
export async function readCheckers(id: CaseId, task: GridTask): Promise<RestAnswer<readonly CheckerRow[]>> {
  return callRest('GET', `/api/v1/cases/${encodeURIComponent(id)}/checkers?task=${task}`);
}
