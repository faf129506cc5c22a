export { DRAFT_ACTIONS, DRAFT_LIFE, beginDraft, decideDraft } from './decide-draft.ts';
export type { DraftAction, DraftWish } from './decide-draft.ts';
export { DRAFT_STATES, evolveDraft } from './draft.ts';
export type { Draft, DraftContent, DraftEvent, DraftState } from './draft.ts';
