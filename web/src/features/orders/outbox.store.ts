import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import { useStoreTroubleStore } from '../store-trouble/store-trouble.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { openFieldDatabase, type FieldDatabase } from './field-database.ts';
import { createIdbOutboxStorage } from './idb-outbox-storage.ts';
import type { CommandEntry, DeedEntry, KeptPhoto, OutboxEntry, OutboxTrouble, ReportEntry } from './outbox-entry.ts';
import { createMemoryOutboxStorage } from './outbox-storage.ts';
import { createRestTransport } from './outbox-transport.ts';
import { Outbox, type Delivered, type FlushEnd } from './outbox.ts';
import { shrinkPhoto, UnreadablePhoto } from './shrink-photo.ts';

/** What an action needs beside who pressed it and when. */
export type CommandWish = Pick<CommandEntry, 'caseId' | 'matter' | 'action' | 'expectedRevision' | 'payload' | 'photoIds'>;
export type DeedWish = Pick<DeedEntry, 'matter' | 'deed' | 'path' | 'body' | 'photoIds' | 'isUrgent'>;
/** What became of a deed at once: the server has it, the phone keeps it until there is a signal, or it was refused and is given back. */
export type Told = { readonly kind: 'sent' } | { readonly kind: 'kept' } | { readonly kind: 'refused'; readonly trouble: OutboxTrouble };
export type ReportWish = Pick<ReportEntry, 'matter' | 'report' | 'photoIds' | 'afterPhotoIds' | 'voiceIds'>;

/** What the page tells the outbox when it starts. */
export interface OutboxStart {
  readonly personId: string;
  readonly personName: string;
  readonly unitId: string | null;
  readonly onDelivered: (delivered: Delivered) => void;
}

const RETRY_EACH_MS = 10_000;
/** Only one page of a phone sends at a time. */
const LOCK = 'wangge-outbox';

/** Which sentence says why a photo was not kept. */
export const photoTrouble = (error: unknown): 'field.notice.photoUnreadable' | 'field.notice.photoFailed' => (error instanceof UnreadablePhoto ? 'field.notice.photoUnreadable' : 'field.notice.photoFailed');

/** 待发 as the page sees it: what waits, which photos the phone keeps, whether they are safe on its disk. */
export const useOutboxStore = defineStore('outbox', () => {
  const link = useLinkStatusStore();
  const entries = shallowRef<readonly OutboxEntry[]>([]);
  const photos = shallowRef<readonly KeptPhoto[]>([]);
  const lastEnd = shallowRef<FlushEnd>('empty');
  /** False where the browser keeps nothing once it is closed. */
  const isSafe = shallowRef(true);
  const database = shallowRef<FieldDatabase | null>(null);
  let outbox: Outbox | null = null;
  /** The outbox of whoever is signed in, from when the page asks for it: what is done while the disk opens waits for it. */
  let opening: Promise<Outbox | null> = Promise.resolve(null);
  let personId = '';
  let personName = '';

  const serverNow = (): number => Date.now() + link.serverOffsetMs;
  const waiting = computed(() => entries.value.filter((entry) => entry.trouble === null));
  const stuck = computed(() => entries.value.filter((entry) => entry.trouble !== null));
  const commands = computed(() => entries.value.filter((entry) => entry.kind === 'command'));

  function show(): void {
    entries.value = outbox?.entries() ?? [];
    photos.value = outbox?.photos() ?? [];
  }

  async function open(needs: OutboxStart): Promise<Outbox> {
    database.value ??= await openFieldDatabase().catch(() => null);
    isSafe.value = database.value !== null;
    const storage = database.value ? createIdbOutboxStorage(database.value) : createMemoryOutboxStorage();
    outbox = new Outbox({ ...needs, storage, transport: createRestTransport(), now: serverNow, onChange: show });
    await outbox.open();
    return outbox;
  }

  /** Takes up what an earlier visit of this person left, and sends from now on. Answers how to stop. */
  async function start(needs: OutboxStart): Promise<() => void> {
    ({ personId, personName } = needs);
    await (opening = open(needs));
    void navigator.storage?.persist?.();
    const timer = setInterval(() => void flush(), RETRY_EACH_MS);
    const flushNow = (): void => void flush();
    window.addEventListener('online', flushNow);
    document.addEventListener('visibilitychange', flushNow);
    flushNow();
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', flushNow);
      document.removeEventListener('visibilitychange', flushNow);
      outbox = null;
      opening = Promise.resolve(null);
      show();
    };
  }

  /** Sends what waits. Where another page of this phone is sending, it is left to that one. */
  async function flush(): Promise<void> {
    const box = outbox;
    if (!box || waiting.value.length === 0) return;
    const send = async (): Promise<void> => {
      if (box !== outbox) return;
      await box.open();
      lastEnd.value = await box.flush();
    };
    if (navigator.locks) await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? send() : undefined));
    else await send();
  }

  async function ready(): Promise<Outbox> {
    const box = await opening;
    if (!box) throw new Error('nobody is signed in whose outbox could keep it');
    return box;
  }

  async function add(entry: OutboxEntry): Promise<void> {
    await (await ready()).add(entry);
    void flush();
  }

  const trouble = useStoreTroubleStore();
  watch(() => trouble.endedCount, () => void flush());

  const kept = () => ({ id: crypto.randomUUID(), personId, personName, pressedAt: serverNow(), attempts: 0, trouble: null });

  return {
    entries, photos, waiting, stuck, commands, lastEnd, isSafe, database, start, flush,
    addCommand: (wish: CommandWish) => add({ kind: 'command', ...kept(), ...wish }),
    addReport: (wish: ReportWish) => add({ kind: 'report', ...kept(), ...wish }),
    /** Keeps a deed and sends it at once if it can; what the server refuses goes back to the form it came from. */
    async tell(wish: DeedWish): Promise<Told> {
      const entry: DeedEntry = { kind: 'deed', ...kept(), ...wish };
      await (await ready()).add(entry);
      await flush();
      const still = entries.value.find(({ id }) => id === entry.id);
      if (!still) return { kind: 'sent' };
      if (!still.trouble) return { kind: 'kept' };
      await outbox?.takeBack(entry.id);
      return { kind: 'refused', trouble: still.trouble };
    },
    /** Keeps a photo just taken, made small, or a voice note as it is; rejects when the phone is full, or with `UnreadablePhoto`. */
    async keepPhoto(file: Blob, caseId: string | null): Promise<void> {
      await (await ready()).keepPhoto({ id: crypto.randomUUID(), personId, caseId, takenAt: serverNow(), image: file.type.startsWith('audio/') ? file : await shrinkPhoto(file), attachmentId: null });
    },
    async dropPhoto(id: string): Promise<void> {
      await outbox?.dropPhoto(id);
    },
    async retry(id: string): Promise<void> {
      await outbox?.retry(id);
      void flush();
    },
    async discard(id: string): Promise<void> {
      await outbox?.discard(id);
    },
  };
});
