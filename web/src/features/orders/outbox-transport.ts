import type { CaseId, RefusalCode } from '@wangge/shared/base';
import type { CaseAction, CasePayload } from '@wangge/shared/case';
import type { CaseDetail, CommandAnswer } from '@wangge/shared/wire';
import type { RestAnswer } from '../../link/rest.ts';
import type { FieldReport } from './outbox-entry.ts';

/** One command as the server takes it. */
export interface CommandBody {
  readonly action: CaseAction;
  readonly expectedRevision: number;
  readonly commandId: string;
  readonly payload: CasePayload;
}

/** `isSelfHandled` with `afterPhotos`: it was put right on the spot (自处置上报). */
export type ReportBody = FieldReport & { readonly photos: readonly string[]; readonly voiceNotes?: readonly string[]; readonly isSelfHandled?: true; readonly afterPhotos?: readonly string[] };

/** How the outbox reaches the server. No answer is `UNREACHABLE`, never a throw. */
export interface OutboxTransport {
  /** `key` names the photo, so that one whose answer was lost is sent again without being kept twice. */
  uploadPhoto(image: Blob, key: string): Promise<RestAnswer<{ readonly id: string }>>;
  sendCommand(caseId: CaseId, body: CommandBody): Promise<RestAnswer<CommandAnswer>>;
  /** `key` names the report, so that a repetition opens no second case. */
  sendReport(body: ReportBody, key: string): Promise<RestAnswer<{ readonly id: CaseId; readonly no: string }>>;
  sendDeed(path: string, body: object): Promise<RestAnswer<unknown>>;
}

/** A photo over a weak net takes its time; a command does not. */
const UPLOAD_TIMEOUT_MS = 90_000;
const COMMAND_TIMEOUT_MS = 12_000;

/** Reaches the server over its REST door with the session's cookie. */
export function createRestTransport(): OutboxTransport {
  return {
    uploadPhoto: (image, key) => post('/api/v1/attachments', image, { 'content-type': image.type || 'image/jpeg', 'idempotency-key': key }, UPLOAD_TIMEOUT_MS),
    sendCommand: (caseId, body) => post(`/api/v1/cases/${encodeURIComponent(caseId)}/commands`, JSON.stringify(body), JSON_TYPE, COMMAND_TIMEOUT_MS),
    sendDeed: (path, body) => post(path, JSON.stringify(body), JSON_TYPE, COMMAND_TIMEOUT_MS),
    sendReport: ({ draft, ...body }, key) => (draft ? handInDraft(draft, body, key)
      : post('/api/v1/cases', JSON.stringify(body), { ...JSON_TYPE, 'idempotency-key': key }, COMMAND_TIMEOUT_MS)),
  };
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** A report that began as a draft: handing the draft in opens its case. */
async function handInDraft({ id, revision }: NonNullable<ReportBody['draft']>, { lng, lat, ...content }: ReportBody, commandId: string): Promise<RestAnswer<{ id: CaseId; no: string }>> {
  const body = { action: 'submit', expectedRevision: revision, commandId, payload: { ...content, lngLat: [lng, lat] } };
  const answer = await post<{ case: { id: CaseId; no: string } }>(`/api/v1/drafts/${encodeURIComponent(id)}/commands`, JSON.stringify(body), JSON_TYPE, COMMAND_TIMEOUT_MS);
  return answer.ok ? { ok: true, value: answer.value.case } : answer;
}

async function post<T>(path: string, body: BodyInit, headers: Record<string, string>, timeoutMs: number): Promise<RestAnswer<T>> {
  try {
    const response = await fetch(path, { method: 'POST', credentials: 'same-origin', headers, body, signal: AbortSignal.timeout(timeoutMs) });
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, value: answer as T };
    const { code = 'INTERNAL_FAULT', field = null, detail = null } = (answer ?? {}) as { code?: RefusalCode; field?: string; detail?: string };
    return { ok: false, code, status: response.status, field, detail, body: answer };
  } catch {
    return { ok: false, code: 'UNREACHABLE', status: 0, field: null, detail: null, body: null };
  }
}

/** What an object other than a case is now and what may be done with it, where the server sent it along with a refusal. */
export function currentObjectIn(body: unknown): { readonly revision: number; readonly allowed: readonly string[] } | null {
  const { current } = (body ?? {}) as { current?: { revision?: number; allowed?: readonly string[] } };
  return current?.revision !== undefined && current.allowed ? { revision: current.revision, allowed: current.allowed } : null;
}

/** The case as it stands, where the server sent it along with a refusal. */
export function currentCaseIn(body: unknown): CaseDetail | null {
  return (body as { current?: CaseDetail } | null)?.current ?? null;
}
