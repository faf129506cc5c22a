import type { ActorRole } from '../access/index.ts';

/** Small facts beside a deed: numbers and short texts, never a secret, a full phone or an identity number. */
export type AuditDetail = Readonly<Record<string, string | number | boolean>>;

/**
 * One thing that somebody did or tried (审计事项): when, who, from where, what, to what, and how it ended
 * (GB/T 22239-2019 8.1.4.3 安全审计).
 */
export interface AuditDeed {
  /** Epoch ms. */
  readonly at: number;
  /** Empty where nobody was known. */
  readonly actorId: string;
  readonly actorName: string;
  readonly role: ActorRole | 'nobody';
  readonly unitId: string | null;
  /** Where it came from: an address of the network; empty for what the product did itself. */
  readonly address: string;
  /** `kind.verb`, such as `session.open`; see AUDIT_KINDS. */
  readonly action: string;
  /** What it was done to, such as `cases/<id>`; empty where that is the system itself. */
  readonly object: string;
  readonly result: AuditResult;
  /** Why it was refused: a code of the catalogue of refusals. */
  readonly code: string | null;
  readonly detail: AuditDetail;
}

/** A deed with its place in the log. `hash` covers the entry and, through the hash before it, all before it. */
export interface AuditEntry extends AuditDeed {
  readonly seq: number;
  readonly hash: string;
}

export const AUDIT_RESULTS = ['ok', 'refused'] as const;
export type AuditResult = (typeof AUDIT_RESULTS)[number];

/**
 * Kinds of deeds, the part of an action before its point: 登录, 命令, 查看, 导出, 敏感信息, 配置, 库, 审计, 运行.
 */
export const AUDIT_KINDS = ['session', 'command', 'view', 'export', 'personal', 'config', 'store', 'audit', 'server'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** Audit entries are kept at least this long: six months by 网络安全法第二十一条, counted as 180 days. */
export const AUDIT_KEPT_DAYS = 180;
