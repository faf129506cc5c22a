import type { Actor } from '../access/index.ts';
import { ok, refuse, type Result } from '../base/index.ts';
import { findRow, type Guards, type LifeCodes, type LifeRow, type Wish } from '../life/index.ts';
import type { Draft, DraftContent, DraftEvent, DraftState } from './draft.ts';

type GuardName = 'own-draft';
type DraftRow = LifeRow<DraftState, keyof DraftContent, GuardName>;
interface GuardInput { readonly draft: Draft; readonly actor: Actor }

/** The life of a draft: its author saves it as often as they like, hands it in once it is whole, or throws it away. */
export const DRAFT_LIFE = [
  { action: 'save', event: 'draft-saved', from: ['kept'], to: 'same', roles: ['grid-worker'], guards: ['own-draft'] },
  { action: 'submit', event: 'draft-handed-in', from: ['kept'], to: 'handed-in', roles: ['grid-worker'], requires: ['typeCode', 'lngLat', 'description', 'photos'], guards: ['own-draft'] },
  { action: 'discard', event: 'draft-discarded', from: ['kept'], to: 'discarded', roles: ['grid-worker'], guards: ['own-draft'] },
] as const satisfies readonly DraftRow[];
export type DraftAction = (typeof DRAFT_LIFE)[number]['action'];

/** All action names, for the door's schema. */
export const DRAFT_ACTIONS = DRAFT_LIFE.map(({ action }) => action) as [DraftAction, ...DraftAction[]];

/** A wish to act on a draft; `payload` holds what changed since it was saved. */
export type DraftWish = Wish<Partial<DraftContent>>;

const GUARDS: Guards<GuardName, GuardInput> = {
  'own-draft': { rule: 'CL36', check: ({ draft, actor }) => (draft.authorId === actor.id ? null : 'OBJECT_NOT_FOUND') },
};
const CODES: LifeCodes = { conflict: 'OBJECT_REVISION_CONFLICT', notInState: 'OBJECT_ACTION_NOT_IN_STATE', missing: 'CASE_FIELD_REQUIRED' };
const NOTHING: DraftContent = { typeCode: null, lngLat: null, address: '', description: '', photos: [] };

/** Begins a draft; only a grid worker keeps any. */
export function beginDraft(draftId: string, content: Partial<DraftContent>, actor: Actor, at: number): Result<DraftEvent> {
  if (actor.role !== 'grid-worker') return refuse('ACTION_FORBIDDEN', { rule: 'CL36' });
  return ok({ type: 'draft-saved', at, actor, draftId, content: { ...NOTHING, ...content } });
}

/** Turns a wish into the event it causes, with all the draft then holds, or into a refusal that names what is missing. */
export function decideDraft(draft: Draft, wish: DraftWish, at: number): Result<DraftEvent> {
  const content = { ...draft.content, ...wish.payload };
  const found = findRow<DraftState, GuardName, DraftRow, GuardInput>(DRAFT_LIFE, draft, { ...wish, payload: content }, GUARDS, { draft, actor: wish.actor }, CODES);
  return found.ok ? ok({ type: found.value.event as DraftEvent['type'], at, actor: wish.actor, draftId: draft.id, content }) : found;
}
