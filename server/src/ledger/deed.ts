import { createHash } from 'node:crypto';
import type { IdempotencyRecord } from '../store/event-store.ts';

const DIGEST_CHARS = 22;

/** What a phone adds when it tells a deed later: it is the same deed. */
function saidBy(name: string, value: unknown): unknown {
  return name === 'doneAt' || name === 'seenRevision' ? undefined : value;
}

/** What a command's key was used for: the object, the action and what was said with it, as it was parsed. */
export function deedOf(id: string, action: string, said: object): string {
  return `${id} ${action} ${createHash('sha256').update(JSON.stringify(said, saidBy)).digest('base64url').slice(0, DIGEST_CHARS)}`;
}

/** Whether a key that is known was used for this very deed; earlier versions kept the object alone, or it and the action. */
export function isSameDeed({ bodyHash }: IdempotencyRecord, id: string, action: string, said: object): boolean {
  return [deedOf(id, action, said), `${id} ${action}`, id].includes(bodyHash);
}
