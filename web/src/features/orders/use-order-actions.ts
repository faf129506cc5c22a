import { shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { CaseAction, CasePayload } from '@wangge/shared/case';
import type { CaseRow } from '@wangge/shared/wire';
import { useDistrictStore } from '../district/district.store.ts';
import { useDutyStore } from './duty.store.ts';
import { isUnderWay } from './field-steps.ts';
import type { FieldFix } from './fix-storage.ts';
import { useOutboxStore } from './outbox.store.ts';
import { checkPlace, type PlaceCheck } from './place-check.ts';

/** How the last press of 我已到场 ended where it could not be recorded. */
export type ArrivalTrouble = { readonly kind: 'too-far'; readonly check: PlaceCheck; readonly accuracyM: number } | { readonly kind: 'no-place' };

/** Beyond this uncertainty a fix does not record an arrival by itself. */
const SURE_M = 60;

export interface OrderActions {
  readonly arrivalTrouble: ShallowRef<ArrivalTrouble | null>;
  readonly isLocating: ShallowRef<boolean>;
  press(action: CaseAction, payload?: CasePayload, photoIds?: readonly string[]): Promise<void>;
  arrive(): Promise<void>;
}

/** What a squad does with the order before it. On the way, coming within the radius records the arrival by itself. */
export function useOrderActions(order: Ref<CaseRow | null>): OrderActions {
  const outbox = useOutboxStore();
  const duty = useDutyStore();
  const district = useDistrictStore();
  const arrivalTrouble = shallowRef<ArrivalTrouble | null>(null);
  const isLocating = shallowRef(false);
  /** What is being written to the phone just now: a second press of the same is none. */
  const keeping = new Set<string>();

  async function press(action: CaseAction, payload: CasePayload = {}, photoIds: readonly string[] = []): Promise<void> {
    const row = order.value;
    if (!row || keeping.has(`${row.id} ${action}`)) return;
    arrivalTrouble.value = null;
    keeping.add(`${row.id} ${action}`);
    await outbox.addCommand({ caseId: row.id, matter: row.matter, action, expectedRevision: row.revision, payload, photoIds }).finally(() => keeping.delete(`${row.id} ${action}`));
  }

  function check(row: CaseRow, fix: FieldFix): PlaceCheck | null {
    const radiusM = district.district?.rules.arrivalRadiusM;
    return radiusM === undefined ? null : checkPlace(fix, row.lngLat, radiusM);
  }

  async function record(row: CaseRow, fix: FieldFix): Promise<void> {
    if (order.value?.id === row.id && order.value.order?.arrivedAt === null) await press('arrive', { lngLat: [fix.lng, fix.lat], accuracyM: fix.accuracyM });
  }

  async function arrive(): Promise<void> {
    const row = order.value;
    if (!row || isLocating.value) return;
    isLocating.value = true;
    const fix = await duty.locate();
    isLocating.value = false;
    const found = fix && check(row, fix);
    if (!fix || !found) arrivalTrouble.value = { kind: 'no-place' };
    else if (found.isThere) await record(row, fix);
    else arrivalTrouble.value = { kind: 'too-far', check: found, accuracyM: fix.accuracyM };
  }

  watch(() => duty.fix, (fix) => {
    const row = order.value;
    if (!fix || !row || !isUnderWay(row) || fix.accuracyM > SURE_M) return;
    if (check(row, fix)?.isThere) void record(row, fix);
  });
  watch(() => order.value?.id, () => (arrivalTrouble.value = null));

  return { arrivalTrouble, isLocating, press, arrive };
}
