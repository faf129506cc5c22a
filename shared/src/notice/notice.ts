import type { Actor } from '../access/index.ts';
import type { DomainEvent } from '../life/index.ts';
import type { NoticeContent, NoticePayload } from './notice-content.ts';
import type { NoticeEventType, NoticeState } from './notice-life.ts';

export type NoticeHand = Pick<Actor, 'id' | 'name' | 'role'>;

/** A version as it was published; `no` counts from 1. */
export interface NoticeEdition {
  readonly no: number;
  readonly content: NoticeContent;
  /** From when it is shown, epoch ms. */
  readonly shownFrom: number;
  readonly publishedAt: number;
  readonly publishedBy: NoticeHand;
}

/** 村情通公开: a piece with its newest edition, the draft beside it, and its end. Times are epoch ms. */
export interface Notice {
  readonly id: string;
  readonly revision: number;
  readonly state: NoticeState;
  /** `writers`: ids of all who wrote of it since the last edition. */
  readonly draft: { readonly content: NoticeContent; readonly writers: readonly string[]; readonly by: NoticeHand; readonly at: number } | null;
  readonly edition: NoticeEdition | null;
  readonly withdrawn: { readonly at: number; readonly by: NoticeHand; readonly reason: string } | null;
}

export interface NoticeEvent extends DomainEvent {
  readonly type: NoticeEventType;
  readonly to: NoticeState;
  readonly payload: NoticePayload;
  /** At birth. */
  readonly id?: string;
  /** Of a publication. */
  readonly shownFrom?: number;
}

const handOf = ({ id, name, role }: Actor): NoticeHand => ({ id, name, role });

/** Folds one event into the notice; the first must draft it. */
export function evolveNotice(notice: Notice | null, { type, at, actor, to, payload, id, shownFrom = at }: NoticeEvent): Notice {
  const by = handOf(actor);
  const draft = payload.content && { content: payload.content, writers: [...new Set([...(notice?.draft?.writers ?? []), by.id])], by, at };
  if (!notice) {
    if (id === undefined || !draft) throw new Error(`a notice cannot begin with ${type}`);
    return { id, revision: 1, state: to, draft, edition: null, withdrawn: null };
  }
  const next = { ...notice, revision: notice.revision + 1, state: to };
  if (type === 'written' && draft) return { ...next, draft };
  if (type === 'published' && notice.draft) return { ...next, draft: null, edition: { no: (notice.edition?.no ?? 0) + 1, content: notice.draft.content, shownFrom, publishedAt: at, publishedBy: by } };
  if (type === 'withdrawn') return { ...next, draft: null, withdrawn: { at, by, reason: payload.reason ?? '' } };
  return { ...next, draft: null };
}
