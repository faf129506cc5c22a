import { ok, refuse, type Result } from '@wangge/shared/base';
import { decideNotice, draftNotice, evolveNotice, type Notice, type NoticeContent, type NoticeEvent, type NoticePayload } from '@wangge/shared/notice';
import type { Actor } from '@wangge/shared/access';
import type { Wish } from '@wangge/shared/life';
import type { Ledger } from '../../ledger/ledger.ts';
import { createObjects, type Objects } from '../../ledger/objects.ts';
import { newUuid } from '../../platform/ids.ts';
import type { AttachmentStore } from '../../store/attachment-store.ts';
import { bareImage } from '../attachments/bare-image.api.ts';

/** 村情通公开: the one way by which notices come into being and move. */
export interface NoticesApi extends Pick<Objects<Notice, NoticeEvent>, 'get' | 'all' | 'history'> {
  onChanges(listener: () => void): void;
  /** A repeated `commandId` answers what it made. */
  draft(payload: NoticePayload & { readonly content: NoticeContent }, actor: Actor, at: number, commandId: string): Promise<Result<Notice>>;
  command(id: string, wish: Wish<NoticePayload>, at: number, commandId: string): Promise<Result<Notice>>;
  /** A photo of what is public, without what the camera wrote into it; null where there is none. */
  photo(notice: Notice, index: number): Promise<Buffer | null>;
}

export function createNoticesApi(ledger: Ledger, attachments: AttachmentStore): NoticesApi {
  const objects = createObjects<Notice, NoticeEvent>(ledger, { kind: 'notice', evolve: evolveNotice });

  async function bareBytes(id: string): Promise<Buffer | null> {
    const found = await attachments.find(id);
    return found ? bareImage(Buffer.from(found.bytes), 'image/jpeg') : null;
  }

  /** Photos are checked when they are put in, so that what is published can be shown. */
  async function photosFit({ content }: NoticePayload): Promise<Result<null>> {
    for (const id of content?.photos ?? []) {
      if (!(await attachments.mediaTypeOf(id))?.startsWith('image/')) return refuse('ATTACHMENT_UNKNOWN', { field: 'content.photos', rule: 'VC7' });
      if (!(await bareBytes(id))) return refuse('ATTACHMENT_TYPE_REFUSED', { field: 'content.photos', detail: '只收 JPEG', rule: 'VC7' });
    }
    return ok(null);
  }

  return {
    get: (id) => objects.get(id), all: () => objects.all(), history: (id) => objects.history(id), onChanges: (listener) => objects.onChanges(listener),
    async draft(payload, actor, at, commandId) {
      const fit = await photosFit(payload);
      if (!fit.ok) return fit;
      const id = newUuid();
      const decided = draftNotice(id, payload, actor, at);
      return decided.ok ? objects.open(id, { events: [decided.value] }, commandId) : decided;
    },
    async command(id, wish, at, commandId) {
      const fit = await photosFit(wish.payload);
      if (!fit.ok) return fit;
      return objects.act(id, wish, (notice, asked) => {
        const decided = decideNotice(notice, asked, at);
        return decided.ok ? ok({ events: [decided.value] }) : decided;
      }, commandId);
    },
    async photo({ edition, withdrawn }, index) {
      const id = withdrawn ? undefined : edition?.content.photos[index];
      return id === undefined ? null : bareBytes(id);
    },
  };
}
