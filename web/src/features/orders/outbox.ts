import { MINUTE_MS, type CaseId } from '@wangge/shared/base';
import type { CaseDetail } from '@wangge/shared/wire';
import type { RestRefusal } from '../../link/rest.ts';
import type { CommandEntry, DeedEntry, KeptPhoto, OutboxEntry, ReportEntry } from './outbox-entry.ts';
import type { OutboxStorage } from './outbox-storage.ts';
import { currentCaseIn, currentObjectIn, type OutboxTransport, type ReportBody } from './outbox-transport.ts';
import { isSettled } from './settled-action.ts';

/**
 * What became of an entry that left the outbox. `rebased`: the case had moved on, and the action still fitted. `settled`:
 * somebody had done it already. `refused`: it was not recorded and held nothing worth keeping; `refusal` says why.
 */
export interface Delivered {
  readonly entry: OutboxEntry;
  readonly how: 'done' | 'rebased' | 'settled' | 'refused';
  readonly detail: CaseDetail | null;
  readonly refusal: RestRefusal | null;
}

/** Why a flush ended: all was sent, the server is out of reach, it answers but cannot take anything now, or the person must sign in first. */
export type FlushEnd = 'empty' | 'unreachable' | 'not-taken' | 'signed-out';

export interface OutboxNeeds {
  readonly storage: OutboxStorage;
  readonly transport: OutboxTransport;
  readonly personId: string;
  /** The team or department of this person; null for who has none. */
  readonly unitId: string | null;
  readonly now: () => number;
  readonly onChange: () => void;
  readonly onDelivered: (delivered: Delivered) => void;
}

type Outcome =
  | { readonly kind: 'delivered'; readonly how: Exclude<Delivered['how'], 'refused'>; readonly detail: CaseDetail | null }
  | { readonly kind: 'stuck'; readonly refusal: RestRefusal }
  | { readonly kind: 'later'; readonly end: FlushEnd };

/** Another person may act at the same time; after this many tries in a row we let some time pass. */
const MAX_REBASES = 4;
/** A command sent later than this after it was pressed says when it was done. */
const LATE_MS = MINUTE_MS;
/** A server that fails this often over one entry will not take it without help. */
const MAX_FAULTS = 6;

/**
 * 待发: what a person did, kept on the phone until the server has confirmed it. Entries go out one at a time in the order
 * they were pressed, a call for help before them all; a photo is uploaded before the words that speak of it. A refused entry with words or photos stays until
 * the person decides, one without is told and forgotten; those behind it go on.
 */
export class Outbox {
  readonly #needs: OutboxNeeds;
  #entries: OutboxEntry[] = [];
  #photos = new Map<string, KeptPhoto>();
  readonly #revisions = new Map<CaseId, number>();
  #flushing: Promise<FlushEnd> | null = null;

  constructor(needs: OutboxNeeds) {
    this.#needs = needs;
  }

  /** Reads what an earlier visit left; only this person's entries and photos are taken up. */
  async open(): Promise<void> {
    const { storage, personId, onChange } = this.#needs;
    this.#entries = (await storage.readEntries()).filter((entry) => entry.personId === personId);
    this.#photos = new Map((await storage.readPhotos()).filter((photo) => photo.personId === personId).map((photo) => [photo.id, photo]));
    onChange();
  }

  entries(): readonly OutboxEntry[] {
    return this.#entries;
  }

