import type { RefusalCode } from '@wangge/shared/base';

/** A no from the server as it arrived; `body` holds whatever came with it (the current view of a case, say). */
export interface RestRefusal {
  readonly ok: false;
  /** `UNREACHABLE`: no answer came. */
  readonly code: RefusalCode | 'UNREACHABLE';
  readonly status: number;
  readonly field: string | null;
  readonly detail: string | null;
  readonly body: unknown;
}

export type RestAnswer<T> = { readonly ok: true; readonly value: T } | RestRefusal;

export type RestMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

const TIMEOUT_MS = 10_000;

/**
 * Calls our own REST door with the session's cookie. Never throws: a broken line is a refusal `UNREACHABLE`. `key` names what is
 * sent, so that sending it again has no second effect. `patienceMs`: how long the server may take.
 */
export async function callRest<T>(method: RestMethod, path: string, json?: unknown, signal?: AbortSignal, key?: string, patienceMs = TIMEOUT_MS): Promise<RestAnswer<T>> {
  const timeout = AbortSignal.timeout(patienceMs);
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...(json === undefined ? {} : { headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) }, body: JSON.stringify(json) }),
    });
    const text = await response.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    return response.ok ? { ok: true, value: body as T } : refusalFrom(response.status, body);
  } catch {
    return { ok: false, code: 'UNREACHABLE', status: 0, field: null, detail: null, body: null };
  }
}

function refusalFrom(status: number, body: unknown): RestRefusal {
  const { code = 'INTERNAL_FAULT', field = null, detail = null } = (body ?? {}) as { code?: RefusalCode; field?: string; detail?: string };
  return { ok: false, code, status, field, detail, body };
}
