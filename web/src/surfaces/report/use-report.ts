import { computed, onMounted, reactive, shallowRef, watch } from 'vue';
import { plainText, type CitizenDoor, type CitizenReceipt } from '@wangge/shared/citizen';
import type { LngLat } from '@wangge/shared/geo';
import { proveWork, sendPhoto, sendReport } from '../../features/citizen/citizen.commands.ts';
import { forgetPhoto, forgetPhotos, keepPhoto, keptPhotos, type KeptPhoto } from '../../features/citizen/kept-photos.ts';
import { keepReceipt, keepUnsent, newKey, unsentReport, type UnsentReport } from '../../features/citizen/kept-reports.ts';
import { shrinkPhoto } from '../../features/orders/shrink-photo.ts';

const LEAST_SIGNS = 4;

/** What the page is doing with a report now. */
export type Sending = { readonly what: 'checking' | 'sending' } | { readonly what: 'photo'; readonly n: number; readonly of: number };

/** Why it was not sent; `photo` is the number of the photo that was refused. */
export interface NotSent {
  readonly code: string;
  readonly photo: number | null;
}

interface TakenPhoto extends KeptPhoto {
  readonly url: string;
}

/** Whether nothing was said of a matter; who says it is no matter. */
const isBlank = ({ typeCode, description, address }: Pick<UnsentReport, 'typeCode' | 'description' | 'address'>): boolean => typeCode + description + address === '';

/** One report from its first word to its receipt. What was written is on the phone until the server has it, under one key. */
export function useReport(door: CitizenDoor) {
  const kept = unsentReport();
  const key = shallowRef(kept?.key ?? newKey());
  const given = reactive({ typeCode: kept?.typeCode ?? '', description: kept?.description ?? '', address: kept?.address ?? '', name: kept?.name ?? '', phone: kept?.phone ?? '' });
  const lngLat = shallowRef<LngLat | null>(kept?.lngLat ?? null);
  const photos = shallowRef<readonly TakenPhoto[]>([]);
  const sending = shallowRef<Sending | null>(null);
  const notSent = shallowRef<NotSent | null>(null);
  const receipt = shallowRef<CitizenReceipt | null>(null);
  const matter = computed(() => door.matters.find(({ typeCode }) => typeCode === given.typeCode) ?? null);
  const missing = computed(() => {
    if (!matter.value) return 'matter';
    if (!lngLat.value) return 'place';
    return plainText(given.description).length < LEAST_SIGNS ? 'seen' : null;
  });

  /** Whether what stands here was begun before the page was opened. */
  const isResumed = shallowRef(kept !== null && (!isBlank(kept) || kept.lngLat !== null));
  const shown = (photo: KeptPhoto): TakenPhoto => ({ ...photo, url: URL.createObjectURL(photo.image) });

  watch([given, lngLat, photos], () => {
    if (!receipt.value) keepUnsent(isBlank(given) && !lngLat.value && photos.value.length === 0 ? null : { key: key.value, ...given, lngLat: lngLat.value });
  });

  onMounted(async () => {
    const before = await keptPhotos();
    if (before.length === 0 || receipt.value) return;
    photos.value = [...before.map(shown), ...photos.value].slice(0, door.photosMax);
    isResumed.value = true;
  });

  /** The picture chosen last could not be read. */
  const isUnreadable = shallowRef(false);

  async function add(files: readonly File[]): Promise<void> {
    for (const file of files.slice(0, door.photosMax - photos.value.length)) {
      const image = await shrinkPhoto(file).catch(() => null);
      isUnreadable.value = image === null;
      if (!image) continue;
      const photo = { id: newKey(), image };
      photos.value = [...photos.value, shown(photo)];
      await keepPhoto(photo);
    }
  }

  function drop(id: string): void {
    photos.value.filter((photo) => photo.id === id).forEach(({ url }) => URL.revokeObjectURL(url));
    photos.value = photos.value.filter((photo) => photo.id !== id);
    void forgetPhoto(id);
  }

  /** Sends all of it; answers why it was not sent. */
  async function sendAll(place: LngLat): Promise<NotSent | null> {
    sending.value = { what: 'checking' };
    const proof = await proveWork(key.value);
    if (!proof.ok) return { code: proof.code, photo: null };
    const ids: string[] = [];
    for (const [i, { image }] of photos.value.entries()) {
      sending.value = { what: 'photo', n: i + 1, of: photos.value.length };
      const taken = await sendPhoto(image, key.value, proof.value);
      if (!taken.ok) return { code: taken.code, photo: i + 1 };
      ids.push(taken.value.id);
    }
    sending.value = { what: 'sending' };
    const answer = await sendReport({ ...given, lngLat: place, photos: ids }, key.value, proof.value);
    if (!answer.ok) return { code: answer.code, photo: null };
    receipt.value = answer.value;
    keepReceipt({ code: answer.value.code, matter: matter.value?.name ?? '', at: Date.now() });
    keepUnsent(null);
    isResumed.value = false;
    void forgetPhotos();
    return null;
  }

  async function submit(): Promise<void> {
    if (sending.value || missing.value || !lngLat.value) return;
    notSent.value = await sendAll(lngLat.value).catch(() => ({ code: 'OTHER', photo: null }));
    // The key went out with other words before, and they were taken: what stands here now is another report.
    if (notSent.value?.code === 'IDEMPOTENCY_KEY_REUSED') key.value = newKey();
    sending.value = null;
  }

  function again(): void {
    photos.value.forEach(({ id }) => drop(id));
    receipt.value = null;
    key.value = newKey();
    lngLat.value = null;
    isResumed.value = false;
    notSent.value = null;
    Object.assign(given, { typeCode: '', description: '', address: '' });
  }

  return { isResumed, given, lngLat, photos, sending, notSent, receipt, matter, missing, isUnreadable, add, drop, submit, again };
}
