import type { RestAnswer } from '../../link/rest.ts';

const TIMEOUT_MS = 60_000;

/** Takes a photo of a visit to the server and answers its id. A broken line is a refusal `UNREACHABLE`. */
export async function uploadVisitPhoto(image: Blob): Promise<RestAnswer<{ readonly id: string }>> {
  try {
    const response = await fetch('/api/v1/attachments', { method: 'POST', headers: { 'content-type': image.type || 'image/jpeg' }, body: image, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const body = await response.json() as { id: string; code?: string };
    if (response.ok) return { ok: true, value: { id: body.id } };
    return { ok: false, code: (body.code ?? 'INTERNAL_FAULT') as 'INTERNAL_FAULT', status: response.status, field: null, detail: null, body };
  } catch {
    return { ok: false, code: 'UNREACHABLE', status: 0, field: null, detail: null, body: null };
  }
}
