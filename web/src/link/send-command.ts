import { callRest, type RestAnswer, type RestRefusal } from './rest.ts';

/** What came of a command. `conflict`: somebody was faster; `current` is the object as it stands now, when the server sent it. */
export type CommandOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'conflict'; readonly current: T | null }
  | { readonly kind: 'refused'; readonly refusal: RestRefusal };

const RETRY_AFTER_MS: readonly number[] = [300, 1_000];

/**
 * Sends one wish to act on an object to `<path>/commands`, as the person saw it (`expectedRevision`). Where no answer came it
 * is sent again under the same name, so that it has one effect.
 */
export async function sendCommand<T>(path: string, action: string, expectedRevision: number, payload: object): Promise<CommandOutcome<T>> {
  const body = { action, expectedRevision, commandId: crypto.randomUUID(), payload };
  const answer = await withRetries(() => callRest<T>('POST', `${path}/commands`, body));
  if (answer.ok) return { kind: 'done', value: answer.value };
  if (answer.status === 409 && /CONFLICT$/.test(answer.code)) return { kind: 'conflict', current: (answer.body as { current?: T } | null)?.current ?? null };
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
