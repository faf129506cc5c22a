import { z } from 'zod';
import { CliRefusal } from '../refusals.ts';
import { ask } from './server-access.ts';
import type { TicketBatch } from './ticket-batches.ts';
import type { RefusedRow } from './ticket-reports.ts';

const answerSchema = z.object({
  accepted: z.array(z.object({ index: z.number() })),
  refused: z.array(z.object({ index: z.number(), code: z.string(), message: z.string(), field: z.string().optional(), detail: z.string().optional() })),
});

/** What came of one batch. `isRepeated`: the door had it before and answered as then. */
export interface BatchOutcome {
  readonly accepted: number;
  readonly isRepeated: boolean;
  readonly refused: readonly RefusedRow[];
}

/** A server that is busy or just restarting is asked again for this long. */
const PATIENCE_MS = 60_000;
const RETRY_MS = 500;

async function post(url: string, apiKey: string, batch: TicketBatch): Promise<Response> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask(`${url}/api/v1/intake/cases/batch`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-api-key': apiKey, 'idempotency-key': batch.key },
      body: JSON.stringify({ cases: batch.reports.map(({ body }) => body) }),
    }).catch((error: unknown) => {
      if (Date.now() > giveUpAt) throw error;
      return null;
    });
    const mayPass = answer === null || answer.status === 429 || answer.status >= 500;
    if (!mayPass) return answer;
    if (answer !== null && Date.now() > giveUpAt) return answer;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/** Sends one batch through the intake door; asking again is safe, for its key names it. */
export async function sendBatch(url: string, apiKey: string, batch: TicketBatch): Promise<BatchOutcome> {
  const answer = await post(url, apiKey, batch);
  if (answer.status === 401) throw new CliRefusal('API_KEY_INVALID');
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) {
    const reason = answer.status === 409 ? '这一批此前已按另一内容受理过（对照表或 --limit 变了），没有重复受理' : `服务答 ${answer.status} ${JSON.stringify(body)}`;
    return { accepted: 0, isRepeated: false, refused: batch.reports.map(({ line }) => ({ line, reason })) };
  }
  const { accepted, refused } = answerSchema.parse(body);
  return {
    accepted: accepted.length, isRepeated: answer.headers.get('idempotent-replayed') === 'true',
    refused: refused.map(({ index, code, message, field, detail }) => ({
      line: batch.reports[index]?.line ?? 0, reason: [`${code} ${message}`, field, detail].filter((part) => part !== undefined).join(' '),
    })),
  };
}
