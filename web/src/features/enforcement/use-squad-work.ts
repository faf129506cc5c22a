import { computed, onMounted, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { ENDED_PENALTIES, type PenaltyListRow, type RaidListRow } from '@wangge/shared/enforcement';
import { useReadAgain } from '../../ui/use-read-again.ts';
import { readPenalties, readPowers, readRaids, type Powers } from './enforcement.commands.ts';

/** What a squad has in hand of enforcement beside its orders. */
export interface SquadWork {
  /** Penalty cases of the own unit in which it has the next step, late ones first; those that wait for others follow. */
  readonly penalties: ComputedRef<readonly PenaltyListRow[]>;
  /** Joint raids the own unit takes part in and has still something to do for. */
  readonly raids: ComputedRef<readonly RaidListRow[]>;
  /** Null until read. */
  readonly powers: ShallowRef<Powers | null>;
  /** Counts the readings: a page of one of them is read again with each. */
  readonly stamp: () => unknown;
  reload(): Promise<void>;
}

export function useSquadWork(): SquadWork {
  const readings = shallowRef(0);
  const ownPenalties = shallowRef<readonly PenaltyListRow[]>([]);
  const allRaids = shallowRef<readonly RaidListRow[]>([]);
  const powers = shallowRef<Powers | null>(null);

  const rank = ({ allowed, isLate }: PenaltyListRow): number => (allowed.length === 0 ? 2 : isLate ? 0 : 1);
  const penalties = computed(() => ownPenalties.value.filter(({ state }) => !ENDED_PENALTIES.includes(state))
    .sort((a, b) => rank(a) - rank(b) || (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity)));
  const raids = computed(() => allRaids.value.filter(({ isYours, allowed }) => isYours && allowed.length > 0).sort((a, b) => a.startsAt - b.startsAt));

  const reload = useReadAgain(async () => {
    const [cases, joint] = await Promise.all([readPenalties(), readRaids()]);
    if (cases.ok) ownPenalties.value = cases.value.penalties;
    if (joint.ok) allRaids.value = joint.value.raids;
    readings.value += 1;
  });

  onMounted(async () => {
    const answer = await readPowers();
    if (answer.ok) powers.value = answer.value;
  });
  return { penalties, raids, powers, stamp: () => readings.value, reload };
}