  photos(): readonly KeptPhoto[] {
    return [...this.#photos.values()];
  }

  /** Keeps a photo; when this resolves it is safe. */
  async keepPhoto(photo: KeptPhoto): Promise<void> {
    await this.#needs.storage.putPhoto(photo);
    this.#photos.set(photo.id, photo);
    this.#needs.onChange();
  }

  async dropPhoto(id: string): Promise<void> {
    await this.#needs.storage.removePhoto(id);
    this.#photos.delete(id);
    this.#needs.onChange();
  }

  /** Keeps an entry; when this resolves it is safe. Sending is `flush`'s matter. */
  async add(entry: OutboxEntry): Promise<void> {
    await this.#needs.storage.putEntry(entry);
    this.#entries = [...this.#entries.filter((kept) => kept.id !== entry.id), entry];
    this.#needs.onChange();
  }

  /** Puts a refused entry back in the queue, by the person's wish. */
  async retry(id: string): Promise<void> {
    const entry = this.#entries.find((kept) => kept.id === id);
    if (entry) await this.#replace({ ...entry, trouble: null, attempts: 0 });
  }

  /** Takes an entry back into the form it came from; its photos stay. */
  async takeBack(id: string): Promise<void> {
    const entry = this.#entries.find((kept) => kept.id === id);
    if (!entry) return;
    const bare = { ...entry, photoIds: [] };
    await this.#replace(bare);
    await this.#remove(bare);
  }

  /** Gives an entry and its photos up, by the person's wish. */
  async discard(id: string): Promise<void> {
    const entry = this.#entries.find((kept) => kept.id === id);
    if (entry) await this.#remove(entry);
  }

  /** Sends what waits, once, in order. A second call while one runs joins it. */
  async flush(): Promise<FlushEnd> {
    this.#flushing ??= this.#run().finally(() => (this.#flushing = null));
    return this.#flushing;
  }

  async #run(): Promise<FlushEnd> {
    for (;;) {
      const waiting = this.#entries.filter((kept) => kept.trouble === null);
      const entry = waiting.find((kept) => kept.kind === 'deed' && kept.isUrgent) ?? waiting[0];
      if (!entry) return 'empty';
      const outcome = await this.#deliver(entry);
      if (outcome.kind === 'later') return outcome.end;
      if (outcome.kind === 'stuck' && (hasContent(entry) || outcome.refusal.status >= 500)) await this.#markStuck(entry.id, outcome.refusal);
      else if (outcome.kind === 'stuck') await this.#letGo({ entry, how: 'refused', detail: currentCaseIn(outcome.refusal.body), refusal: outcome.refusal });
      else await this.#letGo({ entry, how: outcome.how, detail: outcome.detail, refusal: null });
    }
  }

