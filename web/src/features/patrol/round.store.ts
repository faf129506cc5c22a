import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import { SECOND_MS, asId, type UnitId } from '@wangge/shared/base';
import type { RoundEnd, RoundRow } from '@wangge/shared/patrol';
import { travelOf } from '@wangge/shared/position';
import { callRest } from '../../link/rest.ts';
import { useAccessStore } from '../access/access.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { useDutyStore } from '../orders/duty.store.ts';
import { useOutboxStore, type Told } from '../orders/outbox.store.ts';
import { keepRound, takeUpRound, type KeptRound } from './kept-round.ts';

const ROUNDS = '/api/v1/patrol/rounds';
/** Fixes nearer in time are left out here: the figure on the phone needs no more. */
const GAP_MS = 5 * SECOND_MS;
const KEEP_EACH = 3;
/** Ends that the server decided and that end it on the phone too; after a silence it goes on. */
const FINAL: readonly (RoundEnd | null)[] = ['worker', 'started-anew', 'too-long', 'off-duty'];

/** 巡查 on the phone: begun and ended with one press, counted from the phone's own positions, told when there is a signal. `deed`: what was pressed, in the words of the page. */
export const useRoundStore = defineStore('round', () => {
  const access = useAccessStore();
  const duty = useDutyStore();
  const link = useLinkStatusStore();
  const outbox = useOutboxStore();
  const round = shallowRef<KeptRound | null>(null);
  /** The last one that is over, as the server counted it. */
  const last = shallowRef<RoundRow | null>(null);
  /** Why the server ended the one that ran here; null where the worker did. */
  const endedBy = shallowRef<RoundEnd | null>(null);
  const travel = computed(() => travelOf(round.value?.fixes ?? []));
  const isRunning = computed(() => round.value !== null);
  const serverNow = (): number => Date.now() + link.serverOffsetMs;

  function set(next: KeptRound | null): void {
    round.value = next;
    keepRound(localStorage, next);
  }

  /** Takes up what ran when the page was closed, and asks the server how it stands. */
  async function takeUp(): Promise<void> {
    const personId = access.session?.person.id;
    if (personId === undefined) return;
    round.value ??= takeUpRound(localStorage, personId);
    await ask();
  }

  async function ask(): Promise<void> {
    const answer = await callRest<{ readonly round: RoundRow | null }>('GET', `${ROUNDS}/latest`);
    if (!answer.ok) return;
    const told = answer.value.round;
    const isHere = round.value !== null && told?.id === round.value.id;
    if (isHere && told && FINAL.includes(told.reason)) {
      endedBy.value = told.reason === 'worker' ? null : told.reason;
      set(null);
    }
    // One that runs and was begun on another phone, or whose phone forgot it, goes on here.
    if (round.value === null && told?.endedAt === null && !isQueued(told.id)) set({ id: told.id, personId: access.session?.person.id ?? '', startedAt: told.startedAt, fixes: [] });
    last.value = told !== null && told.endedAt !== null ? told : null;
  }

  /** Whether its end waits on this phone for a signal. */
  const isQueued = (id: string): boolean => outbox.entries.some((entry) => entry.kind === 'deed' && entry.path === `${ROUNDS}/${id}/end`);

  async function begin(deed: string): Promise<Told> {
    const personId = access.session?.person.id ?? '';
    const next: KeptRound = { id: crypto.randomUUID(), personId, startedAt: serverNow(), fixes: [] };
    endedBy.value = null;
    set(next);
    const told = await outbox.tell({ matter: '', deed, path: ROUNDS, body: { id: next.id, startedAt: Math.round(next.startedAt) }, photoIds: [] });
    if (told.kind === 'refused' && round.value?.id === next.id) set(null);
    return told;
  }

  async function end(deed: string): Promise<Told | null> {
    const current = round.value;
    if (!current) return null;
    set(null);
    const told = await outbox.tell({ matter: '', deed, path: `${ROUNDS}/${current.id}/end`, body: { endedAt: Math.round(serverNow()) }, photoIds: [] });
    await ask();
    return told;
  }

  watch(() => duty.fix, (fix) => {
    const current = round.value;
    if (!fix || !current || !duty.isOnDuty) return;
    if (fix.at < current.startedAt || fix.at - (current.fixes.at(-1)?.at ?? 0) < GAP_MS) return;
    round.value = { ...current, fixes: [...current.fixes, { unitId: asId<UnitId>(''), ...fix }] };
    if (round.value.fixes.length % KEEP_EACH === 0) keepRound(localStorage, round.value);
  });
  // Off duty there is no round: the server ends it at its last position, and says so.
  watch(() => duty.isOnDuty, (isOn, before) => {
    if (isOn || !before || round.value === null) return;
    endedBy.value = 'off-duty';
    set(null);
  });
  watch(() => link.status, (status) => { if (status === 'live') void ask(); });

  return { round, last, endedBy, travel, isRunning, takeUp, ask, begin, end, isQueued };
});
