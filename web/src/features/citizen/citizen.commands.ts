import { writeProof, type Challenge, type CitizenDoor, type CitizenProgress, type CitizenReceipt, type CitizenReport } from '@wangge/shared/citizen';
import type { DistrictMap } from '@wangge/shared/district-map';
import { callRest, type RestAnswer } from '../../link/rest.ts';

const SEND_TIMEOUT_MS = 60_000;

export const readDoor = (): Promise<RestAnswer<CitizenDoor>> => callRest('GET', '/api/v1/citizen/door');
export const readOpenMap = (): Promise<RestAnswer<DistrictMap>> => callRest('GET', '/api/v1/citizen/map');
export const readProgress = (code: string): Promise<RestAnswer<CitizenProgress>> => callRest('POST', '/api/v1/citizen/progress', { code });

/** Address of the page's own QR code; `location.protocol` says how people reach this server. */
export function reportSignAddress(village?: string): string {
  return `/api/v1/citizen/qr.svg?scheme=${location.protocol === 'https:' ? 'https' : 'http'}${village === undefined ? '' : `&village=${village}`}`;
}

export function rateCase(code: string, commandId: string, satisfaction: number, isResolved: boolean): Promise<RestAnswer<CitizenProgress>> {
  return callRest('POST', '/api/v1/citizen/ratings', { code, commandId, satisfaction, isResolved });
}

export const askReopen = (code: string, commandId: string, reason: string): Promise<RestAnswer<CitizenProgress>> => callRest('POST', '/api/v1/citizen/reopenings', { code, commandId, reason });

/** Does the work a report of this key asks for; answers the proof. */
export async function proveWork(key: string): Promise<RestAnswer<string>> {
  const asked = await callRest<Challenge>('POST', '/api/v1/citizen/challenges', { key });
  if (!asked.ok) return asked;
  const worker = new Worker(new URL('./work.worker.ts', import.meta.url), { type: 'module' });
  const nonce = await new Promise<number>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<number>) => resolve(data));
    worker.addEventListener('error', reject);
    worker.postMessage(asked.value);
  }).finally(() => worker.terminate());
  return { ok: true, value: writeProof(asked.value, nonce) };
}

async function send<T>(path: string, body: Blob | string, type: string, key: string, proof: string): Promise<RestAnswer<T>> {
  try {
    const answer = await fetch(path, {
      method: 'POST', credentials: 'omit', body, signal: AbortSignal.timeout(SEND_TIMEOUT_MS), headers: { 'content-type': type, 'idempotency-key': key, 'x-citizen-proof': proof },
    });
    const said = (await answer.json()) as T & { code: never; field?: string; detail?: string };
    return answer.ok ? { ok: true, value: said } : { ok: false, code: said.code, status: answer.status, field: said.field ?? null, detail: said.detail ?? null, body: said };
  } catch {
    return { ok: false, code: 'UNREACHABLE', status: 0, field: null, detail: null, body: null };
  }
}

/** Hands in a photo under the key of its report; the same photo twice is one. */
export const sendPhoto = (photo: Blob, key: string, proof: string): Promise<RestAnswer<{ readonly id: string }>> => send('/api/v1/citizen/photos', photo, 'image/jpeg', key, proof);

/** Hands in a report; sent again under its key it is the same report. */
export const sendReport = (report: CitizenReport, key: string, proof: string): Promise<RestAnswer<CitizenReceipt>> =>
  send('/api/v1/citizen/reports', JSON.stringify(report), 'application/json', key, proof);
