import type { Refusal } from './refusals.ts';

/** What a decision answers: a value, or a refusal the person can act on. Broken machines throw; people are refused. */
export type Result<T, E = Refusal> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function refuse(code: Refusal['code'], more: Omit<Refusal, 'code'> = {}): Result<never> {
  return { ok: false, error: { code, ...more } };
}
