import type { Refusal } from '@wangge/shared/base';
import { sendRefusal, type Http } from '../../platform/http.ts';
import type { AttachmentStore } from '../../store/attachment-store.ts';

/** Where a request names photos (of the place, of the place put right, of a sealed form) and voice notes, and what they must be. */
const FIELDS = { photos: 'image/', afterPhotos: 'image/', formPhotos: 'image/', voiceNotes: 'audio/' } as const;

/** Evidence is a stored picture or recording: the refusal of the first field of `given` that names one which is not stored, else null. Fields of another shape are left to the schemas. */
export type PhotoCheck = (given: unknown) => Promise<Refusal | null>;

export function createPhotoCheck(store: AttachmentStore): PhotoCheck {
  return async (given) => {
    for (const [field, kind] of Object.entries(FIELDS)) {
      const ids = isRecord(given) && Array.isArray(given[field]) ? given[field] : [];
      for (const id of ids) if (typeof id === 'string' && !(await store.mediaTypeOf(id))?.startsWith(kind)) return { code: 'ATTACHMENT_UNKNOWN', field, detail: id.slice(0, 64), rule: 'IN6' };
    }
    return null;
  };
}

/** Puts the check before every route that follows: of a body and of the payload of a command. */
export function guardPhotos(http: Http, check: PhotoCheck): void {
  http.addHook('preHandler', async ({ body }, reply) => {
    const refusal = (await check(body)) ?? (isRecord(body) ? await check(body.payload) : null);
    return refusal ? sendRefusal(reply, refusal) : undefined;
  });
}

function isRecord(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Buffer.isBuffer(given);
}