  /** What became of it is told before the page sees it gone: between the two an order handed in would be in hand again. */
  async #letGo(delivered: Delivered): Promise<void> {
    const { entry, detail } = delivered;
    if (detail) this.#revisions.set(detail.row.id, detail.row.revision);
    await this.#forget(entry);
    this.#needs.onDelivered(delivered);
    this.#needs.onChange();
  }

  async #deliver(entry: OutboxEntry): Promise<Outcome> {
    const uploaded = await this.#uploadPhotos(entry);
    if (!uploaded.ok) return this.#judge(entry, uploaded.refusal);
    if (entry.kind === 'command') return this.#deliverCommand(entry, uploaded.ids);
    if (entry.kind === 'deed') return this.#deliverDeed(entry, uploaded.ids);
    const answer = await this.#needs.transport.sendReport({ ...entry.report, ...this.#photosOf(entry) }, entry.id);
    return answer.ok ? { kind: 'delivered', how: 'done', detail: null } : this.#judge(entry, answer);
  }

  async #uploadPhotos({ photoIds }: OutboxEntry): Promise<{ ok: true; ids: string[] } | { ok: false; refusal: RestRefusal }> {
    const ids: string[] = [];
    for (const photoId of photoIds) {
      const photo = this.#photos.get(photoId);
      if (!photo) continue;
      if (photo.attachmentId === null) {
        const answer = await this.#needs.transport.uploadPhoto(photo.image, photo.id);
        if (!answer.ok) return { ok: false, refusal: answer };
        await this.keepPhoto({ ...photo, attachmentId: answer.value.id });
        ids.push(answer.value.id);
      } else ids.push(photo.attachmentId);
    }
    return { ok: true, ids };
  }

  /** The uploaded photos of a report by their names on the server, those from after and voice notes apart where there are any. */
  #photosOf({ photoIds, afterPhotoIds, voiceIds }: ReportEntry): Pick<ReportBody, 'photos' | 'voiceNotes' | 'isSelfHandled' | 'afterPhotos'> {
    const named = (ids: readonly string[]): string[] => ids.flatMap((id) => this.#photos.get(id)?.attachmentId ?? []);
    const photos = named(photoIds.filter((id) => !afterPhotoIds?.includes(id) && !voiceIds?.includes(id)));
    return { photos, ...(voiceIds ? { voiceNotes: named(voiceIds) } : {}), ...(afterPhotoIds ? { isSelfHandled: true, afterPhotos: named(afterPhotoIds) } : {}) };
  }

  async #deliverCommand(entry: CommandEntry, photos: readonly string[]): Promise<Outcome> {
    const { transport, now } = this.#needs;
    const late = now() - entry.pressedAt >= LATE_MS ? { doneAt: Math.round(entry.pressedAt), seenRevision: entry.expectedRevision } : {};
    const payload = { ...entry.payload, ...late, ...(photos.length === 0 ? {} : entry.action === 'request-extension' ? { formPhotos: photos } : { photos }) };
    let expectedRevision = Math.max(entry.expectedRevision, this.#revisions.get(entry.caseId) ?? 0);
    for (let rebases = 0; rebases <= MAX_REBASES; rebases += 1) {
      const answer = await transport.sendCommand(entry.caseId, { action: entry.action, expectedRevision, commandId: entry.id, payload });
      if (answer.ok) return { kind: 'delivered', how: rebases > 0 ? 'rebased' : 'done', detail: answer.value.case };
      const current = currentCaseIn(answer.body);
      if (current && isSettled(entry.action, current.row, this.#needs.unitId)) return { kind: 'delivered', how: 'settled', detail: current };
      if (answer.code !== 'CASE_REVISION_CONFLICT' || !current?.actions.includes(entry.action)) return this.#judge(entry, answer);
      expectedRevision = current.row.revision;
    }
    return { kind: 'later', end: 'not-taken' };
  }

  /** Where the object has moved on and the deed still fits, it is done on the object as it stands now. */
  async #deliverDeed(entry: DeedEntry, photos: readonly string[]): Promise<Outcome> {
    const { payload } = entry.body;
    let body: Record<string, unknown> = { ...entry.body, ...(photos.length === 0 ? {} : payload === undefined ? { photos } : { payload: { ...(payload as object), photos } }) };
    for (let rebases = 0; rebases <= MAX_REBASES; rebases += 1) {
      const answer = await this.#needs.transport.sendDeed(entry.path, body);
      if (answer.ok) return { kind: 'delivered', how: rebases > 0 ? 'rebased' : 'done', detail: null };
      const current = currentObjectIn(answer.body);
      if (answer.code !== 'OBJECT_REVISION_CONFLICT' || !current?.allowed.includes(String(body['action']))) return this.#judge(entry, answer);
      body = { ...body, expectedRevision: current.revision };
    }
    return { kind: 'later', end: 'not-taken' };
  }

  /** Tells a refusal that time will mend from one that a person must look at. */
  async #judge(entry: OutboxEntry, refusal: RestRefusal): Promise<Outcome> {
    if (refusal.code === 'NOT_SIGNED_IN') return { kind: 'later', end: 'signed-out' };
    if (refusal.code === 'UNREACHABLE') return { kind: 'later', end: 'unreachable' };
    if (refusal.status === 429 || refusal.status === 503) return { kind: 'later', end: 'not-taken' };
    if (refusal.status < 500) return { kind: 'stuck', refusal };
    if (entry.attempts + 1 >= MAX_FAULTS) return { kind: 'stuck', refusal };
    await this.#replace({ ...entry, attempts: entry.attempts + 1 });
    return { kind: 'later', end: 'not-taken' };
  }

  async #markStuck(id: string, refusal: RestRefusal): Promise<void> {
    const entry = this.#entries.find((kept) => kept.id === id);
    if (!entry || refusal.code === 'UNREACHABLE') return;
    const state = currentCaseIn(refusal.body)?.row?.state ?? null;
    await this.#replace({ ...entry, trouble: { code: refusal.code, detail: refusal.detail, state, at: this.#needs.now() } });
  }

  async #replace(entry: OutboxEntry): Promise<void> {
    await this.#needs.storage.putEntry(entry);
    this.#entries = this.#entries.map((kept) => (kept.id === entry.id ? entry : kept));
    this.#needs.onChange();
  }

  async #remove(entry: OutboxEntry): Promise<void> {
    await this.#forget(entry);
    this.#needs.onChange();
  }

  async #forget(entry: OutboxEntry): Promise<void> {
    await this.#needs.storage.removeEntry(entry);
    this.#entries = this.#entries.filter((kept) => kept.id !== entry.id);
    for (const id of entry.photoIds) this.#photos.delete(id);
  }
}

/** Whether losing the entry would lose something a person wrote or photographed. */
function hasContent(entry: OutboxEntry): boolean {
  if (entry.kind !== 'command' || entry.photoIds.length > 0) return true;
  const { note, reason } = entry.payload;
  return Boolean(note ?? reason);
}
