import type { IdempotencyRecord } from '../store/event-store.ts';

/**
 * What a command's key was used for: the object and the action. Not the rest of the body: a phone that tells a deed again later adds
 * when it was done, and it is the same deed.
 */
export function deedOf(id: string, action: string): string {
  return `${id} ${action}`;
}

/** Whether a key that is known was used for this very deed; earlier versions kept the object alone. */
export function isSameDeed(known: IdempotencyRecord, id: string, action: string): boolean {
  return known.bodyHash === deedOf(id, action) || known.bodyHash === id;
}
