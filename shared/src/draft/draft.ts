import type { CaseId } from '../base/index.ts';
import type { DomainEvent } from '../life/index.ts';

/** What a draft holds so far; null where nothing was given yet. The place is WGS-84, photos are attachment ids. */
export interface DraftContent {
  readonly typeCode: string | null;
  readonly lngLat: readonly [number, number] | null;
  readonly address: string;
  readonly description: string;
  readonly photos: readonly string[];
  readonly voiceNotes?: readonly string[];
  /** The drill (演练) it is made up for; absent for a real report. */
  readonly drillId?: string | null;
}

/** 草稿: kept, handed in as a case, or discarded. */
export const DRAFT_STATES = ['kept', 'handed-in', 'discarded'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** 草稿: a report that a grid worker has begun. It is no case: without a number, in no list and no figure, until it is handed in. */
export interface Draft {
  readonly id: string;
  readonly revision: number;
  readonly state: DraftState;
  readonly authorId: string;
  readonly content: DraftContent;
  readonly savedAt: number;
  /** The case it became. */
  readonly caseId: CaseId | null;
}

export interface DraftEvent extends DomainEvent {
  readonly type: 'draft-saved' | 'draft-handed-in' | 'draft-discarded';
  readonly draftId: string;
  readonly content?: DraftContent;
  readonly caseId?: CaseId;
}

/** Folds one event into the draft. The first must save it. */
export function evolveDraft(draft: Draft | null, event: DraftEvent): Draft {
  if (!draft) {
    if (!event.content) throw new Error(`a draft cannot begin with ${event.type}`);
    return { id: event.draftId, revision: 1, state: 'kept', authorId: event.actor.id, content: event.content, savedAt: event.at, caseId: null };
  }
  const next = { ...draft, revision: draft.revision + 1, content: event.content ?? draft.content };
  switch (event.type) {
    case 'draft-saved': return { ...next, savedAt: event.at };
    case 'draft-handed-in': return { ...next, state: 'handed-in', caseId: event.caseId ?? null };
    case 'draft-discarded': return { ...next, state: 'discarded' };
  }
}
