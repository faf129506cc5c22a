import type { Draft, DraftAction, DraftContent } from '@wangge/shared/draft';
import { callRest, type RestAnswer } from '../../link/rest.ts';

/** 草稿 of the one who is signed in, the newest first. */
export async function readDrafts(): Promise<RestAnswer<{ readonly drafts: readonly Draft[] }>> {
  return callRest('GET', '/api/v1/drafts');
}

/** Keeps a new draft under the phone's own name for it. */
export async function beginDraft(draftId: string, content: Partial<DraftContent>): Promise<RestAnswer<{ readonly draft: Draft }>> {
  return callRest('POST', '/api/v1/drafts', { draftId, ...content });
}

/** Saves a draft again, or throws it away. */
export async function actOnDraft({ id, revision }: Draft, action: DraftAction, payload: Partial<DraftContent> = {}): Promise<RestAnswer<{ readonly draft: Draft }>> {
  return callRest('POST', `/api/v1/drafts/${encodeURIComponent(id)}/commands`, { action, expectedRevision: revision, commandId: crypto.randomUUID(), payload });
}
