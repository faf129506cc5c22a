import type { UnitId } from '@wangge/shared/base';
import type { TerminalsBoard } from '@wangge/shared/wire';
import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useBoard } from '../boards/boards.store.ts';

/** What the terminals of units complain of (终端报警), for who may know: 碰撞预警、主电源掉电. */
export function useComplaints(): ComputedRef<ReadonlyMap<UnitId, string>> {
  const { t } = useI18n();
  const { board } = useBoard<TerminalsBoard>('terminals');
  return computed(() => new Map((board.value?.terminals ?? []).flatMap(({ unitId, alarms }) => (alarms.length === 0 ? [] : [[unitId, alarms.map(({ name }) => t(`terminals.alarm.${name}`)).join('、')] as const]))));
}
