import type { ActorRole } from '../access/index.ts';
import type { CaseId, DepartmentId } from '../base/index.ts';
import type { LimitClock, TimeLimit } from '../calendar/index.ts';
import type { Post } from './ladder.ts';
import type { Rung } from './rungs.ts';

/** 待确认, 待回复, 已回复待销号, 已销号, 已撤销. */
export const OVERSIGHT_STATES = ['draft', 'open', 'replied', 'struck-off', 'lifted'] as const;
export type OversightState = (typeof OVERSIGHT_STATES)[number];

/** Where an order came from: the ladder by itself, a person by hand, or a leader's word (批示). */
export type OversightOrigin = 'ladder' | 'manual' | 'instruction';

/** 签发人: a role on duty, or one person in it. */
export interface Signer {
  readonly role: ActorRole;
  readonly personId: string | null;
  readonly name: string | null;
}

/** Whom an order goes to. `departmentId`: whose post it is, or about whom a deputy or the township is asked; null for the room. */
export interface Addressee {
  readonly post: Post;
  readonly departmentId: DepartmentId | null;
}

/** Somebody's word on an order and when it was given (epoch ms). */
export interface Remark {
  readonly byId: string;
  readonly byName: string;
  readonly at: number;
  readonly text: string;
  readonly photos: readonly string[];
}

/** What a person gives with an action on an order; which of it an action needs stands in the table of its life. */
export interface OversightPayload {
  readonly text?: string;
  readonly photos?: readonly string[];
}

/** What the first event of an order holds. */
export interface OversightFacts {
  readonly id: string;
  /** 编号, 督办〔2026〕012. */
  readonly no: string;
  readonly rung: Rung;
  readonly origin: OversightOrigin;
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly matter: string;
  /** Village of the case: who sees the village sees the order. */
  readonly areaCode: string;
  /** The clock it is about, by round of the case and step: a rung opens once for each. */
  readonly clockKey: string;
  readonly signer: Signer;
  readonly addressee: Addressee;
  readonly copyTo: readonly string[];
  readonly requirement: string;
  /** Null: no written reply is owed. */
  readonly replyLimit: TimeLimit | null;
  readonly isDraft: boolean;
  /** Edition of the ladder it was opened by. */
  readonly ladderVersion: string;
}

/** 督办单: one order to somebody to answer for a case. Times are epoch ms; null means not yet. */
export interface Oversight extends OversightFacts {
  readonly revision: number;
  readonly state: OversightState;
  readonly openedAt: number;
  readonly openedById: string;
  /** 回复时限; null while a draft, and where no reply is owed. */
  readonly replyClock: LimitClock | null;
  readonly reply: Remark | null;
  readonly rejectCount: number;
  readonly rejection: Remark | null;
  /** 销号. */
  readonly struckOff: Remark | null;
  readonly lifted: Remark | null;
}

const UNFINISHED: ReadonlySet<OversightState> = new Set(['draft', 'open', 'replied']);

/** Somebody still owes something: the word that sends it, the reply, or the striking off. */
export function isUnfinished(order: Pick<Oversight, 'state'>): boolean {
  return UNFINISHED.has(order.state);
}

/** 编号: prefix, year of the calendar in Shanghai, serial of the year with at least three digits. */
export function orderNo(prefix: string, year: number, serial: number): string {
  return `${prefix}〔${year}〕${String(serial).padStart(3, '0')}`;
}
