import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { LinkStatus, Surface } from '../../link/index.ts';

/** What came in after the link had been lost, for `已恢复，补齐 N 条`. `at` is this page's clock. */
export interface CatchUp {
  readonly at: number;
  readonly count: number;
}

const BEFORE_FIRST: LinkStatus = { state: 'connecting', lostSince: null, lastMessageAt: null, serverOffsetMs: 0, resumedCount: 0 };

/** State of the page's one link (链路状态). Times are this page's clock; add `serverOffsetMs` for the server's. */
export const useLinkStatusStore = defineStore('link-status', () => {
  const live = shallowRef<LinkStatus>(BEFORE_FIRST);
  /** For which page the link is open. */
  const surface = shallowRef<Surface>('other');
  /** The instant the room shows while it is replayed (回放), server time; null while it shows the present. */
  const pastAt = shallowRef<number | null>(null);
  /** As of when the picture is held (画面已冻结), server time; null while it follows what happens. */
  const heldAt = shallowRef<number | null>(null);
  /** Counts the leaps in time: what was drawn before one has nothing to do with what comes after it. */
  const leaps = shallowRef(0);
  /** The present was asked for; the past, or the picture that is held, stays, and is marked as such, until it has come. */
  const isReturning = shallowRef(false);
  /** A replayed moment is whole and as old as it says: nothing of it can be lost or late. */
  const known = computed((): LinkStatus => (pastAt.value === null ? live.value : { ...live.value, state: 'live', lostSince: null, lastMessageAt: pastAt.value - live.value.serverOffsetMs }));
  const caughtUp = shallowRef<CatchUp | null>(null);
  /** Code of the refusal when the server does not let this page in; null while it does. */
  const refusedCode = shallowRef<string | null>(null);

  const status = computed(() => known.value.state);
  const lostSince = computed(() => known.value.lostSince);
  const lastMessageAt = computed(() => known.value.lastMessageAt);
  const serverOffsetMs = computed(() => known.value.serverOffsetMs);
  const resumedCount = computed(() => known.value.resumedCount);
  /** Data stands still: what is shown may no longer be so. */
  const isLost = computed(() => known.value.state === 'lost');
  /** Whether a first full picture has come: before it nothing is known, and nothing must be called empty. */
  const hasPicture = shallowRef(false);
  /** When the last word came, server time; null before the first. */
  const heardAt = computed(() => (known.value.lastMessageAt === null ? null : known.value.lastMessageAt + known.value.serverOffsetMs));
  /** As of when the page shows what it was told: the last word, or the moment that is held. */
  const lastWordAt = computed(() => (pastAt.value === null ? heldAt.value : null) ?? heardAt.value);

  function take(next: LinkStatus): void {
    live.value = next;
  }

  /** The moment the room shows: the present in server time, the one that is held, or the one that is replayed. */
  function roomNow(): number {
    return pastAt.value ?? heldAt.value ?? trueNow();
  }

  /** The present in server time, whatever the room shows. */
  function trueNow(): number {
    return Date.now() + live.value.serverOffsetMs;
  }

  function showPast(at: number, isLeap: boolean): void {
    pastAt.value = at;
    if (isLeap) leaps.value += 1;
  }

  /** Holds what is shown now, or is just being put in its place, as of `at`. */
  function holdPicture(at: number): void {
    heldAt.value = at;
    isReturning.value = false;
    leaps.value += 1;
  }

  function showPresent(): void {
    pastAt.value = null;
    heldAt.value = null;
    isReturning.value = false;
    leaps.value += 1;
  }

  return { surface, status, lostSince, lastMessageAt, serverOffsetMs, resumedCount, isLost, heardAt, lastWordAt, caughtUp, hasPicture, refusedCode, pastAt, heldAt, leaps, isReturning, take, roomNow, trueNow, showPast, holdPicture, showPresent };
});
