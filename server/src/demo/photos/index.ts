import type { AttachmentStore } from '../../store/attachment-store.ts';
import { chance } from '../life/chance.ts';
import { paintForm, paintStreet } from './paint.ts';
import { encodePng } from './png.ts';

/** What a photo of the demo shows: a place before and after it was put right, or a sealed form. */
export type DemoPhotoKind = 'before' | 'after' | 'form';

const KINDS: readonly DemoPhotoKind[] = ['before', 'after', 'form'];
const EACH = 12;

function photoId(kind: DemoPhotoKind, serial: number): string {
  return `d3300000-0000-4000-8000-${String(KINDS.indexOf(kind) + 1).padStart(4, '0')}${String(serial).padStart(8, '0')}`;
}

/** The photo of that kind that belongs to a case; before and after show the same place. */
export function demoPhoto(caseKey: string, kind: DemoPhotoKind): string {
  return photoId(kind, Math.floor(chance(caseKey, 'photo') * EACH));
}

/** Puts the demo's drawn photos where they are asked for, unless they are there already. */
export async function seedDemoPhotos(store: AttachmentStore, now: number): Promise<void> {
  for (const kind of KINDS) {
    for (let serial = 0; serial < EACH; serial += 1) {
      const id = photoId(kind, serial);
      if ((await store.mediaTypeOf(id)) !== null) continue;
      const raster = kind === 'form' ? paintForm(id) : paintStreet(`place ${serial}`, kind === 'after');
      await store.add({ id, mediaType: 'image/png', bytes: encodePng(raster), addedAt: now, addedBy: 'demo' });
    }
  }
}
