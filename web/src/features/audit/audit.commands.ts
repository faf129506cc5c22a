import type { AuditEntry, AuditKind, AuditVerdict } from '@wangge/shared/audit';
import { DAY_MS } from '@wangge/shared/base';
import { callRest, type RestAnswer } from '../../link/rest.ts';

export const PERIODS = ['day', 'week', 'month', 'all'] as const;
export type AuditPeriod = (typeof PERIODS)[number];

const DAYS: Readonly<Record<AuditPeriod, number | null>> = { day: 1, week: 7, month: 30, all: null };

/** What somebody looks for. */
export interface AuditWish {
  readonly kind: AuditKind | 'all';
  readonly period: AuditPeriod;
  readonly person: string;
  readonly isRefusedOnly: boolean;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly next: string | null;
}

/** The address of what is wished for; `now` epoch ms. */
export function auditAddress({ kind, period, person, isRefusedOnly }: AuditWish, now: number, more: Readonly<Record<string, string>> = {}): string {
  const days = DAYS[period];
  const query = new URLSearchParams({
    ...(days === null ? {} : { from: String(now - days * DAY_MS) }), ...(kind === 'all' ? {} : { kind }), ...(person.trim() === '' ? {} : { person: person.trim() }),
    ...(isRefusedOnly ? { result: 'refused' } : {}), ...more,
  });
  return `/api/v1/audit?${query.toString()}`;
}

export function readAudit(wish: AuditWish, now: number, after: string | null): Promise<RestAnswer<AuditPage>> {
  return callRest('GET', auditAddress(wish, now, after === null ? {} : { after }));
}

export function verifyAudit(): Promise<RestAnswer<AuditVerdict & { readonly checkedAt: number }>> {
  return callRest('GET', '/api/v1/audit/verdict');
}
