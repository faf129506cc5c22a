import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { SECOND_MS } from '@wangge/shared/base';
import { frozenSince, type WallState } from '@wangge/shared/stage';
import type { PastPicture } from '@wangge/shared/wire';
import { callRest } from '../../link/rest.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { showNothing, showPast, showPicture, takePicture, type KeptPicture } from './kept-picture.ts';

/** How a frozen wall stands: it `follows` what happens, `holds` the moment, is `fetching` it, or shows the present because the moment is `gone`. */
export type FreezeStanding = 'follows' | 'holds' | 'fetching' | 'gone';

export interface Freeze {
  readonly standing: ComputedRef<FreezeStanding>;
  /** As of when the wall is to stand still, server time; null while it is not. */
  readonly since: ComputedRef<number | null>;
}

export interface FreezeNeeds {
  readonly state: Readonly<Ref<WallState | null>>;
  /** True time, server time. */
  readonly clock: Readonly<Ref<number>>;
  readonly isElsewhere: () => boolean;
  readonly isMasked: () => boolean;
}

/** A direction that reaches a page later than this after it was given is of a moment that the page no longer shows. */
const PROMPT_MS = 5 * SECOND_MS;

/**
 * 冻结: holds the picture of a wall as long as its director wants it. A page that was there keeps what it showed; one that opens later asks the
 * history for that moment. Whatever must be seen as it is (`isElsewhere`: takeover, replay) lays it aside, and it comes back after that. What was
 * frozen under one mask is never shown under another (`isMasked`).
 */
export function useFreeze({ state, clock, isElsewhere, isMasked }: FreezeNeeds): Freeze {
  const link = useLinkStatusStore();
  const since = computed(() => (state.value === null ? null : frozenSince(state.value, clock.value)));
  const wanted = computed(() => (since.value === null ? null : `${since.value} ${isMasked() ? 'masked' : 'open'}`));
  const kept = shallowRef<{ readonly key: string; readonly picture: KeptPicture } | null>(null);
  const goneKey = shallowRef<string | null>(null);
  /** Since when this page has followed what happens without a break, server time. */
  let followedSince = Infinity;

  async function fetchPast(at: number, key: string): Promise<void> {
    const answer = await callRest<PastPicture>('GET', `/api/v1/replay/at?t=${at}`);
    if (wanted.value !== key || isElsewhere()) return;
    if (!answer.ok) return void (goneKey.value = key);
    link.holdPicture(at);
    showPast(answer.value, Date.now());
    kept.value = { key, picture: takePicture() };
  }

  function hold(at: number, key: string): void {
    const wasThere = followedSince <= at && link.trueNow() - at < PROMPT_MS;
    if (kept.value?.key !== key && !wasThere) return void fetchPast(at, key);
    if (kept.value?.key !== key) kept.value = { key, picture: takePicture() };
    link.holdPicture(at);
    showPicture(kept.value.picture);
  }

  /** The present is asked for; until it has come the held picture stays, marked as such. */
  function release(): void {
    if (link.heldAt === null) return;
    if (link.pastAt === null) link.isReturning = true;
    else link.heldAt = null;
  }

  watch(() => link.hasPicture && !link.isLost && link.pastAt === null && link.heldAt === null, (follows) => {
    followedSince = follows ? link.trueNow() : Infinity;
  }, { immediate: true, flush: 'sync' });
  watch([wanted, isElsewhere, () => link.hasPicture], ([key, elsewhere, hasPicture], former) => {
    const isOther = former[0] !== undefined && former[0] !== null && former[0] !== key;
    if (key === null) [kept.value, goneKey.value] = [null, null];
    // Another mask, or another moment: what was held must not stand under the new sign while that is fetched.
    else if (isOther && link.heldAt !== null) showNothing();
    if (key === null || elsewhere || isOther) release();
    if (key !== null && !elsewhere && hasPicture && since.value !== null) hold(since.value, key);
  }, { immediate: true });
  // Whoever goes to another page must not see there, unmarked, what was held.
  onScopeDispose(() => {
    if (link.heldAt === null) return;
    showNothing();
    link.heldAt = null;
    link.isReturning = true;
  });

  const standing = computed((): FreezeStanding => {
    if (link.heldAt !== null) return 'holds';
    if (wanted.value === null || isElsewhere()) return 'follows';
    return goneKey.value === wanted.value ? 'gone' : 'fetching';
  });
  return { standing, since: computed(() => link.heldAt ?? since.value) };
}
