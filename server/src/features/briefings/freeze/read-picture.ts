import { createHash } from 'node:crypto';
import { refuse, ok, type Result } from '@wangge/shared/base';
import type { FrozenPicture } from '@wangge/shared/briefing';
import type { AttachmentStore } from '../../../store/attachment-store.ts';

const PNG_SIZE_AT = 16;

/** The stored picture of the map that a page handed in, with its size and the fingerprint of its bytes. Refused: one that is not stored, or is no PNG. */
export async function freezePicture(store: AttachmentStore, id: string, caption: string): Promise<Result<FrozenPicture>> {
  const found = await store.find(id);
  if (!found) return refuse('ATTACHMENT_UNKNOWN', { field: 'pictureId', rule: 'BF3' });
  if (found.mediaType !== 'image/png' || found.bytes.length < PNG_SIZE_AT + 8) return refuse('BRIEFING_PICTURE_REFUSED', { field: 'pictureId', rule: 'BF3' });
  return ok({ id, caption, sha256: sha256Of(found.bytes), width: found.bytes.readUInt32BE(PNG_SIZE_AT), height: found.bytes.readUInt32BE(PNG_SIZE_AT + 4) });
}

/** The bytes of a frozen picture; null when they are no longer those that were frozen. */
export async function pictureBytes(store: AttachmentStore, picture: FrozenPicture | null): Promise<Buffer | null> {
  const found = picture && (await store.find(picture.id));
  return found && sha256Of(found.bytes) === picture.sha256 ? found.bytes : null;
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
